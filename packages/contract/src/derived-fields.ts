import type { AnomalyCode, Job, JobStatus } from './job.ts';
import type { Reading } from './reading.ts';
import type { MappedField } from './rule-table.ts';

/** What the vendor's rules read, field by field. */
export type Readings = { readonly [Field in MappedField]: Reading<Job[Field]> };

/** The fields that follow from what was read, by the same rules for every vendor. */
export interface DerivedFields {
  readonly status: Reading<JobStatus>;
  readonly durationSeconds: Reading<number | null>;
  readonly ended: boolean;
  readonly problem: boolean;
  readonly anomalies: readonly AnomalyCode[];
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
const falseSuccesses: ReadonlySet<AnomalyCode> = new Set(['succeeded-with-failures', 'nothing-protected']);

/** Whether a job with this status and end is over. */
export function hasEnded(status: JobStatus, endedAt: string | null): boolean {
  return endStatuses.has(status) || (status === 'unknown' && endedAt !== null);
}

const hasFailures = (read: Readings): boolean =>
  (read.counts.value?.failed ?? 0) > 0 || read.tasks.value.some((task) => task.status === 'failed');

/** Derives status honesty, the duration, `ended`, `problem` and the anomalies. Pure; `observedAt` is when it was read. */
export function deriveFields(read: Readings, observedAt: string, durationToleranceSeconds: number): DerivedFields {
  const falseSuccess = read.status.value === 'succeeded' && hasFailures(read);
  const status: Reading<JobStatus> = falseSuccess ? { value: 'warning', provenance: 'computed' } : read.status;
  const ended = hasEnded(status.value, read.endedAt.value);
  const duration = deriveDuration(read, ended);
  const anomalies = new Set<AnomalyCode>([
    ...Object.values(read).flatMap((reading: Reading<unknown>) => reading.anomalies ?? []),
    ...(falseSuccess ? (['succeeded-with-failures'] as const) : []),
    ...statusAnomalies(read),
    ...timeAnomalies(read, ended, observedAt),
    ...countAnomalies(read, ended),
    ...(durationDisagrees(read, duration.value, durationToleranceSeconds) ? (['duration-disagrees'] as const) : []),
  ]);
  const openTrouble = !ended && (read.status.troubled === true || read.errors.value.length > 0 || hasFailures(read));
  const problem =
    status.value === 'warning' ||
    status.value === 'failed' ||
    status.value === 'unknown' ||
    openTrouble ||
    [...anomalies].some((code) => falseSuccesses.has(code));
  return {
    status,
    durationSeconds: duration,
    ended,
    problem,
    anomalies: [...anomalies],
  };
}

function deriveDuration(read: Readings, ended: boolean): Reading<number | null> {
  const { startedAt, endedAt, durationSeconds } = read;
  if (!ended)
    return {
      value: null,
      provenance: durationSeconds.provenance === 'unreadable' ? 'unreadable' : 'computed',
    };
  if (startedAt.value === null || endedAt.value === null) return durationSeconds;
  const milliseconds = Date.parse(endedAt.value) - Date.parse(startedAt.value);
  return {
    value: milliseconds < 0 ? null : milliseconds / 1000,
    provenance: 'computed',
  };
}

function durationDisagrees(read: Readings, derived: number | null, toleranceSeconds: number): boolean {
  const reported = read.durationSeconds.value;
  return reported !== null && derived !== null && Math.abs(reported - derived) > toleranceSeconds;
}

function* statusAnomalies(read: Readings): Generator<AnomalyCode> {
  if (read.status.value === 'unknown') yield 'unknown-status';
  if (read.status.value === 'succeeded' && read.counts.value?.total === 0 && !quietKinds.has(read.kind.value)) {
    yield 'nothing-protected';
  }
  const counts = read.counts.value;
  if (read.status.value === 'failed' && counts?.failed === 0 && (counts.total ?? 0) > 0)
    yield 'failed-without-failures';
}

function* timeAnomalies(read: Readings, ended: boolean, observedAt: string): Generator<AnomalyCode> {
  const { startedAt, endedAt, status } = read;
  if (ended && endedAt.value === null) yield 'ended-without-end-time';
  if (startedAt.value === null && status.value !== 'queued') yield 'start-unknown';
  if (startedAt.value === null) return;
  if (endedAt.value !== null && endedAt.value < startedAt.value) yield 'ended-before-start';
  if (Date.parse(startedAt.value) > Date.parse(observedAt) + clockToleranceMs) yield 'future-start';
}

function* countAnomalies(read: Readings, ended: boolean): Generator<AnomalyCode> {
  const counts = read.counts.value;
  if (counts === null || counts.total === null) return;
  const parts = [counts.succeeded, counts.failed, counts.skipped].filter((part) => part !== null);
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum > counts.total || (ended && parts.length === 3 && sum !== counts.total)) yield 'counts-disagree';
}
