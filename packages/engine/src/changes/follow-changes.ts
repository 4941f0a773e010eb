import type { CallOptions, ChangePage, ChangesRequest, Clock, JobStore } from '@crossvault/core';

/** How often the feed is looked at: other processes write it too, and a look costs less than a millisecond. */
const lookEveryMs = 1000;

/**
 * The feed from a position on, without an end: pages that say something new, and one with nothing whenever that has been so
 * for `quietMs`. The next page is read when the one before was taken, so a slow reader is held back and not buffered for.
 */
export async function* followChanges(
  { store, clock }: { readonly store: JobStore; readonly clock: Clock },
  request: ChangesRequest,
  quietMs: number,
  call: CallOptions,
): AsyncGenerator<ChangePage> {
  const { signal } = call;
  let { after } = request;
  let toldAtMs = clock.monotonicMs();
  for (;;) {
    signal.throwIfAborted();
    const page = await store.changes({ ...request, after }, call);
    const isQuiet = clock.monotonicMs() - toldAtMs >= quietMs;
    if (page.next !== after || isQuiet) {
      toldAtMs = clock.monotonicMs();
      after = page.next;
      yield page;
    }
    if (!page.more) await clock.sleep(lookEveryMs, { signal });
  }
}
