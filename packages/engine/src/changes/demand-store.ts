import { type CallOptions, type Clock, CrossvaultError, type JobStore, orAbort, startDeadline } from '@crossvault/core';

/** A store that takes longer for its smallest answer is not ready. */
const readyMs = 3_000;

/** Reads a little of the store, where there is one. Throws what is wrong with it, and `store-unavailable` when no answer comes. */
export async function demandStore(store: JobStore | null, clock: Clock, { signal }: CallOptions): Promise<void> {
  if (store === null) return;
  const deadline = startDeadline(
    clock,
    readyMs,
    () =>
      new CrossvaultError({
        code: 'store-unavailable',
        message: `The store gave no answer within ${readyMs / 1000} seconds.`,
      }),
    signal,
  );
  try {
    await orAbort(deadline.signal, () => store.during(deadline.signal).lastChange());
  } finally {
    deadline.release();
  }
}
