import type { Connection } from '@crossvault/contract';
import type { SyncStanding } from './synchronizer.ts';

/** How a sync stands, as a connection shows it. */
export function toSyncState(standing: SyncStanding, nowMs: number): NonNullable<Connection['sync']> {
  const { state, lastAt, nextAt, jobs, backfillPercent, problem } = standing;
  const lagSeconds = lastAt === null ? null : Math.max(0, (nowMs - Date.parse(lastAt)) / 1000);
  return { state, lastAt, nextAt, jobs, lagSeconds, backfillPercent, problem };
}
