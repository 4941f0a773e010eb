import type { CrossvaultError } from '../errors/error.ts';
import type { CallOptions, Clock } from './connector-context.ts';

/** A signal that ends when the time is over, or with the caller's; and how to let go of it. */
export interface Deadline extends CallOptions {
  release(): void;
}

/** Starts a deadline. When it passes, the signal's reason is what `toReason` gives; a caller's signal ends it as well. */
export function startDeadline(
  clock: Clock,
  milliseconds: number,
  toReason: () => CrossvaultError,
  caller?: AbortSignal,
): Deadline {
  const own = new AbortController();
  const timer = new AbortController();
  clock.sleep(milliseconds, { signal: timer.signal }).then(
    () => own.abort(toReason()),
    () => undefined,
  );
  return {
    signal: caller === undefined ? own.signal : AbortSignal.any([own.signal, caller]),
    endsAtMs: clock.monotonicMs() + milliseconds,
    release: () => timer.abort(),
  };
}

/** The promise's outcome, or the signal's reason as soon as that is there: also for work that ignores the signal. */
export async function orAbort<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let giveUp: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([run(), aborted]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
