import type { AnomalyCode, Job, JobStatus } from '../model/job.ts';
import { toEpochMs } from '../values/instant.ts';
import { contradictionCodes, findContradictions, hasFailures, hasOnlyFailures } from './contradictions.ts';
import type { Reading } from './reading.ts';
import { mappedFields, type Readings } from './rule-table.ts';

/** The fields that follow from what was read, by the same rules for every vendor. */
export interface DerivedFields {
  readonly status: Reading<JobStatus>;
  readonly durationSeconds: Reading<number | null>;
  readonly ended: boolean;
  readonly problem: boolean;
  /** The caller's own. */
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

/** Whether one of these anomalies says that fields contradict each other. */
export const isContradictory = (codes: readonly AnomalyCode[]): boolean =>
  codes.some((code) => contradictionCodes.has(code));

/** Derives status honesty, the duration, `ended`, `problem` and the anomalies. Pure; `observedAt` is when it was read. */
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

/** A partial success is never called a success, and what failed as a whole never a partial one. */
function deriveStatus(read: Readings): Reading<JobStatus> {
  const { value } = read.status;
  if (value !== 'succeeded' && value !== 'warning') return read.status;
  if (hasOnlyFailures(read)) return { value: 'failed', provenance: 'computed' };
  const isFalseSuccess = value === 'succeeded' && (hasFailures(read) || read.errors.value.length > 0);
  return isFalseSuccess ? { value: 'warning', provenance: 'computed' } : read.status;
}

/** What the rules themselves found, in the order of the model. */
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

/** What is not known although it should be: no contradiction, and no problem by itself. */
function findOddities({ startedAt, endedAt, status }: Readings, ended: boolean): AnomalyCode[] {
  const found: AnomalyCode[] = [];
  if (status.value === 'unknown') found.push('unknown-status');
  if (ended && endedAt.value === null) found.push('ended-without-end-time');
  if (startedAt.value === null && status.value !== 'queued') found.push('start-unknown');
  return found;
}

/**
 * Whether a job counts as a success of what it worked on: of its plan, its target, its connection. A success over nothing
 * protected nothing, and one that ends in the future has not happened; both keep their status, and are no last success anywhere.
 */
export function isSuccessfulRun({ status, anomalies }: Pick<Job, 'status' | 'anomalies'>): boolean {
  return status === 'succeeded' && !anomalies.includes('nothing-protected') && !anomalies.includes('future-end');
}
