import type { JobReader, ReadCall, StoreInventory, StoreLedger } from '@crossvault/core';
import type { Turns } from './turns.ts';

/** Reads whose cost grows with what is stored, or with what is asked for. */
export type ExpensiveReads = Pick<JobReader, 'listJobs' | 'changes' | 'summary'> &
  Pick<StoreLedger, 'listOperations' | 'listAudit'> &
  Pick<StoreInventory, 'listThings'>;

/**
 * The same reads, in turn. Reads without a call are background work and run at once.
 *
 * @param readsOf the reads for one caller, which may end when the caller is gone
 */
export function readInTurn(
  atOnce: ExpensiveReads,
  readsOf: (call: ReadCall) => ExpensiveReads,
  turns: Turns,
): ExpensiveReads {
  const take = <Result>(call: ReadCall | undefined, read: (reads: ExpensiveReads) => Promise<Result>) =>
    call === undefined ? read(atOnce) : turns.take(call, () => read(readsOf(call)));
  return {
    listJobs: (criteria, request, call) => take(call, (reads) => reads.listJobs(criteria, request)),
    changes: (request, call) => take(call, (reads) => reads.changes(request)),
    summary: (request, call) => take(call, (reads) => reads.summary(request)),
    listOperations: (request, call) => take(call, (reads) => reads.listOperations(request)),
    listAudit: (request, call) => take(call, (reads) => reads.listAudit(request)),
    listThings: (kind, request, call) => take(call, (reads) => reads.listThings(kind, request)),
  };
}
