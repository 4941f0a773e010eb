import type { FilePlace } from './file-place.ts';

/** The same calls, each of them only while the file is in its place. */
export function watchReads<Reads extends object>(reads: Reads, place: FilePlace): Reads {
  return new Proxy(reads, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function') return call;
      if (name === 'exportJobs') {
        return async function* rows(...args: readonly unknown[]) {
          place.demand();
          yield* Reflect.apply(call, target, args);
        };
      }
      return async (...args: readonly unknown[]) => {
        place.demand();
        return Reflect.apply(call, target, args);
      };
    },
  });
}
