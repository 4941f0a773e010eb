import './sqlite/require-node.ts';

import type { OpenedStore, SharedStore } from './opened-store.ts';
import type { PostgresStoreOptions } from './postgres/open-postgres-store.ts';
import type { SqliteStoreOptions } from './sqlite/open-sqlite-store.ts';

export type { OpenedStore, SharedStore } from './opened-store.ts';
export type { PostgresStoreOptions } from './postgres/open-postgres-store.ts';
export { type AddressFile, faultOfAddress, filesOfAddress, holdsPassword } from './postgres/postgres-address.ts';
export type { PostgresTimeouts } from './postgres/postgres-timeouts.ts';
export type { SqliteStoreOptions } from './sqlite/open-sqlite-store.ts';

/**
 * The history in one file. Any number of processes may have it open at once. SQLite is imported on the first call, so that
 * a process with a PostgreSQL does not load it.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<OpenedStore> {
  const sqlite = await import('./sqlite/open-sqlite-store.ts');
  return sqlite.openSqliteStore(options);
}

/** The history in a PostgreSQL. Its client is imported on the first call, so that a process with a file does not load it. */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<SharedStore> {
  const postgres = await import('./postgres/open-postgres-store.ts');
  return postgres.openPostgresStore(options);
}
