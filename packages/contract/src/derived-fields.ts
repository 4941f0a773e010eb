import { toEpochMs } from './instant.ts';
import type { AnomalyCode, Job, JobStatus } from './job.ts';
import type { Reading } from './reading.ts';
import { type MappedField, mappedFields } from './rule-table.ts';

/** What the vendor's rules read, field by field. */
export type Readings = { readonly [Field in MappedField]: Reading<Job[Field]> };

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
  status: 'A success beside failed objects or tasks becomes a warning.',
  durationSeconds: 'End minus start where both are there; null while the job is open; else what the vendor says.',
  ended: 'The status is an end, or it is unknown and there is an end time.',
  problem: 'A warning, a failure, an unknown, trouble while open, or a success over failures or nothing.',
  anomalies: 'Contradictions between the fields that were read.',
} as const;

/** A start may lie this far ahead of our clock before it is called a future one: clocks differ. */
const clockToleranceMs = 5 * 60_000;

const endStatuses: ReadonlySet<JobStatus> = new Set(['succeeded', 'warning', 'failed', 'cancelled', 'skipped']);
const quietKinds: ReadonlySet<Job['kind']> = new Set(['configure', 'delete', 'retention', 'maintenance']);
const troubledStatuses: ReadonlySet<JobStatus> = new Set(['warning', 'failed', 'unknown']);
const falseSuccesses: ReadonlySet<AnomalyCode> = new Set(['succeeded-with-failures', 'nothing-protected']);

/** Whether a job with this status and end is over. */
export function hasEnded(status: JobStatus, endedAt: string | null): boolean {
  return endStatuses.has(status) || (status === 'unknown' && endedAt !== null);
}

const hasFailures = (read: Readings): boolean =>
  (read.counts.value?.failed ?? 0) > 0 || read.tasks.value.some((task) => task.status === 'failed');

/** Derives status honesty, the duration, `ended`, `problem` and the anomalies. Pure; `observedAt` is when it was read. */
export function deriveFields(read: Readings, observedAt: string, durationToleranceSeconds: number): DerivedFields {
  const failures = hasFailures(read);
  const falseSuccess = read.status.value === 'succeeded' && failures;
  const status: Reading<JobStatus> = falseSuccess ? { value: 'warning', provenance: 'computed' } : read.status;
  const ended = hasEnded(status.value, read.endedAt.value);
  const durationSeconds = deriveDuration(read, ended);
  const found: AnomalyCode[] = readAnomalies(read);
  if (falseSuccess) found.push('succeeded-with-failures');
  addStatusAnomalies(read, found);
  addTimeAnomalies(read, ended, observedAt, found);
  addCountAnomalies(read, ended, found);
  if (durationDisagrees(read, durationSeconds.value, durationToleranceSeconds)) found.push('duration-disagrees');
  const openTrouble = !ended && (read.status.troubled === true || read.errors.value.length > 0 || failures);
  const problem = troubledStatuses.has(status.value) || openTrouble || found.some((code) => falseSuccesses.has(code));
  return { status, durationSeconds, ended, problem, anomalies: found.length > 1 ? [...new Set(found)] : found };
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

function durationDisagrees(read: Readings, derived: number | null, toleranceSeconds: number): boolean {
  const reported = read.durationSeconds.value;
  return reported !== null && derived !== null && Math.abs(reported - derived) > toleranceSeconds;
}

function addStatusAnomalies(read: Readings, found: AnomalyCode[]): void {
  if (read.status.value === 'unknown') found.push('unknown-status');
  if (read.status.value === 'succeeded' && read.counts.value?.total === 0 && !quietKinds.has(read.kind.value)) {
    found.push('nothing-protected');
  }
  const counts = read.counts.value;
  if (read.status.value === 'failed' && counts?.failed === 0 && (counts.total ?? 0) > 0)
    found.push('failed-without-failures');
}

function addTimeAnomalies(read: Readings, ended: boolean, observedAt: string, found: AnomalyCode[]): void {
  const { startedAt, endedAt, status } = read;
  if (ended && endedAt.value === null) found.push('ended-without-end-time');
  if (startedAt.value === null && status.value !== 'queued') found.push('start-unknown');
  if (startedAt.value === null) return;
  if (endedAt.value !== null && endedAt.value < startedAt.value) found.push('ended-before-start');
  // Instants are texts of one form and compare as they stand; hardly a start is later than the answer that tells it.
  if (startedAt.value > observedAt && Date.parse(startedAt.value) > Date.parse(observedAt) + clockToleranceMs)
    found.push('future-start');
}

function addCountAnomalies(read: Readings, ended: boolean, found: AnomalyCode[]): void {
  const counts = read.counts.value;
  if (counts === null || counts.total === null) return;
  const parts = [counts.succeeded, counts.failed, counts.skipped].filter((part) => part !== null);
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum > counts.total || (ended && parts.length === 3 && sum !== counts.total)) found.push('counts-disagree');
}
