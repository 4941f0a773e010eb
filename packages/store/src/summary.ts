import type { ConnectionSummary, JobStatus } from '@crossvault/contract';
import { sql } from 'kysely';
import type { Database } from './engine.ts';
import { toInstant, toMs } from './job-row.ts';

interface SummaryWindow {
  readonly startedAfter: string | null;
  readonly startedBefore: string | null;
}

export async function summarize(db: Database, window: SummaryWindow): Promise<readonly ConnectionSummary[]> {
  const sources = await db.selectFrom('sources').selectAll().orderBy('connection').orderBy('vendor').execute();
  const counts = [...(await countStarted(db, window)), ...(await countWithoutStart(db))];
  const successes = await db.selectFrom('successes').selectAll().orderBy('ended_ms').execute();
  return sources.map(({ connection, vendor }): ConnectionSummary => {
    const isOwn = (row: { readonly connection: string; readonly vendor: string }): boolean =>
      row.connection === connection && row.vendor === vendor;
    const byStatus = new Map<JobStatus, number>();
    const own = counts.filter(isOwn);
    for (const { status, jobs } of own) byStatus.set(status, (byStatus.get(status) ?? 0) + Number(jobs));
    const ended = successes.filter(isOwn);
    const oldest = ended.find(({ target }) => target !== '');
    const newest = ended.at(-1);
    return {
      connection,
      vendor,
      counts: Object.fromEntries(byStatus),
      problems: own.reduce((sum, row) => sum + Number(row.problems), 0),
      lastSuccessAt: newest === undefined ? null : toInstant(newest.ended_ms),
      oldestSuccess: oldest === undefined ? null : { target: oldest.target, at: toInstant(oldest.ended_ms) },
    };
  });
}

const counted = (db: Database) =>
  db
    .selectFrom('jobs')
    .select(['connection', 'vendor', 'status'])
    .select(sql<number>`count(*)`.as('jobs'))
    .select(sql<number>`sum(problem)`.as('problems'))
    .groupBy(['connection', 'vendor', 'status']);

function countStarted(db: Database, { startedAfter, startedBefore }: SummaryWindow) {
  let query = counted(db).where('started_ms', 'is not', null);
  if (startedAfter !== null) query = query.where('started_ms', '>=', toMs(startedAfter));
  if (startedBefore !== null) query = query.where('started_ms', '<', toMs(startedBefore));
  return query.execute();
}

const countWithoutStart = (db: Database) => counted(db).where('started_ms', 'is', null).execute();
