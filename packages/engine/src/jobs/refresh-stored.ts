import { type CallOptions, type Clock, orAbort } from '@crossvault/core';
import type { Synchronizer } from '../sync/synchronizer.ts';

/** Syncs on request. Whoever asks for a connection that is being synced for somebody else waits for the same sync. */
export interface Refresher {
  /** True when all of them are done within the time, well or not; what is not done goes on. Null waits without an end. */
  refresh(names: readonly string[], waitMs: number | null, call: CallOptions): Promise<boolean>;
  /** Gives up whatever goes on. */
  close(): void;
}

export function createRefresher(synchronizer: Pick<Synchronizer, 'syncNow'>, clock: Clock): Refresher {
  const underWay = new Map<string, Promise<void>>();
  const life = new AbortController();

  function sync(name: string): Promise<void> {
    const known = underWay.get(name);
    if (known !== undefined) return known;
    const begun = synchronizer
      .syncNow(name, { signal: life.signal })
      .then(() => undefined)
      // Why it failed is kept with the connection's sync, where everybody sees it.
      .catch(() => undefined)
      .finally(() => underWay.delete(name));
    underWay.set(name, begun);
    return begun;
  }

  return {
    async refresh(names, waitMs, call) {
      const done = Promise.all(names.map(sync)).then(() => true);
      const waiting = new AbortController();
      const signal = AbortSignal.any([call.signal, waiting.signal]);
      try {
        return await orAbort(call.signal, () =>
          waitMs === null ? done : Promise.race([done, clock.sleep(waitMs, { signal }).then(() => false)]),
        );
      } finally {
        waiting.abort();
      }
    },
    close: () => life.abort(),
  };
}
