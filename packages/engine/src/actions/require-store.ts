import { CrossvaultError, type JobStore } from '@crossvault/core';

/** The store. Throws `store-missing` where nothing is kept. */
export function requireStore(store: JobStore | null): JobStore {
  if (store !== null) return store;
  throw new CrossvaultError({
    code: 'store-missing',
    message:
      'Nothing is stored here: the configuration says store: { type: none }. Choose sqlite or postgres to have a history.',
    parameter: 'store',
  });
}
