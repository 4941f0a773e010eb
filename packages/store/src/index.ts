export { type OpenedStore, openSqliteStore, type SqliteStoreOptions } from './sqlite/open-sqlite-store.ts';
