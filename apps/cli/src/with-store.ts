import { CrossvaultError, type JobStore } from '@crossvault/contract';
import type { Runtime } from '@crossvault/runtime';

/** The store of a runtime. Throws `store-missing` where there is none. */
export function storeOf({ store, configuration }: Pick<Runtime, 'store' | 'configuration'>): JobStore {
  if (store !== null) return store;
  throw new CrossvaultError({
    code: 'store-missing',
    message: `${configuration.file} says store: { type: none }. Choose sqlite or postgres to have a history.`,
    parameter: 'store',
  });
}
