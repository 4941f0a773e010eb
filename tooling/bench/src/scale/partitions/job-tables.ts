import type pg from 'pg';
import { newestMs } from '../../store/make-jobs.ts';

/** How the table of jobs is laid out: one table as the store makes it, or hash partitions by connection. */
export type Layout = 'table' | 'partitions';

/** A job is newer the higher its number: the newest has the number of jobs. */
const stepMs = 7_777;
export const startMsOf = (number: number, jobs: number): number => newestMs - (jobs - number) * stepMs;

/** Connections of which the first has 3 in 100 jobs and the last few; `connectionAt` of the made jobs names them likewise. */
export const connections = 1_000;

/** The statements that make the indexes and keys again, as the store made them. */
export interface IndexPlan {
  readonly indexes: readonly string[];
  readonly keys: Readonly<Record<Layout, readonly string[]>>;
}

/** A partitioned table can be unique only by columns that contain the connection. */
const keys: IndexPlan['keys'] = {
  table: ['alter table jobs add primary key (seq)', 'alter table jobs add unique (id)'],
  partitions: ['alter table jobs add primary key (seq, connection)', 'alter table jobs add unique (id, connection)'],
};

/** The indexes that the measured pages are read by, where the others would take too long. */
const read = ['jobs_started', 'jobs_connection', 'jobs_status'];

/** Reads the indexes of the empty tables, before a layout takes them away. */
export async function readIndexPlan(client: pg.Client, isFew: boolean): Promise<IndexPlan> {
  const { rows } = await client.query<{ indexdef: string }>(
    `select indexdef from pg_indexes where schemaname = 'crossvault' and tablename = 'jobs'
      and indexdef not like '%UNIQUE%' and ($1::text[] is null or indexname = any($1)) order by indexname`,
    [isFew ? read : null],
  );
  return { indexes: rows.map(({ indexdef }) => indexdef), keys };
}

/** An empty table of jobs of that layout without any index or key; a former one is dropped. */
async function makeEmpty(client: pg.Client, layout: Layout, partitions: number): Promise<void> {
  const by = layout === 'table' ? '' : 'partition by hash (connection)';
  await client.query(`create table empty_jobs (like jobs including all excluding indexes excluding statistics) ${by}`);
  await client.query('drop table jobs');
  await client.query('alter table empty_jobs rename to jobs');
  for (let part = 0; layout === 'partitions' && part < partitions; part += 1) {
    await client.query(
      `create table jobs_p${part} partition of jobs for values with (modulus ${partitions}, remainder ${part})`,
    );
  }
}

/** Evenly spread from 0 up to 1, the same for the same job and salt. */
const chance = (salt: number, of = 'n'): string => `((hashint8extended(${of}, ${salt}) & 1048575) / 1048576.0)`;

/** But for the number and the id. */
export const otherColumns = `connection, vendor, list, native_id, kind, status, trigger, problem, ended, target_id, target_name,
  plan_name, started_ms, ended_ms, observed_ms, read_whole, mapper_version, list_hash, list_ms, list_no, words, lexemes`;

/** Rows as a vendor's list gives them; every text is shorter than a real one, by which the disk holds more of them. */
const made = `select n as seq,
    encode(convert_to(connection || native_id, 'UTF8'), 'base64') as id, connection, vendor, 'jobs' as list, native_id, kind, status,
    case when ${chance(5)} < 0.02 then 'manual' else 'scheduled' end as trigger,
    (status in ('failed', 'warning'))::int as problem, (status <> 'running')::int as ended,
    md5(target) as target_id, target as target_name, plan as plan_name,
    started_ms, case when status <> 'running' then started_ms + 600000 end as ended_ms, started_ms + 600000 as observed_ms,
    1 as read_whole, 1000000 as mapper_version, native_id as list_hash, started_ms as list_ms, 1 as list_no,
    ' ' || concat_ws(' ', connection, target, plan, status) as words,
    array_to_tsvector(array[connection, target, plan, status]) as lexemes
  from (
    select n, md5(n::text) as native_id, $3::bigint - ($4::bigint - n) * ${stepMs} as started_ms,
      'connection-' || case when connection < 10 then '0' else '' end || connection as connection,
      'vendor-' || connection % 4 as vendor, 'srv-' || floor(5000 * ${chance(2)} ^ 2) as target,
      'plan-' || floor(200 * ${chance(3)} ^ 2) as plan,
      case when $4::bigint - n < 500 and ${chance(6)} < 0.3 then 'running'
        when ${chance(4)} < 0.04 then 'failed' when ${chance(4)} < 0.1 then 'warning' else 'succeeded' end as status,
      case when ${chance(7)} < 0.08 then 'snapshot' when ${chance(7)} < 0.12 then 'retention' else 'backup' end as kind
    from (select n, floor(${connections} * ${chance(1)} ^ 2)::int as connection
      from generate_series($1::bigint, $2::bigint) as numbers(n)) as numbered
  ) as job`;

/** Rows a statement inserts: what one takes in memory is bounded, and progress can be written. */
const atOnce = 1_000_000;

async function inPieces(jobs: number, insert: (from: number, to: number) => Promise<unknown>): Promise<void> {
  for (let from = 1; from <= jobs; from += atOnce) await insert(from, Math.min(jobs, from + atOnce - 1));
}

/** In one transaction with the table's making, of which the server writes no log. */
export async function fillJobs(client: pg.Client, layout: Layout, jobs: number, partitions: number): Promise<void> {
  await client.query('begin');
  await makeEmpty(client, layout, partitions);
  await inPieces(jobs, (from, to) =>
    client.query(`insert into jobs (seq, id, ${otherColumns}) overriding system value ${made}`, [
      from,
      to,
      newestMs,
      jobs,
    ]),
  );
  await client.query('commit');
  await client.query("select setval(pg_get_serial_sequence('jobs', 'seq'), $1)", [jobs]);
}

/** Both layouts share them: they are found by their numbers alone. */
export async function fillDocuments(client: pg.Client, jobs: number): Promise<void> {
  await client.query('begin');
  await client.query('truncate documents');
  await client.query('alter table documents drop constraint documents_pkey');
  await inPieces(jobs, (from, to) =>
    client.query(
      `insert into documents (seq, document, tasks, packed)
        select n, '{"id":"' || md5(n::text) || '","startedAt":"2026-03-02T12:00:00Z","sizeBytes":' || n || '}', '[]', ''
        from generate_series($1::bigint, $2::bigint) as numbers(n)`,
      [from, to],
    ),
  );
  await client.query('alter table documents add primary key (seq)');
  await client.query('commit');
}

export async function makeIndexes(client: pg.Client, plan: IndexPlan, layout: Layout): Promise<void> {
  for (const statement of [...plan.keys[layout], ...plan.indexes]) await client.query(statement);
  await client.query(
    'create statistics if not exists jobs_filters (mcv) on connection, kind, status, trigger, problem from jobs',
  );
  await client.query(
    'insert into sources (connection, vendor) select distinct connection, vendor from jobs on conflict do nothing',
  );
  await client.query('vacuum (analyze) jobs');
  await client.query('vacuum (analyze) documents');
  await client.query('checkpoint');
}
