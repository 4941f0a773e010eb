import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { sql } from 'kysely';
import { documentColumns, type Engine, jobColumns } from '../database.ts';
import type { WholeRow } from '../schema/schema.ts';
import type { MachineTime } from './machine-time.ts';
import { toSqliteFault } from './sqlite-faults.ts';
import { sqliteLists } from './sqlite-lists.ts';

const insertJob = `insert into jobs (${jobColumns.join(', ')}) values (${jobColumns.map(() => '?').join(', ')})`;
const insertDocument = `insert into documents (seq, ${documentColumns.join(', ')}) values (?, ${documentColumns.map(() => '?').join(', ')})`;
const insertWords = 'insert into job_words (rowid, words) values (?, ?)';
const updateDocument = `update documents set ${documentColumns.map((column) => `${column} = ?`).join(', ')} where seq = ?`;
const nextNumber = 'update reading_numbers set number = number + 1 returning number';
const removeWords = 'delete from job_words where rowid = ?';

/**
 * Statements of the write path, without the builder between: they are run once for each row of a batch, inside the
 * transaction that the builder has begun on the same connection.
 */
function createRunner(file: DatabaseSync) {
  const prepared = new Map<string, StatementSync>();
  return (text: string): StatementSync => {
    const statement = prepared.get(text) ?? file.prepare(text);
    prepared.set(text, statement);
    return statement;
  };
}

const jobValues = ({ job }: WholeRow): SQLInputValue[] => jobColumns.map((column) => job[column]);
const documentValues = ({ document }: WholeRow): SQLInputValue[] => documentColumns.map((column) => document[column]);

const toNumber = (row: Readonly<Record<string, unknown>> | undefined): number => Number(row?.['number'] ?? 0);

/** SQLite, in one file. One writer at a time over all processes, so that a transaction is alone anyway. */
export function createSqliteEngine(path: string, file: DatabaseSync, { nowMs, leaseTime }: MachineTime): Engine {
  const statement = createRunner(file);
  return {
    name: 'sqlite',
    location: path,
    types: { text: sql`text`, bytes: sql`blob`, number: sql`integer` },
    addNumber: (table, column) =>
      table.addColumn(column, 'integer', (definition) => definition.primaryKey().autoIncrement()),
    async hasTable(db, name) {
      const { rows } = await sql`select 1 from sqlite_master where type = 'table' and name = ${name}`.execute(db);
      return rows.length > 0;
    },
    async createOwnTables(db) {
      await sql`create virtual table job_words using fts5(words, content='', contentless_delete=1, detail=none,
        tokenize="ascii tokenchars '-'")`.execute(db);
    },
    // Node's SQLite counts no values (it is built without STAT4): the conditions name the index instead, see `unfollowed`.
    createFilterStatistics: async () => undefined,
    async findByLexemes(db, lexemes, limit) {
      const match = lexemes.map((lexeme) => `"${lexeme}" *`).join(' ');
      const found = await sql<{ seq: number }>`select rowid as seq from job_words where job_words match ${match}
        limit ${limit}`.execute(db);
      return found.rows.map(({ seq }) => seq);
    },
    among: (column, values) => sql<boolean>`${column} in (select value from json_each(${JSON.stringify(values)}))`,
    unfollowed: (column) => sql`+${column}`,
    given: (columns, rows) => {
      const text = JSON.stringify(rows.map((row) => columns.map((column) => row[column] ?? null)));
      const values = columns.map((column, index) => sql`value ->> ${sql.lit(index)} as ${sql.ref(column)}`);
      return sql`(select ${sql.join(values)} from json_each(${text})) as given`;
    },
    lists: sqliteLists,
    async insertRows(_, rows) {
      for (const row of rows) {
        const seq = Number(statement(insertJob).run(...jobValues(row)).lastInsertRowid);
        statement(insertDocument).run(seq, ...documentValues(row));
        statement(insertWords).run(seq, row.lexemes ?? '');
      }
    },
    async updateRows(_, rows) {
      for (const row of rows) {
        // Only what changes: SQLite renews the index of every column that is named, whatever its value.
        const columns = jobColumns.filter((column) => row.job[column] !== row.before[column]);
        if (columns.length > 0) {
          const updateJob = `update jobs set ${columns.map((column) => `${column} = ?`).join(', ')} where seq = ?`;
          statement(updateJob).run(...columns.map((column) => row.job[column]), row.seq);
        }
        statement(updateDocument).run(...documentValues(row), row.seq);
        if (row.lexemes === null) continue;
        statement(removeWords).run(row.seq);
        statement(insertWords).run(row.seq, row.lexemes);
      }
    },
    async removeRows(db, seqs) {
      const numbers = JSON.stringify(seqs);
      await sql`delete from job_words where rowid in (select value from json_each(${numbers}))`.execute(db);
      await sql`delete from documents where seq in (select value from json_each(${numbers}))`.execute(db);
      await sql`delete from jobs where seq in (select value from json_each(${numbers}))`.execute(db);
    },
    lockConnections: async () => undefined,
    lockFeed: async () => undefined,
    async createReadingNumbers(db) {
      await sql`create table reading_numbers (number integer not null)`.execute(db);
      await sql`insert into reading_numbers values (0)`.execute(db);
    },
    async takeReadingNumber() {
      // Whatever is stored with a number is written to the disk behind it: a number that no row has may be lost with the power.
      file.exec('pragma synchronous = normal');
      try {
        return toNumber(statement(nextNumber).get());
      } finally {
        file.exec('pragma synchronous = full');
      }
    },
    lastReadingNumber: async (db) => {
      const { rows } = await sql<{ number: number }>`select number from reading_numbers`.execute(db);
      return rows[0]?.number ?? 0;
    },
    lockTallies: async () => undefined,
    inSnapshot: (db, read) => db.transaction().execute(read),
    lockSchema: async () => undefined,
    nowMs: async () => nowMs(),
    leaseTime: async () => leaseTime(),
    async version(db) {
      const { rows } = await sql<{ version: string }>`select sqlite_version() as version`.execute(db);
      return rows[0]?.version ?? '';
    },
    async sizeBytes(db) {
      const { rows } = await sql<{ bytes: number }>`select page_count * page_size as bytes
        from pragma_page_count(), pragma_page_size()`.execute(db);
      return rows[0]?.bytes ?? 0;
    },
    async vacuum(db) {
      await sql`insert into job_words (job_words) values ('optimize')`.execute(db);
      await sql`analyze`.execute(db);
      await sql`vacuum`.execute(db);
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
    },
    async check(db) {
      const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
      return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
    },
    toFault: (error) => toSqliteFault(error, path),
  };
}
