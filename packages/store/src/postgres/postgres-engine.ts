import { type RawBuilder, sql } from 'kysely';
import { type Database, documentColumns, type Engine, jobColumns } from '../database.ts';
import type { WholeRow } from '../schema/schema.ts';
import { toPostgresFault } from './postgres-faults.ts';
import { postgresLists } from './postgres-lists.ts';

const smallColumns: readonly string[] = ['problem', 'ended', 'read_whole', 'enabled', 'expected', 'marks', 'severity'];
const integerColumns: readonly string[] = ['mapper_version', 'text_version', 'number', 'revision'];
const bigColumns: readonly string[] = ['seq', 'jobs', 'problems'];
const isBig = (column: string): boolean =>
  column.endsWith('_ms') || column.endsWith('_no') || bigColumns.includes(column);

function arrayType(column: string): RawBuilder<unknown> {
  if (isBig(column)) return sql`bigint[]`;
  if (smallColumns.includes(column)) return sql`smallint[]`;
  if (integerColumns.includes(column)) return sql`integer[]`;
  return column === 'packed' ? sql`bytea[]` : sql`text[]`;
}

const names = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)));

/** Rows as one array a column: one text of SQL, and one way to the database, however many there are. */
function columnArrays(columns: readonly string[], valueAt: (column: string, row: number) => unknown, rows: number) {
  const arrays = columns.map((column) => {
    const values = Array.from({ length: rows }, (_, row) => valueAt(column, row) ?? null);
    return sql`${values}::${arrayType(column)}`;
  });
  return sql`unnest(${sql.join(arrays)}) as given(${names(columns)})`;
}

const givenJobs = (rows: readonly WholeRow[]) => {
  const values = rows.map((row): Readonly<Record<string, unknown>> => ({ ...row.job, lexemes: row.lexemes }));
  return (column: string, row: number): unknown => values[row]?.[column];
};
const givenDocuments = (rows: readonly WholeRow[], seqs: readonly number[]) => {
  const values = rows.map((row, index): Readonly<Record<string, unknown>> => ({ ...row.document, seq: seqs[index] }));
  return (column: string, row: number): unknown => values[row]?.[column];
};

const toVector = sql`array_to_tsvector(string_to_array(given.lexemes, ' '))`;
const assign = (columns: readonly string[]) =>
  sql.join(columns.map((column) => sql`${sql.ref(column)} = given.${sql.ref(column)}`));

/** Numbers of our advisory locks: a class for each sort of thing that is locked. */
const locks = { store: 0x43_56, connection: 0x43_57 } as const;
const things = { feed: 1, schema: 2 } as const;

/** PostgreSQL as it comes, without extensions. */
export function createPostgresEngine(location: string): Engine {
  async function nowMs(db: Database): Promise<number> {
    const { rows } = await sql<{ now: number }>`select
      floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db);
    return rows[0]?.now ?? 0;
  }

  return {
    name: 'postgres',
    location,
    types: { text: sql`text collate "C"`, bytes: sql`bytea`, number: sql`bigint` },
    addNumber: (table, column) =>
      table.addColumn(column, 'bigint', (definition) => definition.primaryKey().generatedAlwaysAsIdentity()),
    async hasTable(db, name) {
      // Not to_regclass: it may still say no behind the lock that another process has just made the table under.
      const { rows } = await sql`select 1 from pg_catalog.pg_tables
        where schemaname = current_schema() and tablename = ${name}`.execute(db);
      return rows.length > 0;
    },
    async createOwnTables(db) {
      await sql`alter table jobs add column lexemes tsvector not null`.execute(db);
      await sql`create index jobs_lexemes on jobs using gin (lexemes)`.execute(db);
    },
    async createFilterStatistics(db) {
      // Without them it takes the filters for independent, and reads a connection's whole history for a kind that it does not have.
      await sql`create statistics jobs_filters (mcv) on connection, kind, status, trigger, problem from jobs`.execute(
        db,
      );
      await sql`analyze jobs`.execute(db);
    },
    async findByLexemes(db, lexemes, limit) {
      const wanted = lexemes.map((lexeme) => `'${lexeme}':*`).join(' & ');
      const found = await sql<{ seq: number }>`select seq from jobs where lexemes @@ ${wanted}::tsquery
        limit ${limit}`.execute(db);
      return found.rows.map(({ seq }) => seq);
    },
    among: (column, values, type) =>
      type === 'number'
        ? sql<boolean>`${column} = any(${[...values]}::bigint[])`
        : sql<boolean>`${column} = any(${[...values]}::text[])`,
    unfollowed: (column) => column,
    given: (columns, rows) => columnArrays(columns, (column, row) => rows[row]?.[column], rows.length),
    lists: postgresLists,
    async insertRows(db, rows) {
      if (rows.length === 0) return;
      const [ofJob, ofDocument] = [givenJobs(rows), givenDocuments(rows, [])];
      const isOfDocument = new Set<string>(documentColumns);
      const columns = [...jobColumns, 'lexemes', ...documentColumns];
      const given = columnArrays(
        columns,
        (column, row) => (isOfDocument.has(column) ? ofDocument : ofJob)(column, row),
        rows.length,
      );
      await sql`with given as materialized (select * from ${given}), stored as (
          insert into jobs (${names(jobColumns)}, lexemes) select ${names(jobColumns)}, ${toVector} from given
          returning seq, id
        )
        insert into documents (seq, ${names(documentColumns)})
        select seq, ${names(documentColumns)} from stored join given using (id)`.execute(db);
    },
    async updateRows(db, rows) {
      if (rows.length === 0) return;
      const seqs = rows.map(({ seq }) => seq);
      const ofJob = givenJobs(rows);
      const given = columnArrays(
        ['seq', ...jobColumns, 'lexemes'],
        (column, row) => (column === 'seq' ? seqs[row] : ofJob(column, row)),
        rows.length,
      );
      await sql`update jobs set ${assign(jobColumns)}, lexemes = coalesce(${toVector}, jobs.lexemes)
        from ${given} where jobs.seq = given.seq`.execute(db);
      const documents = columnArrays(['seq', ...documentColumns], givenDocuments(rows, seqs), rows.length);
      await sql`update documents set ${assign(documentColumns)} from ${documents}
        where documents.seq = given.seq`.execute(db);
    },
    async removeRows(db, seqs) {
      await sql`delete from documents where seq = any(${[...seqs]}::bigint[])`.execute(db);
      await sql`delete from jobs where seq = any(${[...seqs]}::bigint[])`.execute(db);
    },
    async lockConnections(db, connections) {
      // By the numbers that are locked, not by the names: two names may have one number.
      await sql`select pg_advisory_xact_lock(${locks.connection}, number) from (select distinct hashtext(name) as number
        from unnest(${[...connections]}::text[]) as names(name) order by number) as numbers`.execute(db);
    },
    async lockFeed(db) {
      await sql`select pg_advisory_xact_lock(${locks.store}, ${things.feed})`.execute(db);
    },
    async createReadingNumbers(db) {
      await sql`create sequence reading_numbers`.execute(db);
    },
    async takeReadingNumber(db) {
      // A sequence is locked for no longer than the call, and never goes back, whatever becomes of the transaction.
      const { rows } = await sql<{ number: number }>`select nextval('reading_numbers') as number`.execute(db);
      return rows[0]?.number ?? 0;
    },
    async lastReadingNumber(db) {
      const { rows } = await sql<{ number: number }>`select
        case when is_called then last_value else 0 end as number from reading_numbers`.execute(db);
      return rows[0]?.number ?? 0;
    },
    async lockTallies(db) {
      await sql`lock table tallies in share row exclusive mode`.execute(db);
    },
    inSnapshot: (db, read) =>
      db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read),
    async lockSchema(db) {
      await sql`select pg_advisory_xact_lock(${locks.store}, ${things.schema})`.execute(db);
      // Every transaction that writes reads this table first and so holds it until it ends.
      if (await this.hasTable(db, 'store_version')) {
        await sql`lock table store_version in access exclusive mode`.execute(db);
      }
    },
    nowMs,
    leaseTime: async (db) => ({ boot: '', ms: await nowMs(db) }),
    async version(db) {
      const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db);
      return rows[0]?.version ?? '';
    },
    async sizeBytes(db) {
      const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(db);
      return rows[0]?.bytes ?? 0;
    },
    async vacuum(db) {
      await sql`vacuum analyze jobs, documents, changes`.execute(db);
    },
    async check(db) {
      const { rows } = await sql<{ lost: number }>`select count(*) as lost from jobs
        full join documents using (seq) where jobs.id is null or documents.document is null`.execute(db);
      const lost = rows[0]?.lost ?? 0;
      return lost === 0 ? [] : [`${lost} jobs have no document, or documents no job.`];
    },
    toFault: (error) => toPostgresFault(error, location),
  };
}
