import { type SourceReport, toProblem } from '@crossvault/core';
import { shownPast } from '../../sync/sync-timing.ts';
import type { Criteria } from '../criteria.ts';
import type { StoredSource } from './stored-sources.ts';

/** Nobody who syncs waits longer than this when all is well; a source may be so many waits late before it counts as stale. */
const longestWaitMs = 300_000;
const lateWaits = 3;
const dayMs = 86_400_000;
const usualHistoryDays = 90;

const nothingBeside: NonNullable<StoredSource['status']['beside']> = {
  rejected: { count: 0, items: [] },
  withoutRun: 0,
  warnings: [],
};

/** Whether the last good sync of a source lies further back than it should. */
const isLate = (lastAt: string | null, nowMs: number): boolean =>
  lastAt === null || nowMs - Date.parse(lastAt) > lateWaits * longestWaitMs;

/**
 * Reports a source that was answered from the store: how fresh that is, what keeps it from being fresher, and since when
 * its jobs are there one and all. Older jobs may be there.
 */
export function reportStored(
  { source, status }: StoredSource,
  criteria: Criteria,
  { count, caughtUp, nowMs }: { readonly count: number; readonly caughtUp: boolean; readonly nowMs: number },
): SourceReport {
  const { name, vendor, fault, historyDays = usualHistoryDays } = source.connection;
  const problem = fault === null ? status.problem : toProblem(fault.at(name));
  const coveredAfter = new Date(nowMs - historyDays * dayMs).toISOString();
  const { startedAfter, startedBefore } = criteria;
  const asOf = shownPast(status.lastAt, nowMs);
  const { rejected, withoutRun, warnings } = status.beside ?? nothingBeside;
  const isStale = problem !== null || isLate(asOf, nowMs);
  return {
    connection: name,
    vendor,
    status: isStale ? 'stale' : rejected.count > 0 ? 'partial' : 'ok',
    count,
    asOf,
    window: {
      startedAfter: startedAfter !== null && startedAfter > coveredAfter ? startedAfter : coveredAfter,
      startedBefore,
    },
    rejected,
    withoutRun,
    warnings,
    problem,
    retryAfterSeconds: problem?.retryAfterSeconds ?? null,
    caughtUp,
  };
}
