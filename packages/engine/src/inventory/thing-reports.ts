import { type CrossvaultError, type InventoryKind, type SourceReport, toProblem } from '@crossvault/core';
import type { Source } from '../connections/source.ts';
import type { InventoryState } from '../sync/inventory-sync.ts';
import { shownPast } from '../sync/sync-timing.ts';
import type { WholeReader } from './read-live-things.ts';

/** A good reading that is older than this was not followed by another one when it should have been. */
const staleMs = 2_700_000;
const shownRejections = 20;

/** A report that counts nothing yet. */
const baseOf = ({ connection: { name, vendor } }: Source) => ({
  connection: name,
  vendor,
  count: 0,
  window: { startedAfter: null, startedBefore: null },
  rejected: { count: 0, items: [] },
  withoutRun: 0,
  warnings: [],
  problem: null,
  retryAfterSeconds: null,
  caughtUp: false,
});

export function reportStored(source: Source, state: InventoryState | undefined, nowMs: number): SourceReport {
  const { name, fault } = source.connection;
  // What a clock that was ahead has written says nothing about how fresh it is.
  const at = shownPast(state?.at ?? null, nowMs);
  const isOld = at === null || nowMs - Date.parse(at) > staleMs;
  const problem = fault === null ? (state?.problem ?? null) : toProblem(fault.at(name));
  return {
    ...baseOf(source),
    warnings: at === null && typeof state?.at === 'string' ? ['last-sync-in-future'] : [],
    status: isOld || problem !== null ? 'stale' : 'ok',
    asOf: at,
    problem,
    retryAfterSeconds: problem?.retryAfterSeconds ?? null,
  };
}

export function reportLive(source: Source, { rejected, readAt }: WholeReader<InventoryKind>): SourceReport {
  return {
    ...baseOf(source),
    status: rejected.length === 0 ? 'ok' : 'partial',
    asOf: readAt,
    rejected: { count: rejected.length, items: rejected.slice(0, shownRejections) },
  };
}

export function reportFailed(source: Source, error: CrossvaultError): SourceReport {
  const problem = toProblem(error.at(source.connection.name));
  const retryAfterSeconds = problem.retryAfterSeconds ?? null;
  return { ...baseOf(source), status: 'failed', asOf: null, problem, retryAfterSeconds };
}
