import { type SourceReport, toProblem } from '@crossvault/contract';
import type { Criteria } from './criteria.ts';
import type { StoredSource } from './stored-plan.ts';

/** A sync may be so many cycles late before its source counts as stale. */
const lateCycles = 3;
/** Whatever the pace, nobody is late before this. */
const leastLateMs = 60_000;

/** Whether the last good sync of a source lies further back than it should. */
export function isLate({ lastAt, cycleSeconds }: StoredSource['standing'], nowMs: number): boolean {
  return lastAt === null || nowMs - Date.parse(lastAt) > Math.max(leastLateMs, lateCycles * cycleSeconds * 1000);
}

/** Reports a source that was answered from the store: how fresh that is, and what keeps it from being fresher. */
export function reportStored(
  { source, standing }: StoredSource,
  criteria: Criteria,
  { count, caughtUp, nowMs }: { readonly count: number; readonly caughtUp: boolean; readonly nowMs: number },
): SourceReport {
  const { name, vendor, fault } = source.connection;
  const problem = fault === null ? standing.problem : toProblem(fault.at(name));
  const isStale = problem !== null || isLate(standing, nowMs);
  const bounds = [criteria.startedAfter, standing.coveredAfter].filter((bound) => bound !== null).sort();
  return {
    connection: name,
    vendor,
    status: isStale ? 'stale' : standing.notes.rejected.count > 0 ? 'partial' : 'ok',
    count,
    asOf: standing.lastAt,
    window: { startedAfter: bounds.at(-1) ?? null, startedBefore: criteria.startedBefore },
    ...standing.notes,
    problem,
    retryAfterSeconds: problem === null ? null : standing.retryAfterSeconds,
    caughtUp,
  };
}
