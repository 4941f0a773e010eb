import { isSettled, type JobStatus, type Operation, toJobId, type WriteReport } from '@crossvault/core';
import type { StoredOperation } from '@crossvault/core/store';
import { believed } from '../sync/sync-timing.ts';

/** All waits and bounds of following operations. */
export const followTiming = {
  /** The first look, and the longest wait between two. */
  leastMs: 2_000,
  mostMs: 60_000,
  /** The wait is the age of the operation divided by this, between the two above. */
  ageShare: 20,
  /** The wait doubles with each failed look, up to this. */
  longestBackoffMs: 600_000,
  /** Waits before the looks at a change whose answer was lost. When none has shown it, the operation becomes unknown. */
  lostWaitsMs: [2_000, 5_000, 10_000, 20_000, 40_000, 60_000, 120_000],
  /** Waits before the looks at an unknown operation, a day in all: the vendor may show the change late. */
  laterWaitsMs: [300_000, 600_000, 1_200_000, 2_400_000, 7_200_000, 14_400_000, 28_800_000, 28_800_000],
  /** How long a job that the vendor has named may stay unlisted. */
  unseenJobMs: 600_000,
  /** An operation that was followed for longer is given up at the next failed look. */
  longestMs: 7 * 86_400_000,
  /** How long after the last of these looks a waiting caller still causes another one. */
  onRequestMs: 6 * 86_400_000,
} as const;

const instant = (ms: number): string => new Date(ms).toISOString();

/** Adds the wait before the next look to the counted time, so that clock changes have no effect. */
const followedFor = (stored: StoredOperation, waitMs: number): StoredOperation => ({
  ...stored,
  followedMs: (stored.followedMs ?? 0) + waitMs,
  inPhaseMs: (stored.inPhaseMs ?? 0) + waitMs,
});

/** Moves an operation to a phase, with its next look after a wait; an operation that is over has none. */
function enter(
  stored: StoredOperation,
  phase: StoredOperation['phase'],
  nowMs: number,
  waitMs: number,
): StoredOperation {
  const isSame = stored.phase === phase;
  const inPhaseMs = isSame ? stored.inPhaseMs : 0;
  return {
    ...followedFor({ ...stored, inPhaseMs: inPhaseMs ?? 0 }, waitMs),
    phase,
    phaseAt: isSame ? stored.phaseAt : instant(nowMs),
    looks: isSame ? stored.looks + 1 : 0,
    failures: 0,
    dueAt: phase === 'over' ? null : instant(nowMs + waitMs),
  };
}

/** The wait grows with the age of the operation and is never shorter than the vendor's Retry-After. */
function nextWaitMs({ operation, followedMs = 0 }: StoredOperation): number {
  const ownMs = Math.min(Math.max(followedMs / followTiming.ageShare, followTiming.leastMs), followTiming.mostMs);
  return Math.round(Math.max(ownMs, (operation.retryAfterSeconds ?? 0) * 1000));
}

/** The answer was lost. */
export const toLost = (stored: StoredOperation, nowMs: number): StoredOperation =>
  enter(stored, 'lost', nowMs, followTiming.lostWaitsMs[0]);

/** The vendor refused it, and nothing has changed. */
export function toRefused(stored: StoredOperation, error: { code: string; message: string }, nowMs: number) {
  const { operation } = stored;
  const { code, message } = error;
  return enter(
    { ...stored, operation: { ...operation, status: 'failed', error: { code, message }, endedAt: instant(nowMs) } },
    'over',
    nowMs,
    0,
  );
}

const nothingSeen = {
  code: null,
  message: 'It is unknown whether the change was made: the vendor showed no trace of it.',
};

function asUnknown({ operation }: StoredOperation, error: Operation['error'], nowMs: number): Operation {
  return {
    ...operation,
    status: isSettled(operation) ? operation.status : 'unknown',
    error: error ?? operation.error ?? nothingSeen,
    endedAt: operation.endedAt ?? instant(nowMs),
    outcome: operation.jobs.length > 0 ? 'unknown' : operation.outcome,
  };
}

/** The outcome is unknown, and no further look follows. */
export const toUnknown = (stored: StoredOperation, error: Operation['error'], nowMs: number): StoredOperation =>
  enter({ ...stored, operation: asUnknown(stored, error, nowMs) }, 'over', nowMs, 0);

const allWaitsMs: readonly number[] = [...followTiming.lostWaitsMs, ...followTiming.laterWaitsMs];
const isUnknown = ({ operation }: StoredOperation): boolean =>
  operation.status === 'unknown' && operation.jobs.length === 0;

/** A look found nothing. After the usual looks the operation is unknown, and looks become rarer. */
export function notSeen(stored: StoredOperation, error: Operation['error'], nowMs: number): StoredOperation {
  const looks = stored.looks + 1;
  const waitMs = allWaitsMs[looks];
  const hasGivenUp = looks >= followTiming.lostWaitsMs.length;
  // The error of the first looks stays: later looks know no more.
  const reported = isUnknown(stored) ? stored.operation.error : error;
  const next = hasGivenUp ? { ...stored, operation: asUnknown(stored, reported, nowMs) } : stored;
  return enter(next, waitMs === undefined ? 'over' : 'lost', nowMs, waitMs ?? 0);
}

/** Handles an operation of unknown outcome as one whose answer was lost. */
function seekLater(stored: StoredOperation, error: Operation['error'], nowMs: number): StoredOperation {
  const looks = followTiming.lostWaitsMs.length - 1;
  return notSeen({ ...stored, phase: 'lost', phaseAt: instant(nowMs), looks }, error, nowMs);
}

/** Whether its last look was recent. An instant in the future was written by a wrong clock and does not count. */
const isRecent = ({ phaseAt }: StoredOperation, nowMs: number): boolean =>
  believed(phaseAt, nowMs) !== null && nowMs - Date.parse(phaseAt) <= followTiming.onRequestMs;

/** Makes an unknown operation due now, because a caller waits for it; null when it is too old. */
export function seekNow(stored: StoredOperation, nowMs: number): StoredOperation | null {
  if (!isUnknown(stored) || (stored.phase === 'over' && !isRecent(stored, nowMs))) return null;
  // This look is in addition to the scheduled ones.
  const looks = stored.phase === 'lost' ? stored.looks - 1 : allWaitsMs.length - 1;
  return { ...stored, phase: 'lost', looks, dueAt: instant(nowMs) };
}

/** Applies the vendor's report, from sending or from a look. */
export function withReport(stored: StoredOperation, report: WriteReport, nowMs: number): StoredOperation {
  const { operation, intent } = stored;
  const known = new Map(operation.jobs.map((job) => [job.id, job]));
  for (const key of report.jobs) {
    const id = toJobId(operation.connection, key);
    // Its status is unknown until it is read.
    if (!known.has(id)) known.set(id, { id, status: 'unknown' });
  }
  const isSettledNow = report.status !== 'running';
  const next: StoredOperation = {
    ...stored,
    tracking: report.tracking,
    operation: {
      ...operation,
      status: report.status,
      jobs: [...known.values()],
      startedAt: report.startedAt ?? operation.startedAt ?? intent.at,
      endedAt: report.endedAt ?? (isSettledNow ? instant(nowMs) : null),
      retryAfterSeconds: isSettledNow ? null : report.retryAfterSeconds,
      error: report.error,
    },
  };
  if (!isSettledNow && report.tracking !== null) return enter(next, 'following', nowMs, nextWaitMs(next));
  // A change that was done at once gets one look too, which reads the target.
  if (isSettledNow && stored.phase === 'sending') return enter(next, 'jobs', nowMs, 0);
  if (known.size > stored.endedJobs.length) return enter(next, 'jobs', nowMs, followTiming.leastMs);
  if (report.status === 'unknown') return seekLater(next, report.error, nowMs);
  if (isSettledNow) return enter(next, 'over', nowMs, 0);
  return seekLater(
    next,
    { code: null, message: 'The vendor accepted the change and reports nothing more about it.' },
    nowMs,
  );
}

/** Applies a failed look. `reported`: the reason, where the operation should show it. */
export function withFailure(
  stored: StoredOperation,
  reported: Operation['error'],
  retryAfterSeconds: number,
  nowMs: number,
): StoredOperation {
  const failures = stored.failures + 1;
  const backoffMs = Math.min(followTiming.leastMs * 2 ** failures, followTiming.longestBackoffMs);
  const waitMs = Math.max(backoffMs, retryAfterSeconds * 1000);
  return {
    ...followedFor(stored, waitMs),
    operation: { ...stored.operation, error: reported ?? stored.operation.error },
    failures,
    looks: stored.looks + 1,
    dueAt: instant(nowMs + waitMs),
  };
}

/** From the best to the worst. */
const severity: readonly JobStatus[] = ['succeeded', 'skipped', 'warning', 'cancelled', 'unknown', 'failed'];
const worse = (one: JobStatus, other: JobStatus): JobStatus =>
  severity.indexOf(one) >= severity.indexOf(other) ? one : other;

/** Applies the states of its jobs, by id. */
export function withJobs(
  stored: StoredOperation,
  read: ReadonlyMap<string, { readonly status: JobStatus; readonly ended: boolean }>,
  nowMs: number,
): StoredOperation {
  const { operation } = stored;
  const jobs = operation.jobs.map((job) => ({ ...job, status: read.get(job.id)?.status ?? job.status }));
  const endedJobs = jobs
    .map(({ id }) => id)
    .filter((id) => stored.endedJobs.includes(id) || read.get(id)?.ended === true);
  const next: StoredOperation = { ...stored, endedJobs, operation: { ...operation, jobs } };
  if (endedJobs.length < jobs.length) return enter(next, 'jobs', nowMs, nextWaitMs(next));
  const statuses = jobs.map(({ status }) => status);
  const outcome = statuses.length === 0 ? null : statuses.reduce(worse);
  const status = isSettled(operation) ? operation.status : 'done';
  return enter(
    {
      ...next,
      operation: { ...next.operation, status, outcome, endedAt: operation.endedAt ?? instant(nowMs) },
    },
    'over',
    nowMs,
    0,
  );
}
