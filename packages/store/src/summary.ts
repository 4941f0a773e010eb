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
  const counts = [...(await countStarted(db, engine, window)), ...(await countWithoutStart(db, engine))];
  const successes = await readSuccesses(db);
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
async function readSuccesses(db: Database) {
  const { rows } = await sql<{
    readonly connection: string;
    readonly vendor: string;
    readonly newest: number;
    readonly oldest: number | null;
    readonly target: string | null;
  }>`select ends.connection, ends.vendor, newest, oldest, min(target) as target
    from (select connection, vendor, max(ended_ms) as newest, min(case when target <> '' then ended_ms end) as oldest
      from successes group by connection, vendor) as ends
    left join successes on successes.connection = ends.connection and successes.vendor = ends.vendor
      and successes.ended_ms = ends.oldest and target <> ''
    group by ends.connection, ends.vendor, newest, oldest`.execute(db);
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
