import { toStoreMissing } from '@crossvault/engine';
import type { Runtime } from '@crossvault/runtime';

/** The store of a runtime. Throws `store-missing` where there is none. */
export function storeOf({ store, absentStore }: Pick<Runtime, 'store' | 'absentStore'>): NonNullable<Runtime['store']> {
  if (store !== null) return store;
  throw toStoreMissing(absentStore);
}
