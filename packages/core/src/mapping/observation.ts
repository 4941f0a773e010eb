import type { Job, JobStatus, Provenance } from '../model/job.ts';
import type { JobRecord } from '../model/job-record.ts';

/** What orders readings of one thing. */
export interface ReadingOrder {
  /** The number that the store gave it before its request left; 0 where it has none. */
  readonly number: number;
  /** When it was read, by the clock of the machine that read it. */
  readonly observedAt: string;
}

/**
 * Below 0 when the first reading is the older one. The numbers decide. Only readings with the same number are compared
 * by the clock: rows of one answer, and what a version without numbers has stored.
 */
export function compareReadings(one: ReadingOrder, other: ReadingOrder): number {
  if (one.number !== other.number) return one.number - other.number;
  return one.observedAt < other.observedAt ? -1 : one.observedAt > other.observedAt ? 1 : 0;
}

/** One reading of a job: a row of a list, or a single get. */
export interface JobObservation {
  /** Its `job.depth` says which of the two it was, its `job.observedAt` when, by the clock of the machine that read it. */
  readonly record: JobRecord;
  /** `version` of the table of rules that mapped it. */
  readonly mapperVersion: number;
  /** Its reading number, taken before the request left. 0: stored by a version that took none; older than every number. */
  readonly number: number;
  /** The highest number that any reading had taken when this one was stored: what is above it was asked for after this answer. */
  readonly settled: number;
}

/** How a job ended, as a reading said. */
export interface JobResult {
  readonly observedAt: string;
  /** Of the reading that said so first. */
  readonly number: number;
  readonly settled: number;
  readonly status: JobStatus;
  readonly nativeStatus: string | null;
  readonly endedAt: string | null;
  readonly durationSeconds: number | null;
  /** Of these fields, where they were not simply read. */
  readonly provenance: Readonly<Record<string, Provenance>>;
}

/** When a job was seen open. */
export interface OpenSnapshot {
  readonly observedAt: string;
  readonly number: number;
}

/**
 * All that is remembered of one job. It is the same whatever order its readings came in and however often, provided that
 * what the vendor says of a job never returns to what it was before, and that no two requests for it overlapped.
 */
export interface KnownJob {
  /** The newest list row; null when it was never seen in a list. Its `observedAt` is when that content was first seen. */
  readonly list: JobObservation | null;
  /** The newest single get; null when it was never read whole. Likewise. */
  readonly full: JobObservation | null;
  /** The last known result; null when it was never seen ended. */
  readonly result: JobResult | null;
  /** The newest first sight of the job in an open state; null when there was none. */
  readonly open: OpenSnapshot | null;
}

/**
 * The content of a reading as one text: equal texts say the same, whenever they were read, by whichever version of the
 * rules, and whatever id the job is stored under.
 */
export function contentOf({ key, job, raw, context }: JobRecord): string {
  const { tasks, ...fields } = job;
  const timeless = { ...fields, id: '', observedAt: '', goneAt: null };
  return JSON.stringify([timeless, tasks, key, raw, { ...context, observedAt: '' }]);
}

/** Whether the vendor says that it is under way; a word that nobody knows does not say so. */
export const isUnderWay = ({ status }: Pick<Job, 'status'>): boolean =>
  status === 'queued' || status === 'running' || status === 'cancelling';

/** A word that nobody knows is no result, even beside an end time. */
const hasResult = ({ ended, status }: Job): boolean => ended && status !== 'unknown';

const orderOf = ({ number, record }: JobObservation): OpenSnapshot => ({ number, observedAt: record.job.observedAt });

/** Whether a reading certainly came after a result: it was asked for when that answer was there already. */
export const cameAfter = (reading: OpenSnapshot, result: JobResult): boolean =>
  reading.number > result.settled || (result.number === 0 && compareReadings(reading, result) > 0);

/**
 * What is known once this reading is known too. Pure; gives `stored` itself when the reading says nothing new.
 *
 * - A newer reading replaces an older one of the same depth, never one of the other depth. The reading numbers decide, and
 *   no clock does: the clocks of two machines differ.
 * - Of two readings with the same content the earlier one stays: `observedAt` says when content was first seen.
 * - An older reading changes nothing but what it alone knows: that the job had ended before it was open.
 */
export function mergeObservation(stored: KnownJob | null, observed: JobObservation): KnownJob {
  const known = stored ?? { list: null, full: null, result: null, open: null };
  const { job } = observed.record;
  const slot = job.depth === 'full' ? 'full' : 'list';
  const before = known[slot];
  const isRepeated = before !== null && contentOf(before.record) === contentOf(observed.record);
  const kept =
    before === null ? observed : isRepeated ? earlierOf(before, observed, known.result) : laterOf(before, observed);
  const result = hasResult(job) ? latestResult(known.result, toResult(observed)) : known.result;
  const order = orderOf(observed);
  const isNewlyOpen = isUnderWay(job) && !isRepeated && (known.open === null || compareReadings(order, known.open) > 0);
  const open = isNewlyOpen ? order : known.open;
  if (stored !== null && kept === before && result === known.result && open === known.open) return stored;
  return { ...known, [slot]: kept, result, open };
}

/** The same content twice: the first sight of it, and the newest version that has mapped it. */
function earlierOf(kept: JobObservation, observed: JobObservation, result: JobResult | null): JobObservation {
  if (confirms(kept, observed, result)) return { ...kept, number: observed.number, settled: observed.settled };
  const earlier = compareReadings(orderOf(observed), orderOf(kept)) < 0 ? observed : kept;
  const mapperVersion = Math.max(kept.mapperVersion, observed.mapperVersion);
  return earlier.mapperVersion === mapperVersion ? earlier : { ...earlier, mapperVersion };
}

/** A job was read open and, at the same time, ended: open again is what it is only once it is read so afterwards. */
function confirms(kept: JobObservation, observed: JobObservation, result: JobResult | null): boolean {
  if (result === null || !isUnderWay(kept.record.job)) return false;
  const isOverlapping = compareReadings(orderOf(kept), result) >= 0 && !cameAfter(orderOf(kept), result);
  return isOverlapping && cameAfter(orderOf(observed), result);
}

/** Two different contents of one request: either will do, but always the same one. */
function laterOf(kept: JobObservation, observed: JobObservation): JobObservation {
  const order = compareReadings(orderOf(observed), orderOf(kept));
  if (order === 0) return contentOf(observed.record) > contentOf(kept.record) ? observed : kept;
  return order > 0 ? observed : kept;
}

function toResult({ record: { job }, number, settled }: JobObservation): JobResult {
  const { observedAt, status, nativeStatus, endedAt, durationSeconds } = job;
  const provenance = Object.fromEntries(
    Object.entries(job.provenance).filter(([field]) => resultFields.some((each) => each === field)),
  );
  return { observedAt, number, settled, status, nativeStatus, endedAt, durationSeconds, provenance };
}

/** The fields that say how a job ended. */
export const resultFields = ['status', 'nativeStatus', 'endedAt', 'durationSeconds'] as const;

const saidBy = ({ status, nativeStatus, endedAt, durationSeconds, provenance }: JobResult): string =>
  JSON.stringify([status, nativeStatus, endedAt, durationSeconds, provenance]);

function latestResult(kept: JobResult | null, observed: JobResult): JobResult {
  if (kept === null) return observed;
  const [one, other] = [saidBy(kept), saidBy(observed)];
  const order = compareReadings(observed, kept);
  if (one === other) return order < 0 ? observed : kept;
  if (order === 0) return other > one ? observed : kept;
  return order > 0 ? observed : kept;
}

/**
 * The same, with one reading mapped anew from its own raw answers by a newer version of the rules; a record of null maps to
 * no job any more, and what was mapped stays. Gives `known` itself where there is no such reading, or where it was read
 * anew or mapped by a newer version meanwhile.
 */
export function remapObservation(
  known: KnownJob,
  slot: 'list' | 'full',
  { record, mapperVersion }: { readonly record: JobRecord | null; readonly mapperVersion: number },
): KnownJob {
  const kept = known[slot];
  if (kept === null || kept.mapperVersion >= mapperVersion) return known;
  if (record === null) return { ...known, [slot]: { ...kept, mapperVersion } };
  // Another reading has come meanwhile. The answers themselves may differ: they are redacted again.
  if (kept.record.job.observedAt !== record.job.observedAt) return known;
  const remapped: JobObservation = { ...kept, record, mapperVersion };
  const isItsResult = known.result !== null && compareReadings(known.result, orderOf(kept)) === 0;
  const result = isItsResult ? (hasResult(record.job) ? toResult(remapped) : null) : known.result;
  return { ...known, [slot]: remapped, result };
}
