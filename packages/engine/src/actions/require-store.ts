import { CrossvaultError, type JobStore } from '@crossvault/core';

const notKept = 'The configuration says store: { type: none }. Choose sqlite or postgres to have a history.';

/** The error of every call that needs a store where there is none. `why` is null where the configuration keeps no history. */
export const toStoreMissing = (why: string | null): CrossvaultError =>
  new CrossvaultError({ code: 'store-missing', message: why ?? notKept, parameter: 'store' });

/** The store. Throws `store-missing` where there is none. */
export function requireStore({ store, absentStore }: StorePresence): JobStore {
  if (store !== null) return store;
  throw toStoreMissing(absentStore);
}

export interface StorePresence {
  readonly store: JobStore | null;
  /** Why there is no store yet although the configuration names one; null for any other reason. */
  readonly absentStore: string | null;
}
