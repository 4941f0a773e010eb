import type { AnomalyCode, Job, JobStatus } from '../model/job.ts';
import { toEpochMs } from '../values/instant.ts';
import { contradictionCodes, findContradictions, hasFailures, hasOnlyFailures } from './contradictions.ts';
import type { Reading } from './reading.ts';
import { mappedFields, type Readings } from './rule-table.ts';

/** The fields that follow from the readings, by the same rules for every vendor. */
export interface DerivedFields {
  readonly status: Reading<JobStatus>;
  readonly durationSeconds: Reading<number | null>;
  readonly ended: boolean;
  readonly problem: boolean;
  /** A new array, which the caller may modify. */
  readonly anomalies: AnomalyCode[];
}

/** The sentences that `explain` shows for the derived fields. */
export const derivedRules = {
  status:
    'A success beside failed objects or tasks, or beside errors, becomes a warning; where every counted object failed, a failure.',
  durationSeconds: 'End minus start where both are there; null while the job is open; else what the vendor says.',
  ended: 'The status is an end, or it is unknown and there is an end time.',
  problem: 'A warning, a failure, an unknown, trouble while open, or fields that contradict each other.',
  errors: 'Equal errors are one, with their counts added.',
  anomalies: 'Contradictions between the fields that were read, and what is odd about them.',
} as const;

const endStatuses: ReadonlySet<JobStatus> = new Set(['succeeded', 'warning', 'failed', 'cancelled', 'skipped']);
const troubledStatuses: ReadonlySet<JobStatus> = new Set(['warning', 'failed', 'unknown']);

/** Whether a job with this status and end is over. */
export function hasEnded(status: JobStatus, endedAt: string | null): boolean {
  return endStatuses.has(status) || (status === 'unknown' && endedAt !== null);
}

/** Whether one of these anomalies is a contradiction between fields. */
export const isContradictory = (codes: readonly AnomalyCode[]): boolean =>
  codes.some((code) => contradictionCodes.has(code));

/** Derives the final status, the duration, `ended`, `problem` and the anomalies. Pure; `observedAt` is when the job was read. */
export function deriveFields(read: Readings, observedAt: string, durationToleranceSeconds: number): DerivedFields {
  const status = deriveStatus(read);
  const ended = hasEnded(status.value, read.endedAt.value);
  const durationSeconds = deriveDuration(read, ended);
  const facts = {
    read,
    status: status.value,
    ended,
    durationSeconds: durationSeconds.value,
    durationToleranceSeconds,
    observedAt,
  };
  const found = [...readAnomalies(read), ...findContradictions(facts), ...findOddities(read, ended)];
  const openTrouble = !ended && (read.status.troubled === true || read.errors.value.length > 0 || hasFailures(read));
  const problem = troubledStatuses.has(status.value) || openTrouble || isContradictory(found);
  return { status, durationSeconds, ended, problem, anomalies: found.length > 1 ? [...new Set(found)] : found };
}

/** A success with failures becomes a warning. A job in which every counted object failed becomes a failure. */
function deriveStatus(read: Readings): Reading<JobStatus> {
  const { value } = read.status;
  if (value !== 'succeeded' && value !== 'warning') return read.status;
  if (hasOnlyFailures(read)) return { value: 'failed', provenance: 'computed' };
  const isFalseSuccess = value === 'succeeded' && (hasFailures(read) || read.errors.value.length > 0);
  return isFalseSuccess ? { value: 'warning', provenance: 'computed' } : read.status;
}

/** The anomalies that the rules reported, in the order of the model. */
function readAnomalies(read: Readings): AnomalyCode[] {
  const found: AnomalyCode[] = [];
  for (const field of mappedFields) {
    const { anomalies } = read[field];
    if (anomalies !== undefined) found.push(...anomalies);
  }
  return found;
}

function deriveDuration(read: Readings, ended: boolean): Reading<number | null> {
  const { startedAt, endedAt, durationSeconds } = read;
  if (!ended)
    return {
      value: null,
      provenance: durationSeconds.provenance === 'unreadable' ? 'unreadable' : 'computed',
    };
  if (startedAt.value === null || endedAt.value === null) return durationSeconds;
  return { value: spanSeconds(startedAt.value, endedAt.value, null), provenance: 'computed' };
}

/** End minus start in seconds where both are known, null where the end lies before the start; else what was reported. */
export function spanSeconds(startedAt: string | null, endedAt: string | null, reported: number | null): number | null {
  if (startedAt === null || endedAt === null) return reported;
  const milliseconds = toEpochMs(endedAt) - toEpochMs(startedAt);
  return milliseconds < 0 ? null : milliseconds / 1000;
}

/** Anomalies for missing knowledge. They are not contradictions and do not make the job a problem. */
function findOddities({ startedAt, endedAt, status }: Readings, ended: boolean): AnomalyCode[] {
  const found: AnomalyCode[] = [];
  if (status.value === 'unknown') found.push('unknown-status');
  if (ended && endedAt.value === null) found.push('ended-without-end-time');
  if (startedAt.value === null && status.value !== 'queued') found.push('start-unknown');
  return found;
}

/**
 * Whether a job counts as the last success of its plan, target and connection. A success over zero objects protected nothing,
 * and a success that ends in the future has not happened yet: both keep their status but do not count.
 */
export function isSuccessfulRun({ status, anomalies }: Pick<Job, 'status' | 'anomalies'>): boolean {
  return status === 'succeeded' && !anomalies.includes('nothing-protected') && !anomalies.includes('future-end');
}
