import { CrossvaultError } from '@crossvault/core';
import type { Runtime } from '@crossvault/runtime';

/** The store of a runtime. Throws `store-missing` where there is none. */
export function storeOf({
  store,
  configuration,
}: Pick<Runtime, 'store' | 'configuration'>): NonNullable<Runtime['store']> {
  if (store !== null) return store;
  const { file, store: settings } = configuration;
  const message =
    settings.type === 'sqlite'
      ? `There is no store at ${settings.path} yet: "crossvault serve" makes it, and "crossvault connections sync --wait" does.`
      : `${file} says store: { type: none }. Choose sqlite or postgres to have a history.`;
  throw new CrossvaultError({ code: 'store-missing', message, parameter: 'store' });
}
