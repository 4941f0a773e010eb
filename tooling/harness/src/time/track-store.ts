import type { JobStore } from '@crossvault/core/store';
import type { IdleClock } from '@crossvault/testkit';

/** A store beside which time stands still while it is at work: it works on a thread or a machine of its own. */
export function trackStore(store: JobStore, clock: Pick<IdleClock, 'track'>): JobStore {
  return new Proxy<JobStore>(Object.create(store), {
    get(_child, name) {
      const member: unknown = Reflect.get(store, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(member, store, args);
        return answer instanceof Promise ? clock.track(answer) : answer;
      };
    },
  });
}
