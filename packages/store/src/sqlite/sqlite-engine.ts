import { CompiledQuery, sql } from 'kysely';
import { type Database, documentColumns, type Engine, jobColumns } from '../engine.ts';
import type { WholeRow } from '../schema.ts';
import { toSqliteFault } from './sqlite-faults.ts';
import { createWorkTable } from './work-table.ts';

const insertJob = `insert into jobs (${jobColumns.join(', ')}) values (${jobColumns.map(() => '?').join(', ')}) returning seq`;
const insertDocument = 'insert into documents (seq, document, tasks, packed) values (?, ?, ?, ?)';
const insertWords = 'insert into job_words (rowid, words) values (?, ?)';
const updateJob = `update jobs set ${jobColumns.map((column) => `${column} = ?`).join(', ')} where seq = ?`;
const updateDocument = 'update documents set document = ?, tasks = ?, packed = ? where seq = ?';
const removeWords = 'delete from job_words where rowid = ?';

/** Statements whose text never changes: compiled once by us, prepared once by the connection. */
const run = (db: Database, text: string, parameters: readonly unknown[]) =>
  db.executeQuery<{ seq: number }>(CompiledQuery.raw(text, [...parameters]));

const jobValues = ({ job }: WholeRow): unknown[] => jobColumns.map((column) => job[column] ?? null);
const documentValues = ({ document }: WholeRow): unknown[] => documentColumns.map((column) => document[column]);

/** SQLite, in one file. One writer at a time over all processes, so that a transaction is alone anyway. */
export function createSqliteEngine(path: string, nowMs: () => number): Engine {
  return {
    name: 'sqlite',
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
      await createWorkTable(db);
    },
    async findByLexemes(db, lexemes, limit) {
      const match = lexemes.map((lexeme) => `"${lexeme}" *`).join(' ');
      const found = await sql<{ seq: number }>`select rowid as seq from job_words where job_words match ${match}
        limit ${limit}`.execute(db);
      return found.rows.map(({ seq }) => seq);
    },
    among: (column, values) => sql<boolean>`${column} in (select value from json_each(${JSON.stringify(values)}))`,
    async insertRows(db, rows) {
      const seqs: number[] = [];
      for (const row of rows) {
        const { rows: inserted } = await run(db, insertJob, jobValues(row));
        const seq = inserted[0]?.seq ?? 0;
        await run(db, insertDocument, [seq, ...documentValues(row)]);
        await run(db, insertWords, [seq, row.lexemes ?? '']);
        seqs.push(seq);
      }
      return seqs;
    },
    async updateRows(db, rows) {
      for (const row of rows) {
        await run(db, updateJob, [...jobValues(row), row.seq]);
        await run(db, updateDocument, [...documentValues(row), row.seq]);
        if (row.lexemes === null) continue;
        await run(db, removeWords, [row.seq]);
        await run(db, insertWords, [row.seq, row.lexemes]);
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
    lockSchema: async () => undefined,
    nowMs: async () => nowMs(),
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
