import { CrossvaultError, type ErrorCode, type StoredJob } from '@crossvault/core';
import { askNumbered, connectionOf, type SyncParts } from './sync-parts.ts';
import { backoffMs, syncTiming } from './sync-timing.ts';

/** Jobs whose details could not be had, and when to try again by the monotonic clock: one that fails must not keep the others waiting. */
export type Postponed = Map<string, { readonly failures: number; readonly untilMs: number }>;

const isOver = (untilMs: number | undefined, nowMs: number): boolean => untilMs === undefined || untilMs <= nowMs;

/** Whether the vendor has anything left for what can wait. */
export function hasBudget({ connector }: SyncParts): boolean {
  const { budget, circuit, waitMs } = connector.condition();
  return waitMs <= 0 && circuit === 'closed' && (budget?.remaining ?? Number.POSITIVE_INFINITY) > syncTiming.budgetLeft;
}

/**
 * Reads jobs whole that have ended since they were read whole last, failed ones first: so many in one go. Which ones is
 * in the store, so whoever goes on begins where another left off. Gives whether there are more. Nothing is done where
 * history is sampled: there a row is the whole answer.
 */
export async function readDetails(parts: SyncParts, postponed: Postponed, most: number): Promise<boolean> {
  const { connector, store, clock } = parts;
  if (connector.history === 'sampled' || !hasBudget(parts)) return false;
  const nowMs = clock.monotonicMs();
  const held = [...postponed.values()].filter(({ untilMs }) => untilMs > nowMs).length;
  const unread = await store.unreadJobs(connectionOf(parts), most + held + 1);
  const due = unread.filter(({ id }) => isOver(postponed.get(id)?.untilMs, nowMs));
  const chosen = due.slice(0, most);
  const waiting = [...chosen];
  const work = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined && hasBudget(parts); job = waiting.shift()) {
      await readDetail(parts, postponed, job);
    }
  };
  await Promise.all(Array.from({ length: parts.source.connection.concurrency }, work));
  return due.length > chosen.length;
}

/** What says something about this job, and nothing about the next one. */
export const ofOneJob: ReadonlySet<ErrorCode> = new Set([
  'job-not-found',
  'answer-unreadable',
  'answer-too-large',
  'source-refused',
]);

async function readDetail(parts: SyncParts, postponed: Postponed, { id, record }: StoredJob): Promise<void> {
  const { store, lease, connector, clock } = parts;
  const postpone = (toWaitMs: (failures: number) => number): void => {
    const failures = (postponed.get(id)?.failures ?? 0) + 1;
    postponed.set(id, { failures, untilMs: clock.monotonicMs() + toWaitMs(failures) });
  };
  try {
    const { number, answer: whole } = await askNumbered(parts, (each, call) => each.getJob(record.key, call));
    await store.putJobs([{ record: whole, mapperVersion: connector.mapperVersion, number }], { lease });
    if (whole.job.ended) postponed.delete(id);
    else postpone(backoffMs);
  } catch (error) {
    const { code } = CrossvaultError.from(error);
    if (ofOneJob.has(code)) return postpone((failures) => syncTiming.longestBackoffMs * failures);
    if (code !== 'source-error' && code !== 'source-timeout') throw error;
    postpone(backoffMs);
  }
}
