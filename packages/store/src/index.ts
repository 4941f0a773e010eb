import type { SharedStore } from './opened-store.ts';
import type { PostgresStoreOptions } from './postgres/open-postgres-store.ts';

export type { OpenedStore, SharedStore } from './opened-store.ts';
export type { PostgresStoreOptions } from './postgres/open-postgres-store.ts';
export { faultOfAddress, filesOfAddress, holdsPassword } from './postgres/postgres-address.ts';
export { openSqliteStore, type SqliteStoreOptions } from './sqlite/open-sqlite-store.ts';

/** The history in a PostgreSQL. Its client is imported on the first call, so that a process with a file does not load it. */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<SharedStore> {
  const postgres = await import('./postgres/open-postgres-store.ts');
  return postgres.openPostgresStore(options);
}
