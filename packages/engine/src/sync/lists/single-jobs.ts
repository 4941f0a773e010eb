import { CrossvaultError, type ErrorCode } from '@crossvault/core';
import type { StoredJob } from '@crossvault/core/store';
import { askNumbered, askVendor, connectionOf, hasBudget, instantOf, type SyncParts } from '../sync-parts.ts';
import { backoffMs, openJobWaitMs, syncTiming } from '../sync-timing.ts';
import { everything, type ListSession, readPageSnapshots, toBounds } from './list-session.ts';

/** Jobs whose details could not be read, and when to try again by the monotonic clock: one that fails must not keep the others waiting. */
export type Postponed = Map<string, { readonly failures: number; readonly untilMs: number }>;

const isOver = (untilMs: number | undefined, nowMs: number): boolean => untilMs === undefined || untilMs <= nowMs;

/**
 * Reads jobs whole that have ended since they were last read whole, failed ones first, up to `most`. The store
 * keeps which ones, so any process can continue. Returns whether there are more. Does nothing where
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

/** Errors that concern one job and not the next. */
const ofOneJob: ReadonlySet<ErrorCode> = new Set([
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

/** When jobs of a list were asked for last, by id, by the monotonic clock. Kept in memory: a process without it reads the job. */
export type AskedTimes = Map<string, number>;

const ageMs = (nowMs: number, { record: { job } }: StoredJob): number =>
  Math.max(0, nowMs - Date.parse(job.startedAt ?? job.observedAt));

/**
 * Follows open jobs that the increment did not show, each by itself or, when they are many, in the list. Returns how soon
 * the next look is due; null when nothing is open.
 */
export async function followOpenJobs(session: ListSession, asked: AskedTimes): Promise<number | null> {
  const { parts, list } = session;
  const nowMs = parts.clock.now();
  const elapsedMs = parts.clock.monotonicMs();
  const open = await parts.store.openJobs(connectionOf(parts), list.key);
  const isSampled = parts.connector.history === 'sampled';
  // Where only the latest run is known, an open run that is not shown was replaced: its end is unknown.
  const followed = isSampled ? open.filter(({ id }) => session.seen.has(id)) : open;
  const isDue = (job: StoredJob): boolean => {
    const sinceMs = elapsedMs - (asked.get(job.id) ?? Number.NEGATIVE_INFINITY);
    return !session.seen.has(job.id) && sinceMs >= openJobWaitMs(ageMs(nowMs, job));
  };
  const due = followed.filter(isDue);
  if (due.length > syncTiming.getsAtOnce) await readFrom(session, due);
  const rest = due.filter(({ id }) => !session.seen.has(id)).slice(0, syncTiming.getsAtOnce);
  const ids = new Set(followed.map(({ id }) => id));
  for (const id of asked.keys()) if (!ids.has(id)) asked.delete(id);
  let failed = 0;
  for (const job of rest) {
    asked.set(job.id, elapsedMs);
    if (!(await readWhole(session, job))) failed += 1;
    if (failed >= mostFailures) break;
  }
  return followed.length === 0 ? null : Math.min(...followed.map((job) => openJobWaitMs(ageMs(nowMs, job))));
}

/** The list, down to the oldest of these jobs, or as far as that is much cheaper than asking for each. */
async function readFrom(session: ListSession, due: readonly StoredJob[]): Promise<void> {
  const starts = due.flatMap(({ record }) => record.job.startedAt ?? []).toSorted();
  const [oldest = null] = starts;
  const query = session.list.order === 'none' ? toBounds(session.list, oldest, null) : everything;
  for await (const snapshot of readPageSnapshots(session, query, syncTiming.bulkPage)) {
    await session.store(snapshot.rows);
    const isReached =
      session.list.order !== 'none' && snapshot.oldest !== null && oldest !== null && snapshot.oldest < oldest;
    if (isReached || snapshot.pages >= due.length / syncTiming.getsForPage) return;
  }
}

/** After so many jobs of one turn that cannot be read, the others wait for the next turn: the vendor may be in trouble. */
const mostFailures = 3;

/** Failures of one job's answer. They say nothing about the list, which was read, nor about the next job. */
const failsAlone = ({ code }: CrossvaultError): boolean =>
  ofOneJob.has(code) || code === 'source-error' || code === 'source-timeout';

/**
 * Whether the job could be read. One that cannot be read now is asked for again later; one that the list did not show and
 * that the vendor does not know any more is gone.
 */
async function readWhole({ parts, store }: ListSession, { id, record }: StoredJob): Promise<boolean> {
  let number = 0;
  try {
    const whole = await askVendor(parts, async (connector, call) => {
      number = await parts.store.takeReadingNumber();
      return connector.getJob(record.key, call);
    });
    await store([{ record: whole, number }]);
  } catch (error) {
    if (!CrossvaultError.isInstance(error) || parts.signal.aborted || !failsAlone(error)) throw error;
    if (error.code === 'job-not-found') {
      await parts.store.markGone([id], { at: instantOf(parts), number }, parts.lease);
      return true;
    }
    parts.logger.info({ job: id, code: error.code }, 'An open job could not be read.');
    return false;
  }
  return true;
}
