import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { type FileUse, toFileAddress } from './database-file.ts';
import { createMarker } from './file-mark.ts';
import { toSqliteFault } from './sqlite-faults.ts';

/** Statements that are kept prepared. The texts are few: lists of values are one parameter. */
const mostStatements = 300;

/** How long a writer waits for another process before it gives up. */
const busyTimeoutMs = 30_000;
const busyWaitMs = 20;

/** A writer touches many indexes at once; what a reader reads, the system keeps for it. */
const cacheKilobytes = { reader: 8_192, writer: 65_536 } as const;

export interface OpenedFile {
  readonly dialect: SqliteDialect;
  readonly file: DatabaseSync;
  readonly use: FileUse;
  /** Reads a little: only then it is seen whether the file can be read. */
  look(): void;
}

/**
 * Opens a file for one thread. A writer's transactions take the lock at once, so that no reading in them has to be given
 * up for another process's writing; a reader changes nothing and never waits. The file has to exist.
 */
export function openFile(path: string, role: 'reader' | 'writer', use: FileUse = 'rw'): OpenedFile {
  const mapFault = <Result>(run: () => Result): Result => {
    try {
      return run();
    } catch (error) {
      throw toSqliteFault(error, path);
    }
  };
  const file = mapFault(() => new DatabaseSync(toFileAddress(path, use), { timeout: busyTimeoutMs }));
  try {
    mapFault(() => prepareFile(file, role));
  } catch (error) {
    file.close();
    throw error;
  }
  return {
    file,
    use,
    dialect: new SqliteDialect({ database: toDatabase(file, role, mapFault) }),
    look: () => void mapFault(() => file.prepare('select count(*) from sqlite_master').get()),
  };
}

function prepareFile(file: DatabaseSync, role: 'reader' | 'writer'): void {
  file.exec(`pragma cache_size = -${cacheKilobytes[role]}; pragma temp_store = memory`);
  if (role === 'reader') {
    file.exec('pragma query_only = on');
    return;
  }
  file.exec('pragma synchronous = full; pragma wal_autocheckpoint = 4000');
  // The one statement that does not wait for another process that is just doing the same.
  for (let waits = 0; file.prepare('pragma journal_mode').get()?.['journal_mode'] !== 'wal'; waits += 1) {
    try {
      file.exec('pragma journal_mode = wal');
    } catch (error) {
      if (waits >= busyTimeoutMs / busyWaitMs) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, busyWaitMs);
    }
  }
}

/** A write that would make the file larger fails. A file that is larger already stays as it is. */
export function limitFile(file: DatabaseSync, largestBytes: number): void {
  const pageBytes = Number(file.prepare('pragma page_size').get()?.['page_size'] ?? 4096);
  file.exec(`pragma max_page_count = ${Math.floor(largestBytes / pageBytes)}`);
}

/** Prepares each text once. */
export function rememberStatements<Statement>(prepare: (text: string) => Statement): (text: string) => Statement {
  const prepared = new Map<string, Statement>();
  return (text) => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const statement = prepare(text);
    if (prepared.size >= mostStatements) prepared.clear();
    prepared.set(text, statement);
    return statement;
  };
}

/**
 * The planner of SQLite looks at a limit that is a bound parameter, and so it plans the statement again each time one is
 * bound: half the time of a short list. It does not look at an expression.
 */
export const prepareOnce = (file: DatabaseSync, text: string): StatementSync =>
  file.prepare(text.replaceAll(' limit ?', ' limit +?'));

type MapFault = <Result>(run: () => Result) => Result;

function toDatabase(file: DatabaseSync, role: 'reader' | 'writer', mapFault: MapFault): SqliteDatabase {
  const marker = role === 'writer' ? createMarker(file) : null;
  return {
    close: () => file.close(),
    prepare: rememberStatements((text) => {
      const sql = role === 'writer' && text === 'begin' ? 'begin immediate' : text;
      const made = mapFault(() => toStatement(prepareOnce(file, sql), mapFault));
      return sql === 'rollback' ? toRollback(file, made) : toMarked(sql, made, marker);
    }),
  };
}

/** SQLite gives up a transaction by itself when the disk is full or fails; there is nothing to take back then. */
const toRollback = (file: DatabaseSync, statement: SqliteStatement): SqliteStatement => ({
  ...statement,
  run: (parameters) => (file.isTransaction ? statement.run(parameters) : { changes: 0, lastInsertRowid: 0 }),
});

/** Transactions that change something are counted in the file. */
function toMarked(
  sql: string,
  statement: SqliteStatement,
  marker: ReturnType<typeof createMarker> | null,
): SqliteStatement {
  const mark = { 'begin immediate': marker?.begin, commit: marker?.commit }[sql];
  if (mark === undefined) return statement;
  return {
    ...statement,
    run(parameters) {
      mark();
      return statement.run(parameters);
    },
  };
}

const isInput = (value: unknown): value is SQLInputValue =>
  value === null || ['string', 'number', 'bigint'].includes(typeof value) || value instanceof Uint8Array;

/** Throws for what SQLite cannot take. */
export function toInputs(parameters: readonly unknown[]): SQLInputValue[] {
  if (parameters.every(isInput)) return [...parameters];
  throw new TypeError('SQLite takes texts, numbers, bytes and null only.');
}

/** What Kysely expects of better-sqlite3, of which node:sqlite has nearly the same. */
function toStatement(statement: StatementSync, mapFault: MapFault): SqliteStatement {
  const reader = statement.columns().length > 0;
  return {
    reader,
    all: (parameters) => mapFault(() => statement.all(...toInputs(parameters))),
    run: (parameters) => mapFault(() => statement.run(...toInputs(parameters))),
    iterate: (parameters) => statement.iterate(...toInputs(parameters)),
  };
}
