import type { CreateTableBuilder, Kysely, RawBuilder } from 'kysely';
import type { Fragment } from './jobs/fragment.ts';
import type { DocumentTable, JobRow, JobTable, Tables, WholeRow } from './schema/schema.ts';

export type Database = Kysely<Tables>;

/** A change of a stored job's rows. */
export interface ChangedRow extends WholeRow {
  readonly seq: number;
  /** As it is stored. */
  readonly before: JobRow;
}

/** Columns that the two kinds of database declare differently. */
export interface ColumnTypes {
  /** Text that sorts by code unit, as JavaScript compares it. */
  readonly text: RawBuilder<unknown>;
  readonly bytes: RawBuilder<unknown>;
  /** Whole numbers beyond 32 bits. */
  readonly number: RawBuilder<unknown>;
}

/** A reading of the clock of leases. */
export interface LeaseTime {
  /** The start of the machine that it counts from; '' for a clock that outlives the machine's restarts. */
  readonly boot: string;
  readonly ms: number;
}

/** What differs between the databases in statements of the list. */
export interface ListDialect {
  /** Runs a statement on the connection of this session or transaction. The database keeps it prepared where it can. */
  query<Row>(db: Database, statement: Fragment): Promise<readonly Row[]>;
  /** As {@link Engine.among}. */
  among(column: Fragment, values: readonly (string | number)[], type: 'text' | 'number'): Fragment;
  /** As {@link Engine.unfollowed}. */
  unfollowed(column: Fragment): Fragment;
  /** The first rows of several selects in an order that an index gives each of them: no more rows are read than are wanted. */
  firstOf(selects: readonly Fragment[], order: Fragment, limit: number): Fragment;
}

/** All that differs between the databases; everything else is written once, over Kysely. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  /** File, or host and database. */
  readonly location: string;
  readonly types: ColumnTypes;
  /** Adds the primary key that numbers rows; a number is never used again. */
  addNumber<Table extends string>(
    table: CreateTableBuilder<Table, never>,
    column: string,
  ): CreateTableBuilder<Table, never>;
  hasTable(db: Database, name: string): Promise<boolean>;
  /** Creates the index of words, and what only this database needs. */
  createOwnTables(db: Database): Promise<void>;
  /** Lets the database know which values of the filters occur together, where it can keep that. */
  createFilterStatistics(db: Database): Promise<void>;
  /** Seqs of jobs that have, for each of the lexemes, a word that begins with it; at most so many, in no order. */
  findByLexemes(db: Database, lexemes: readonly string[], limit: number): Promise<readonly number[]>;
  /** Whether the column is one of the values: one text of SQL however many there are. */
  among(
    column: RawBuilder<unknown>,
    values: readonly (string | number)[],
    type: 'text' | 'number',
  ): RawBuilder<boolean>;
  /**
   * A column whose index is not to be followed. SQLite, which counts no values here, would gather all jobs of many values and
   * sort them, where reading in the order of another index finds a page at once.
   */
  unfollowed(column: RawBuilder<unknown>): RawBuilder<unknown>;
  /** Rows to select from, in their order: few parameters however many there are. */
  given(columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): RawBuilder<unknown>;
  /** Statements of the list of jobs, put together from fragments. */
  readonly lists: ListDialect;
  /** Inserts jobs that are not stored. */
  insertRows(db: Database, rows: readonly WholeRow[]): Promise<void>;
  updateRows(db: Database, rows: readonly ChangedRow[]): Promise<void>;
  removeRows(db: Database, seqs: readonly number[]): Promise<void>;
  /** Blocks other writers of jobs of these connections until the transaction ends. */
  lockConnections(db: Database, connections: readonly string[]): Promise<void>;
  /** Blocks other appends to the feed until the transaction ends, so that they become visible in order. Must be the last lock. */
  lockFeed(db: Database): Promise<void>;
  /** Creates the counter that orders readings. */
  createReadingNumbers(db: Database): Promise<void>;
  /** The next number. Waits for no transaction that another process leaves open, where the database can do so. */
  takeReadingNumber(db: Database): Promise<number>;
  /** The highest number that was taken; 0 before the first. */
  lastReadingNumber(db: Database): Promise<number>;
  /** Reads that see one state of the database, whatever others write meanwhile. */
  inSnapshot<Result>(db: Database, read: (snapshot: Database) => Promise<Result>): Promise<Result>;
  /** Blocks other writers of tallies until the transaction ends. */
  lockTallies(db: Database): Promise<void>;
  /** Lets one process at a time change the tables, and blocks all writers meanwhile. */
  lockSchema(db: Database): Promise<void>;
  /** The wall clock of the database, or of this machine where the database has none. */
  nowMs(db: Database): Promise<number>;
  /** The clock of leases: the same in every process that uses the store. */
  leaseTime(db: Database): Promise<LeaseTime>;
  version(db: Database): Promise<string>;
  sizeBytes(db: Database): Promise<number>;
  vacuum(db: Database): Promise<void>;
  check(db: Database): Promise<readonly string[]>;
  /** Converts an error of the database to a CrossvaultError: what happened, where, and what to do. */
  toFault(error: unknown): Error;
}

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
  'tenant',
  'started_ms',
  'ended_ms',
  'observed_ms',
  'gone_ms',
  'read_whole',
  'mapper_version',
  'text_version',
  'list_hash',
  'list_ms',
  'full_hash',
  'full_ms',
  'list_no',
  'full_no',
  'missed_no',
  'gone_no',
  'words',
] as const satisfies readonly Exclude<keyof JobTable, 'seq'>[];

export const documentColumns = ['document', 'tasks', 'packed'] as const satisfies readonly Exclude<
  keyof DocumentTable,
  'seq'
>[];
