import type { JobStatus } from '@crossvault/core';
import type { ConnectionSummary, SummaryRequest } from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { allOf, column } from './conditions.ts';
import { fragment, joinFragments } from './fragment.ts';
import { toInstant } from './job-row.ts';
import { keyRanges } from './key-ranges.ts';

export async function summarize(
  db: Database,
  engine: Engine,
  request: SummaryRequest,
): Promise<readonly ConnectionSummary[]> {
  const { connections } = request;
  let wanted = db.selectFrom('sources').selectAll();
  if (connections !== null) wanted = wanted.where(engine.among(sql.ref('connection'), connections, 'text'));
  const sources = await wanted.orderBy('connection').orderBy('vendor').execute();
  const isBounded = request.since !== null || request.startedBefore !== null;
  const counts = isBounded
    ? await countJobs(db, engine, request)
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

/** Of each source: when its newest success was, and the target whose newest success is the oldest. */
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

/** Jobs of each source and status within the bounds. The key ranges share no job. */
async function countJobs(db: Database, engine: Engine, { since, startedBefore, connections }: SummaryRequest) {
  const times = { since, startedAfter: null, startedBefore };
  const own = connections === null ? [] : [engine.lists.among(column('connection'), connections, 'text')];
  const columns = (['connection', 'vendor', 'status'] as const).map((name) => engine.lists.unfollowed(column(name)));
  const parts = keyRanges(times, null, true).map(
    ({ conditions }) => fragment`select connection, vendor, status, count(*) as jobs, sum(problem) as problems
      from jobs where ${allOf([...own, ...conditions])} group by ${joinFragments(columns, ', ')}`,
  );
  // One statement, so that a job that changes meanwhile is counted once.
  return engine.lists.query<{
    readonly connection: string;
    readonly vendor: string;
    readonly status: JobStatus;
    readonly jobs: number;
    readonly problems: number;
  }>(db, joinFragments(parts, ' union all '));
}
