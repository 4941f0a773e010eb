import type { Connection, JobStore } from '@crossvault/contract';
import type { SyncStatus } from './sync-status.ts';

/** How the sync of a connection is shown. `lagSeconds`: how far behind what is stored may be. */
export function toConnectionSync(status: SyncStatus, jobs: number, nowMs: number): NonNullable<Connection['sync']> {
  const { state, lastAt, nextAt, progress, missedRuns, problem } = status;
  const lagSeconds = lastAt === null ? null : Math.max(0, Math.round((nowMs - Date.parse(lastAt)) / 1000));
  return { state, lastAt, nextAt, jobs, lagSeconds, progress, missedRuns, problem };
}

/** Stored jobs by connection. */
export async function countJobs(store: Pick<JobStore, 'summary'>): Promise<ReadonlyMap<string, number>> {
  const summary = await store.summary({ startedAfter: null, startedBefore: null });
  return new Map(
    summary.map(({ connection, counts }) => [connection, Object.values(counts).reduce((sum, count) => sum + count, 0)]),
  );
}
