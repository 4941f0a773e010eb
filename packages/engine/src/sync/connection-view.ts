import type { Connection, JobStore } from '@crossvault/core';
import type { SyncStatus } from './sync-status.ts';
import type { Synchronizer } from './synchronizer.ts';

type ShownSync = NonNullable<Connection['sync']>;

/** How the sync of every connection stands, as people are shown it. `lagSeconds`: how far behind what is stored may be. */
export async function viewSyncs(
  synchronizer: Pick<Synchronizer, 'states'>,
  store: Pick<JobStore, 'countJobs'>,
  nowMs: number,
): Promise<ReadonlyMap<string, ShownSync>> {
  const [states, jobs] = await Promise.all([synchronizer.states(), store.countJobs()]);
  return new Map([...states].map(([name, status]) => [name, toShownSync(status, jobs.get(name) ?? 0, nowMs)]));
}

function toShownSync(status: SyncStatus, jobs: number, nowMs: number): ShownSync {
  const { state, lastAt, nextAt, progress, missedRuns, problem } = status;
  const lagSeconds = lastAt === null ? null : Math.max(0, Math.round((nowMs - Date.parse(lastAt)) / 1000));
  return { state, lastAt, nextAt, jobs, lagSeconds, progress, missedRuns, problem };
}
