import type { Job } from '@crossvault/core';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { fold } from '../jobs/job-row.ts';
import { isCountedSuccess } from '../jobs/success-filter.ts';
import { type BetweenSteps, inWrite } from '../write-transaction.ts';

/** Compares tallies and successes with the jobs. Returns the differences as sentences; [] when there are none. */
export async function findMiscounts(db: Database, engine: Engine): Promise<readonly string[]> {
  return engine.inSnapshot(db, async (own) => [
    ...(await wrongTallies(own)),
    ...(await missingSources(own)),
    ...(await lateSuccesses(own, engine)).map(
      ({ connection, target }) =>
        `The last success of ${target === '' ? 'jobs without a target' : target} (${connection}) is older than that of its jobs.`,
    ),
  ]);
}

/** Corrects them from the jobs. Values whose jobs were deleted for their age stay. Returns the differences. */
export async function repairMiscounts(
  db: Database,
  engine: Engine,
  betweenSteps?: BetweenSteps,
): Promise<readonly string[]> {
  const wrong = await findMiscounts(db, engine);
  await inWrite(db, engine, async (own) => {
    await sql`insert into sources (connection, vendor) select distinct connection, vendor from jobs where true
      on conflict (connection, vendor) do nothing`.execute(own);
  });
  await betweenSteps?.();
  await inWrite(db, engine, async (own) => {
    // A writer with jobs written and tallies pending waits here, and then adds its jobs to the new counts.
    await engine.lockTallies(own);
    await own.deleteFrom('tallies').execute();
    await sql`insert into tallies (connection, vendor, status, jobs, problems) ${counted}`.execute(own);
  });
  for (const { connection, vendor, target, ended_ms: endedMs } of await lateSuccesses(db, engine)) {
    await betweenSteps?.();
    await inWrite(db, engine, async (own) => {
      await sql`insert into successes (connection, vendor, target, ended_ms)
        select ${connection}, ${vendor}, ${target}, cast(${endedMs} as bigint) where true
        on conflict (connection, vendor, target) do update set ended_ms = excluded.ended_ms
        where excluded.ended_ms > successes.ended_ms`.execute(own);
    });
  }
  return wrong;
}

const counted = sql`select connection, vendor, status, count(*) as jobs, sum(problem) as problems
  from jobs group by connection, vendor, status`;

async function wrongTallies(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ connection: string; status: string; kept: number; jobs: number }>`
    with counted as (${counted}), kept as (select * from tallies where jobs <> 0 or problems <> 0)
    select coalesce(counted.connection, kept.connection) as connection, coalesce(counted.status, kept.status) as status,
      coalesce(kept.jobs, 0) as kept, coalesce(counted.jobs, 0) as jobs
    from counted full join kept on kept.connection = counted.connection and kept.vendor = counted.vendor
      and kept.status = counted.status
    where coalesce(kept.jobs, 0) <> coalesce(counted.jobs, 0)
      or coalesce(kept.problems, 0) <> coalesce(counted.problems, 0)
    order by 1, 2`.execute(db);
  return rows.map(
    ({ connection, status, kept, jobs }) =>
      `The tally of ${connection} says ${kept} ${status}, and ${jobs} jobs are stored; or their problems differ.`,
  );
}

async function missingSources(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ connection: string }>`select distinct connection from jobs where not exists
    (select 1 from sources where sources.connection = jobs.connection and sources.vendor = jobs.vendor)`.execute(db);
  return rows.map(({ connection }) => `${connection} has jobs and is not among the sources.`);
}

interface Success {
  readonly connection: string;
  readonly vendor: string;
  readonly target: string;
  readonly ended_ms: number;
}

/** Newest successful backups that the kept ones know nothing of. */
async function lateSuccesses(db: Database, engine: Engine): Promise<readonly Success[]> {
  const { rows: newest } = await sql<Success & { readonly target: string | null }>`
    select connection, vendor, target_name as target, max(ended_ms) as ended_ms from jobs
    where kind = 'backup' and ${isCountedSuccess(engine)}
    group by connection, vendor, target_name`.execute(db);
  const kept = new Map<string, number>();
  for (const { connection, vendor, target, ended_ms: endedMs } of await db
    .selectFrom('successes')
    .selectAll()
    .execute()) {
    const key = [connection, vendor, fold(target)].join('\n');
    kept.set(key, Math.max(endedMs, kept.get(key) ?? 0));
  }
  const late = newest.filter(
    ({ connection, vendor, target, ended_ms: endedMs }) =>
      endedMs > (kept.get([connection, vendor, target ?? ''].join('\n')) ?? 0),
  );
  return Promise.all(late.map(async (each) => ({ ...each, target: await readName(db, each) })));
}

/** The target as its vendor writes it: the narrow row has it in lower case. */
async function readName(db: Database, { connection, target, ended_ms: endedMs }: Success): Promise<string> {
  const row = await db
    .selectFrom('jobs')
    .innerJoin('documents', 'documents.seq', 'jobs.seq')
    .select('document')
    .where('connection', '=', connection)
    .where('target_name', target === null ? 'is' : '=', target)
    .where('ended_ms', '=', endedMs)
    .where('status', '=', 'succeeded')
    .executeTakeFirst();
  if (row === undefined) return target ?? '';
  const job: Pick<Job, 'target'> = JSON.parse(row.document);
  return (job.target?.name ?? '').replaceAll('\0', '\ufffd');
}
