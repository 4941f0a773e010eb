import {
  computed,
  hasEnded,
  inferred,
  type JobStatus,
  missing,
  parseInstant,
  type Reading,
  readDuration,
  readInstant,
  readText,
  unreadable,
  type WireValue,
} from '@crossvault/core';
import { isIdle, isOpen, readStatus } from './map-status.ts';
import { either, type JobWire, splitList } from './wire.ts';

/** The one run that a job reports. */
export interface Run {
  /** What distinguishes this run from the job's other runs: the end of its key. */
  readonly key: readonly string[];
  readonly startedAt: Reading<string | null>;
}

/** v2 has two names for it, v3 a third. */
export const statusWordOf = (job: JobWire): WireValue<string> =>
  either(job.lastSessionStatus, job.lastSessionStatusId, job.status);

export const readJobStatus = (job: JobWire): Reading<JobStatus> => readStatus(statusWordOf(job));

/**
 * Which run it is; null when the job never ran. Whether `lastRun` moves when a run starts or when it ends is not
 * documented. `endedRun` is the `lastRun` that was last seen ended, where the store holds it: an open status over
 * that very instant can only be the run after it, whose own start is not known yet.
 */
export function readRun(job: JobWire, endedRun: string | null): Run | null {
  const startedAt = readInstant(job.lastRun);
  if (startedAt.provenance === 'missing') return null;
  if (startedAt.value === null) return { key: ['unread'], startedAt };
  const ended = endedRun === null ? null : parseInstant(endedRun);
  const isNext = ended?.kind === 'instant' && ended.instant === startedAt.value && isOpen(readJobStatus(job).value);
  if (!isNext) return { key: [startedAt.value], startedAt };
  return { key: ['after', startedAt.value], startedAt: { ...missing(null), anomalies: ['start-unknown'] } };
}

/**
 * Result of the run: the job's status, and for an idle job that of its last session. Its objects decide; without
 * them a failure message means that it failed. A missing message does not prove success: warnings have none either.
 */
export function readRunStatus(job: JobWire): Reading<JobStatus> {
  const status = readJobStatus(job);
  if (status.value !== 'unknown' || !isIdle(statusWordOf(job))) return status;
  const { known, lost } = splitList(job.lastSessionTasks);
  if (lost.length > 0) return status;
  if (known.length === 0) return readText(job.failureMessage).value === null ? status : inferred('failed');
  const results = known.map((task) => readStatus(task.status).value);
  const worst = fromWorst.find((result) => results.includes(result));
  return worst !== undefined && results.every((result) => fromWorst.includes(result)) ? computed(worst) : status;
}

const fromWorst: readonly JobStatus[] = ['failed', 'cancelled', 'warning', 'succeeded'];

/** A run of unknown outcome without an end counts as ended after this time; otherwise it would stay open forever. */
const longestUnknownMs = 24 * 60 * 60_000;

/** v3 reports the end; for v2 it is computed. An open run has no end, even if the field has a value. */
export function readEnd(job: JobWire, run: Run, observedAt: string): Reading<string | null> {
  const { value: status } = readRunStatus(job);
  if (isOpen(status)) return missing(null);
  const isOver = hasEnded(status, null);
  const reported = readInstant(either(job.lastEndTime, job.endTime));
  if (isOver) return reported.provenance === 'missing' ? computeEnd(job, run) : reported;
  // With a non-final status, an end before the start belongs to the previous run.
  const isFormer = reported.value !== null && reported.value < (run.startedAt.value ?? '');
  if (reported.value !== null && !isFormer) return reported;
  const worked = isIdle(statusWordOf(job)) ? computeEnd(job, run) : missing(null);
  if (worked.value !== null) return worked;
  const bound = boundOf(run, observedAt);
  return reported.provenance === 'unreadable'
    ? { ...reported, value: bound }
    : bound === null
      ? missing(null)
      : inferred(bound);
}

function boundOf({ startedAt }: Run, observedAt: string): string | null {
  if (startedAt.value === null) return null;
  const end = Date.parse(startedAt.value) + longestUnknownMs;
  return Date.parse(observedAt) < end ? null : readInstant(new Date(end).toISOString()).value;
}

/** The page of v2 names no unit of `lastDuration`; v3's is seconds. */
function computeEnd(job: JobWire, run: Run): Reading<string | null> {
  const duration = readLastDuration(job);
  if (run.startedAt.value === null || duration.value === null) {
    const parts = [run.startedAt, duration];
    return parts.some(({ provenance }) => provenance === 'unreadable') ? unreadable(null) : missing(null);
  }
  const end = readInstant(new Date(Date.parse(run.startedAt.value) + duration.value * 1000).toISOString());
  return end.value === null ? end : computed(end.value);
}

const readLastDuration = (job: JobWire): Reading<number | null> =>
  readDuration(either(job.lastDuration, job.duration), 'seconds');

/** Counts only once the run has ended; its value during a run is not documented. */
export function readRunSeconds(job: JobWire): Reading<number | null> {
  const duration = readLastDuration(job);
  return duration.value === null ? duration : computed(duration.value);
}
