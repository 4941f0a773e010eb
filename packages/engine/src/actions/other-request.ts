import { type StoredOperation, toJobId, type WriteReport } from '@crossvault/core';
import type { ActingLedger } from './memory-ledger.ts';

/** So many operations of the same target are compared. */
const mostCompared = 100;

/**
 * Another operation that the jobs which a look found may belong to; null when they can only be this operation's own. A
 * vendor does not say which request made a job, and a change that seems lost is often asked for a second time.
 */
export async function otherRequestOf(
  ledger: Pick<ActingLedger, 'listOperations'>,
  { operation: own }: StoredOperation,
  { jobs, startedAt }: Pick<WriteReport, 'jobs' | 'startedAt'>,
): Promise<string | null> {
  if (jobs.length === 0) return null;
  const listed = await ledger.listOperations({
    before: null,
    limit: mostCompared,
    connections: [own.connection],
    statuses: null,
    targets: [own.target],
  });
  const found = new Set(jobs.map((key) => toJobId(own.connection, key)));
  const operations = listed.map(({ operation }) => operation);
  // Newest first, in the order in which the store took them on: a clock may have been set in between.
  const ownPlace = operations.findIndex(({ id }) => id === own.id);
  const later = new Set(operations.slice(0, ownPlace === -1 ? operations.length : ownPlace).map(({ id }) => id));
  const other = operations
    .filter(({ id, action }) => id !== own.id && action === own.action)
    .find(({ id: otherId, jobs: known, status, acceptedAt = '' }) => {
      if (known.some(({ id }) => found.has(id))) return true;
      const isLater = status !== 'failed' && later.has(otherId);
      return isLater && (startedAt === null || startedAt >= acceptedAt);
    });
  return other?.id ?? null;
}
