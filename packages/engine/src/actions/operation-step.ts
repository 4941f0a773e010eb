import {
  type CallOptions,
  CrossvaultError,
  isSettled,
  type JobRecord,
  orAbort,
  toJobId,
  toSentence,
  type WriteCalls,
  type WriteReport,
} from '@crossvault/core';
import type { StoredOperation } from '@crossvault/core/store';
import { findSource } from '../connections/source.ts';
import { askWithin } from '../jobs/read-job.ts';
import type { ActingParts } from './action-parts.ts';
import type { ActingLedger } from './memory-ledger.ts';
import { followTiming, notSeen, toLost, toUnknown, withFailure, withJobs, withReport } from './operation-state.ts';
import type { Audit, ReadTarget } from './record-audit.ts';

/** Failed looks in a row before the operation shows a retryable failure. */
const reportedFailures = 3;

/** Takes an operation one look further, and says how it stands then. Never sends anything. Never rejects for a vendor's fault. */
export type Step = (stored: StoredOperation) => Promise<StoredOperation>;

export function createStep(parts: ActingParts, audit: Audit, readTarget: ReadTarget): Step {
  const { sources, ledger, clock, logger } = parts;

  function ask(
    { operation }: StoredOperation,
    run: (writes: WriteCalls, call: CallOptions) => Promise<WriteReport>,
  ): Promise<WriteReport> {
    const source = findSource(sources, operation.connection);
    return askWithin(clock, source, { signal: parts.closing }, (connector, call) => {
      if (connector.writes !== undefined) return run(connector.writes, call);
      throw new CrossvaultError({ code: 'action-not-supported', message: 'The vendor shows nothing of it.' });
    });
  }

  async function lookUp(stored: StoredOperation): Promise<StoredOperation> {
    const report = await ask(stored, (writes, call) => writes.lookUp(stored.intent, call));
    const nowMs = await ledger.nowMs();
    if (report.status === 'unknown') return notSeen(stored, report.error, nowMs);
    const other = await otherRequestOf(ledger, stored, report);
    if (other === null) return withReport(stored, report, nowMs);
    const message = `The vendor shows a change, which may also come from a later request, the operation ${other}.`;
    return notSeen(stored, { code: null, message }, nowMs);
  }

  async function readJobs(stored: StoredOperation): Promise<StoredOperation> {
    const open = stored.operation.jobs.filter(({ id }) => !stored.endedJobs.includes(id));
    const isUnseenYet = (stored.inPhaseMs ?? 0) < followTiming.unseenJobMs;
    const read = await Promise.all(
      open.map(async ({ id }): Promise<readonly [string, Pick<JobRecord['job'], 'status' | 'ended'>]> => {
        try {
          return [id, (await parts.readJob(id, parts.closing)).job];
        } catch (error) {
          if (!CrossvaultError.isInstance(error) || error.code !== 'job-not-found') throw error;
          // A job does not show up at once; one that never does was never seen to end.
          return [id, { status: 'unknown', ended: !isUnseenYet }];
        }
      }),
    );
    return withJobs(stored, new Map(read), await ledger.nowMs());
  }

  async function look(stored: StoredOperation): Promise<StoredOperation> {
    switch (stored.phase) {
      case 'sending':
      case 'lost':
        return lookUp(stored.phase === 'lost' ? stored : toLost(stored, await ledger.nowMs()));
      case 'following':
        return withReport(
          stored,
          await ask(stored, (writes, call) => writes.follow(stored.intent, stored.tracking, call)),
          await ledger.nowMs(),
        );
      case 'jobs':
        return readJobs(stored);
      case 'over':
        return stored;
    }
  }

  /** A failed look changes no status. After too many, or too long, no further look follows. */
  function afterFailure(stored: StoredOperation, error: CrossvaultError, nowMs: number): StoredOperation {
    const seen = { code: error.code, message: toSentence(`What became of it could not be seen: ${error.message}`) };
    if (stored.phase === 'sending' || stored.phase === 'lost') {
      return notSeen(stored.phase === 'lost' ? stored : toLost(stored, nowMs), seen, nowMs);
    }
    if ((stored.followedMs ?? 0) > followTiming.longestMs) return toUnknown(stored, seen, nowMs);
    // A failure that may pass is reported only when it stays.
    const isReported =
      stored.phase === 'following' && (!error.entry.retryable || stored.failures + 1 >= reportedFailures);
    return withFailure(stored, isReported ? seen : null, error.retryAfterSeconds ?? 0, nowMs);
  }

  /** What the audit log gets once: that the vendor has finished it, and that all of it is over. */
  function isNews(before: StoredOperation, { operation, phase }: StoredOperation): boolean {
    const isNew = isSettled(operation) && operation.status !== before.operation.status;
    return isNew || (phase === 'over' && before.phase !== 'over');
  }

  return async (stored) => {
    const next = await orAbort(parts.closing, () => look(stored)).catch(async (error: unknown) => {
      if (parts.closing.aborted) return null;
      const known = CrossvaultError.from(error);
      const isFirst = stored.failures === 0 && stored.phase !== 'sending' && stored.phase !== 'lost';
      const level = isFirst && !known.entry.retryable ? 'warn' : 'debug';
      logger[level]({ operation: stored.operation.id, code: known.code }, known.message);
      return afterFailure(stored, known, await ledger.nowMs());
    });
    if (next === null) {
      // The next process need not wait until the hold of this one is over.
      await ledger.putOperation(stored).catch(() => false);
      return stored;
    }
    const isReported = isNews(stored, next);
    // Read before the end is to be seen: who has waited for it finds lists that show what it did.
    const target = isReported ? await readTarget(next.operation) : null;
    // Another process has changed it meanwhile and knows more: this look is dropped.
    if (!(await ledger.putOperation(next))) return (await ledger.getOperation(stored.operation.id)) ?? stored;
    if (isReported) await audit.ended(next.operation, next.phase === 'over', target);
    return { ...next, version: next.version + 1 };
  };
}

/** So many operations of the same target are compared. */
const mostCompared = 100;

/**
 * Another operation that the jobs which a look found may belong to; null when they can only be this operation's own. A
 * vendor does not say which request made a job, and a change that seems lost is often asked for a second time.
 */
async function otherRequestOf(
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
  const ownIndex = operations.findIndex(({ id }) => id === own.id);
  const later = new Set(operations.slice(0, ownIndex === -1 ? operations.length : ownIndex).map(({ id }) => id));
  const other = operations
    .filter(({ id, action }) => id !== own.id && action === own.action)
    .find(({ id: otherId, jobs: known, status, acceptedAt = '' }) => {
      if (known.some(({ id }) => found.has(id))) return true;
      const isLater = status !== 'failed' && later.has(otherId);
      return isLater && (startedAt === null || startedAt >= acceptedAt);
    });
  return other?.id ?? null;
}
