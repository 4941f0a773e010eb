import type { AnomalyCode, Job, JobStatus, Provenance } from '../model/job.ts';
import { toEpochMs } from '../values/instant.ts';
import { contradictionCodes, findContradictions, hasFailures, hasOnlyFailures } from './contradictions.ts';
import { computed, type Reading } from './reading.ts';
import type { MappedValues } from './rule-table.ts';

/** What is known of a job beside the values of its fields, when the others are derived from them. */
export interface ReadingNotes {
  /** Why the status is what it is; undefined: it was simply read. */
  readonly status: Provenance | undefined;
  readonly durationSeconds: Provenance | undefined;
  /** The vendor reports warnings or errors of a job that is still open. */
  readonly isTroubled: boolean;
  /** The anomalies that the rules reported, in the order of the model. */
  readonly anomalies: readonly AnomalyCode[];
}

/** When a job was read, and how far the vendor's own duration may differ from end minus start. */
export interface DerivationContext {
  readonly observedAt: string;
  readonly durationToleranceSeconds: number;
}

/** The fields that follow from those that were read, by the same rules for every vendor. */
export interface DerivedFields {
  readonly status: Reading<JobStatus>;
  readonly durationSeconds: Reading<number | null>;
  readonly ended: boolean;
  readonly problem: boolean;
  /** Frozen; jobs with the same anomalies share it. */
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

/** Derives the final status, the duration, `ended`, `problem` and the anomalies. Pure. */
export function deriveFields(read: MappedValues, notes: ReadingNotes, context: DerivationContext): DerivedFields {
  const status = deriveStatus(read, notes);
  const ended = hasEnded(status.value, read.endedAt);
  const durationSeconds = deriveDuration(read, notes, ended);
  const contradictory = findContradictions({
    read,
    status: status.value,
    ended,
    durationSeconds: durationSeconds.value,
    durationToleranceSeconds: context.durationToleranceSeconds,
    observedAt: context.observedAt,
  });
  const openTrouble = !ended && (notes.isTroubled || read.errors.length > 0 || hasFailures(read));
  const problem =
    troubledStatuses.has(status.value) ||
    openTrouble ||
    contradictory.length > 0 ||
    (notes.anomalies.length > 0 && isContradictory(notes.anomalies));
  return {
    status,
    durationSeconds,
    ended,
    problem,
    anomalies: shareAnomalies(notes.anomalies, contradictory, findOddities(read, ended)),
  };
}

/** A success with failures becomes a warning. A job in which every counted object failed becomes a failure. */
function deriveStatus(read: MappedValues, notes: ReadingNotes): Reading<JobStatus> {
  const { status } = read;
  if (status === 'succeeded' || status === 'warning') {
    if (hasOnlyFailures(read)) return computed('failed');
    if (status === 'succeeded' && (hasFailures(read) || read.errors.length > 0)) return computed('warning');
  }
  return toReading(status, notes.status);
}

function deriveDuration(read: MappedValues, notes: ReadingNotes, ended: boolean): Reading<number | null> {
  const { startedAt, endedAt, durationSeconds } = read;
  if (!ended) return toReading(null, notes.durationSeconds === 'unreadable' ? 'unreadable' : 'computed');
  if (startedAt === null || endedAt === null) return toReading(durationSeconds, notes.durationSeconds);
  return computed(spanSeconds(startedAt, endedAt, null));
}

const toReading = <T>(value: T, provenance: Provenance | undefined): Reading<T> =>
  provenance === undefined ? { value } : { value, provenance };

/** End minus start in seconds where both are known, null where the end lies before the start; else what was reported. */
export function spanSeconds(startedAt: string | null, endedAt: string | null, reported: number | null): number | null {
  if (startedAt === null || endedAt === null) return reported;
  const milliseconds = toEpochMs(endedAt) - toEpochMs(startedAt);
  return milliseconds < 0 ? null : milliseconds / 1000;
}

/** Anomalies for missing knowledge. They are not contradictions and do not make the job a problem. */
function findOddities({ startedAt, endedAt, status }: MappedValues, ended: boolean): readonly AnomalyCode[] {
  if (startedAt !== null && endedAt !== null && status !== 'unknown') return none;
  const found: AnomalyCode[] = [];
  if (status === 'unknown') found.push('unknown-status');
  if (ended && endedAt === null) found.push('ended-without-end-time');
  if (startedAt === null && status !== 'queued') found.push('start-unknown');
  return found;
}

/** Vendors' answers have some dozens of combinations. The cache stops growing here. */
const mostShared = 1_000;
const shared = new Map<string, AnomalyCode[]>();
const none: AnomalyCode[] = [];
Object.freeze(none);

/** All codes, once each, in the order in which they were found. */
function shareAnomalies(
  reported: readonly AnomalyCode[],
  contradictory: readonly AnomalyCode[],
  odd: readonly AnomalyCode[],
): AnomalyCode[] {
  if (reported.length + contradictory.length + odd.length === 0) return none;
  const codes = [...new Set([...reported, ...contradictory, ...odd])];
  const name = codes.join();
  const known = shared.get(name);
  if (known !== undefined) return known;
  Object.freeze(codes);
  if (shared.size < mostShared) shared.set(name, codes);
  return codes;
}

/**
 * Whether a job counts as the last success of its plan, target and connection. A success over zero objects protected nothing,
 * and a success that ends in the future has not happened yet: both keep their status but do not count.
 */
export function isSuccessfulRun({ status, anomalies }: Pick<Job, 'status' | 'anomalies'>): boolean {
  return status === 'succeeded' && !anomalies.includes('nothing-protected') && !anomalies.includes('future-end');
}
