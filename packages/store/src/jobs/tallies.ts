import type { JobStatus } from '@crossvault/core';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import type { JobRow } from '../schema/schema.ts';

/** The tables of version 2: counts that reads would otherwise compute. */
export async function createTallies(db: Database, { types: { text, number } }: Engine): Promise<void> {
  await db.schema
    .createTable('tallies')
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('vendor', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('jobs', number, (column) => column.notNull())
    .addColumn('problems', number, (column) => column.notNull())
    .addPrimaryKeyConstraint('tallies_key', ['connection', 'vendor', 'status'])
    .execute();
  await sql`insert into tallies (connection, vendor, status, jobs, problems)
    select connection, vendor, status, count(*), sum(problem) from jobs group by connection, vendor, status`.execute(
    db,
  );
  await db.schema
    .createIndex('successes_ended')
    .on('successes')
    .columns(['connection', 'vendor', 'ended_ms'])
    .execute();
}

export type Tallied = Pick<JobRow, 'connection' | 'vendor' | 'status' | 'problem'>;

/** Updates the tallies: each job as it was, null for a new one, and as it is, null for a deleted one. */
export async function noteTallies(
  db: Database,
  engine: Engine,
  jobs: readonly { readonly before: Tallied | null; readonly after: Tallied | null }[],
): Promise<void> {
  const tallies = new Map<
    string,
    { connection: string; vendor: string; status: JobStatus; jobs: number; problems: number }
  >();
  const add = (job: Tallied | null, count: 1 | -1): void => {
    if (job === null) return;
    const { connection, vendor, status, problem } = job;
    const key = [connection, vendor, status].join('\n');
    const own = tallies.get(key) ?? { connection, vendor, status, jobs: 0, problems: 0 };
    tallies.set(key, { ...own, jobs: own.jobs + count, problems: own.problems + count * problem });
  };
  for (const { before, after } of jobs) {
    add(before, -1);
    add(after, 1);
  }
  const changed = [...tallies.values()].filter((tally) => tally.jobs !== 0 || tally.problems !== 0);
  if (changed.length === 0) return;
  const columns = ['connection', 'vendor', 'status', 'jobs', 'problems'];
  await sql`insert into tallies (${sql.join(columns.map((column) => sql.ref(column)))})
    select * from ${engine.given(columns, changed)} where true
    on conflict (connection, vendor, status) do update
    set jobs = tallies.jobs + excluded.jobs, problems = tallies.problems + excluded.problems`.execute(db);
}

/** Per connection that has jobs. */
export async function countJobs(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('tallies')
    .select('connection')
    .select(sql<number>`cast(sum(jobs) as bigint)`.as('jobs'))
    .groupBy('connection')
    .having(sql`sum(jobs)`, '>', 0)
    .execute();
  return new Map(rows.map(({ connection, jobs }) => [connection, jobs]));
}
