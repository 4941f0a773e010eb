import type { ConnectionSummary, JobStatus } from '@crossvault/contract';
import { sql } from 'kysely';
import type { Database, Engine } from './engine.ts';
import { toInstant, toMs } from './job-row.ts';

interface SummaryWindow {
  readonly startedAfter: string | null;
  readonly startedBefore: string | null;
}

export async function summarize(
  db: Database,
  engine: Engine,
  window: SummaryWindow,
): Promise<readonly ConnectionSummary[]> {
  const sources = await db.selectFrom('sources').selectAll().orderBy('connection').orderBy('vendor').execute();
  const isBounded = window.startedAfter !== null || window.startedBefore !== null;
  const counts = isBounded
    ? [...(await countStarted(db, engine, window)), ...(await countWithoutStart(db, engine))]
    : await db.selectFrom('tallies').selectAll().where('jobs', '>', 0).execute();
  const successes = await readSuccesses(db, engine);
  return sources.map(({ connection, vendor }): ConnectionSummary => {
    const isOwn = (row: { readonly connection: string; readonly vendor: string }): boolean =>
      row.connection === connection && row.vendor === vendor;
    const byStatus = new Map<JobStatus, number>();
    const own = counts.filter(isOwn);
    for (const { status, jobs } of own) byStatus.set(status, (byStatus.get(status) ?? 0) + Number(jobs));
    const success = successes.find(isOwn);
    return {
      connection,
      vendor,
      counts: Object.fromEntries(byStatus),
      problems: own.reduce((sum, row) => sum + Number(row.problems), 0),
      lastSuccessAt: success === undefined ? null : toInstant(success.newest),
      oldestSuccess: toOldest(success),
    };
  });
}

/** Of each source: when its newest success was, and which target's newest one lies furthest back. */
async function readSuccesses(db: Database, engine: Engine) {
  const target = engine.unfollowed(sql.ref('target'));
  const { rows } = await sql<{
    readonly connection: string;
    readonly vendor: string;
    readonly newest: number;
    readonly oldest: number | null;
    readonly target: string | null;
  }>`with ends as materialized (
      select connection, vendor,
        (select max(ended_ms) from successes
          where successes.connection = sources.connection and successes.vendor = sources.vendor) as newest,
        (select ended_ms from successes
          where successes.connection = sources.connection and successes.vendor = sources.vendor and target <> ''
          order by ended_ms limit 1) as oldest
      from sources
    )
    select connection, vendor, newest, oldest, (
        select min(${target}) from successes
        where successes.connection = ends.connection and successes.vendor = ends.vendor
          and ended_ms = oldest and ${target} <> ''
      ) as target
    from ends where newest is not null`.execute(db);
  return rows;
}

function toOldest(success: Awaited<ReturnType<typeof readSuccesses>>[number] | undefined) {
  const { oldest = null, target = null } = success ?? {};
  return oldest === null || target === null ? null : { target, at: toInstant(oldest) };
}

const counted = (db: Database, engine: Engine) =>
  db
    .selectFrom('jobs')
    .select(['connection', 'vendor', 'status'])
    .select(sql<number>`count(*)`.as('jobs'))
    .select(sql<number>`sum(problem)`.as('problems'))
    .groupBy(['connection', 'vendor', 'status'].map((column) => engine.unfollowed(sql.ref(column))));

function countStarted(db: Database, engine: Engine, { startedAfter, startedBefore }: SummaryWindow) {
  let query = counted(db, engine).where('started_ms', 'is not', null);
  if (startedAfter !== null) query = query.where('started_ms', '>=', toMs(startedAfter));
  if (startedBefore !== null) query = query.where('started_ms', '<', toMs(startedBefore));
  return query.execute();
}

const countWithoutStart = (db: Database, engine: Engine) =>
  counted(db, engine).where('started_ms', 'is', null).execute();
