import type { Connection } from '@crossvault/contract';
import type { SyncStatus } from './synchronizer.ts';

/** How a sync stands, as a connection shows it; null where there is none. */
export function toSyncState(status: SyncStatus | undefined, nowMs: number): Connection['sync'] {
  if (status === undefined) return null;
  const { state, lastAt, nextAt, progress, missedRuns, problem } = status;
  return {
    state,
    lastAt,
    nextAt,
    lagSeconds: lastAt === null ? null : Math.max(0, (nowMs - Date.parse(lastAt)) / 1000),
    progressPercent: progress === null ? null : Math.round(progress * 1000) / 10,
    missedRuns,
    problem,
  };
}
