import { dirname, resolve } from 'node:path';
import type { Clock } from '@crossvault/contract';
import { type OpenedStore, openPostgresStore, openSqliteStore } from '@crossvault/store';
import type { Configuration } from './configuration.ts';

/** Opens the store that the configuration names; null where it names none. Tables are brought up to date by opening it. */
export async function openStore(
  { store, file }: Pick<Configuration, 'store' | 'file'>,
  clock: Clock,
): Promise<OpenedStore | null> {
  if (store.type === 'none') return null;
  if (store.type === 'postgres') return openPostgresStore({ url: store.url });
  return openSqliteStore({ path: resolve(dirname(file), store.url), clock });
}
