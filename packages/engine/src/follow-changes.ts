import {
  type CallOptions,
  type ChangePage,
  type ChangesRequest,
  type Clock,
  CrossvaultError,
  type JobStore,
  type ReadCall,
} from '@crossvault/contract';

/** How often the feed is looked at: other processes write it too, and a look costs less than a millisecond. */
const lookEveryMs = 1000;

/**
 * A page of the feed. Throws `cursor-expired` for a position that it has not reached: the store was replaced, and whoever
 * waited there for what comes next would miss all until then.
 */
export async function readChanges(store: JobStore, request: ChangesRequest, call: ReadCall): Promise<ChangePage> {
  const { after } = request;
  const page = await store.changes(request, call);
  if (after === 0 || page.changes.length > 0) return page;
  const last = await store.lastChange();
  if (after <= last) return page;
  throw new CrossvaultError({
    code: 'cursor-expired',
    message: `The feed has come to position ${last}, not to ${after}: the store was replaced, or this is the position of another one. Read the jobs anew, and go on from position ${last}.`,
    parameter: 'after',
  });
}

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
    const page = await readChanges(store, { ...request, after }, call);
    const isQuiet = clock.monotonicMs() - toldAtMs >= quietMs;
    if (page.next > after || isQuiet) {
      toldAtMs = clock.monotonicMs();
      after = page.next;
      yield page;
    }
    if (!page.more) await clock.sleep(lookEveryMs, { signal });
  }
}
