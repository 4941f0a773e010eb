import type { OpenedStore } from '@crossvault/store';

/** Stored rows as they are in the tables, to be written again without the store. */
export interface BareRow {
  readonly [column: string]: string | number | Uint8Array | null;
}

/** Writes rows that are there already or not, in one transaction a batch. */
export interface BareWriter {
  upsert(rows: readonly BareRow[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * How much the bare writer's tables carry: `same` are the store's own tables with every index and the index of words;
 * `plain` the same columns with the key and the unique id alone.
 */
export type BareTables = 'same' | 'plain';

/** A database engine where stores can be made. */
export interface BenchStore {
  readonly engine: 'sqlite' | 'postgres';
  /** Opens the store of that name, made where there is none. */
  open(name: string): Promise<OpenedStore>;
  /** The newest stored rows, so many of them, without the store between. */
  readRows(name: string, count: number): Promise<readonly BareRow[]>;
  /** Tables of their own, empty, and a writer for them. */
  openBare(name: string, tables: BareTables): Promise<BareWriter>;
  /** What another process needs to open the store of that name. */
  address(name: string): string;
  close(): Promise<void>;
}

/** Columns of `jobs` and of `documents`, in the order in which they are written. */
export const jobColumns = [
  'id',
  'connection',
  'vendor',
  'list',
  'native_id',
  'kind',
  'status',
  'trigger',
  'problem',
  'ended',
  'target_id',
  'target_name',
  'plan_id',
  'plan_name',
  'started_ms',
  'ended_ms',
  'observed_ms',
  'gone_ms',
  'read_whole',
  'mapper_version',
  'list_hash',
  'list_ms',
  'full_hash',
  'full_ms',
  'words',
] as const;
export const documentColumns = ['document', 'tasks', 'packed'] as const;
