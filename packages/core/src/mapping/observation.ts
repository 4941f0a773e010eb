import type { Job, JobStatus, Provenance } from '../model/job.ts';
import type { JobRecord } from '../model/job-record.ts';

/** The values by which two readings of the same job, plan or item are ordered. */
export interface ReadingOrder {
  /** Reading number that the store issued before the request was sent; 0 for readings stored by versions without numbers. */
  readonly number: number;
  /** When it was read, by the clock of the machine that read it. */
  readonly observedAt: string;
}

/**
 * Negative when the first reading is the older one. The reading numbers decide. The clock is used only between readings
 * with the same number: rows of one answer, and readings stored by versions without numbers.
 */
export function compareReadings(one: ReadingOrder, other: ReadingOrder): number {
  if (one.number !== other.number) return one.number - other.number;
  return one.observedAt < other.observedAt ? -1 : one.observedAt > other.observedAt ? 1 : 0;
}

/** One reading of a job: a row of a list, or a single get. */
export interface JobObservation {
  /** The mapped job. `job.depth` says whether it is a list row or a single get; `job.observedAt` is the reader's clock. */
  readonly record: JobRecord;
  /** `version` of the rule table that mapped it. */
  readonly mapperVersion: number;
  /** Reading number, taken before the request was sent. 0: stored by a version without numbers, and older than every number. */
  readonly number: number;
  /** The highest number issued when this reading was stored. A reading with a higher number was requested after this answer. */
  readonly settled: number;
}

/** How a job ended, as a reading reported it. */
export interface JobResult {
  readonly observedAt: string;
  /** Reading number of the reading that reported it first. */
  readonly number: number;
  readonly settled: number;
  readonly status: JobStatus;
  readonly nativeStatus: string | null;
  readonly endedAt: string | null;
  readonly durationSeconds: number | null;
  /** Provenance of these fields, where they were not simply read. */
  readonly provenance: Readonly<Record<string, Provenance>>;
}

/** When a job was seen open. */
export interface OpenSnapshot {
  readonly observedAt: string;
  readonly number: number;
}

/**
 * Everything that is stored about one job. The result does not depend on the order or repetition of its readings, provided
 * that the vendor's answer never returns to an earlier content and that no two requests for the job overlapped.
 */
export interface KnownJob {
  /** The newest list row; null when the job was never in a list. Its `observedAt` is when that content was first read. */
  readonly list: JobObservation | null;
  /** The newest single get; null when the job was never read in full. Its `observedAt` is when that content was first read. */
  readonly full: JobObservation | null;
  /** The last known result; null when no reading reported an end. */
  readonly result: JobResult | null;
  /** When an open state was last read for the first time; null when the job was never read open. */
  readonly open: OpenSnapshot | null;
}

/**
 * The content of a reading as one text for comparison. It excludes the time of reading, the version of the rules and the id
 * under which the job is stored.
 */
export function contentOf({ key, job, raw, context }: JobRecord): string {
  const { tasks, ...fields } = job;
  const timeless = { ...fields, id: '', observedAt: '', goneAt: null };
  return JSON.stringify([timeless, tasks, key, raw, { ...context, observedAt: '' }]);
}

/** Whether the vendor reports the job as open. An unknown status does not count as open. */
export const isUnderWay = ({ status }: Pick<Job, 'status'>): boolean =>
  status === 'queued' || status === 'running' || status === 'cancelling';

/** An unknown status is not a result, even with an end time. */
const hasResult = ({ ended, status }: Job): boolean => ended && status !== 'unknown';

const orderOf = ({ number, record }: JobObservation): OpenSnapshot => ({ number, observedAt: record.job.observedAt });

/** Whether a reading was certainly made after a result: it was requested when that answer had already arrived. */
export const cameAfter = (reading: OpenSnapshot, result: JobResult): boolean =>
  reading.number > result.settled || (result.number === 0 && compareReadings(reading, result) > 0);

/**
 * Adds a reading to what is stored about its job. Pure; returns `stored` itself when the reading adds nothing.
 *
 * - A newer reading replaces an older one of the same depth, never one of the other depth. The reading numbers decide, not a
 *   clock, because the clocks of two machines differ.
 * - Of two readings with the same content the earlier one stays: `observedAt` is when the content was first read.
 * - An older reading adds only what it alone knows: that the job had ended before it was open.
 */
export function mergeObservation(stored: KnownJob | null, observed: JobObservation): KnownJob {
  const known = stored ?? { list: null, full: null, result: null, open: null };
  const { job } = observed.record;
  const slot = job.depth === 'full' ? 'full' : 'list';
  const before = known[slot];
  const isRepeated = before !== null && contentOf(before.record) === contentOf(observed.record);
  const kept =
    before === null ? observed : isRepeated ? earlierOf(before, observed, known.result) : laterOf(before, observed);
  const result = hasResult(job)
    ? latestResult(known.result, toResult(observed), isRepeated ? orderOf(before) : null)
    : known.result;
  const order = orderOf(observed);
  const isNewlyOpen = isUnderWay(job) && !isRepeated && (known.open === null || compareReadings(order, known.open) > 0);
  const open = isNewlyOpen ? order : known.open;
  if (stored !== null && kept === before && result === known.result && open === known.open) return stored;
  return { ...known, [slot]: kept, result, open };
}

/** The same content twice: keeps the first reading, with the newest version that mapped it. */
function earlierOf(kept: JobObservation, observed: JobObservation, result: JobResult | null): JobObservation {
  if (confirms(kept, observed, result)) return { ...kept, number: observed.number, settled: observed.settled };
  const earlier = compareReadings(orderOf(observed), orderOf(kept)) < 0 ? observed : kept;
  const mapperVersion = Math.max(kept.mapperVersion, observed.mapperVersion);
  return earlier.mapperVersion === mapperVersion ? earlier : { ...earlier, mapperVersion };
}

/** Two overlapping requests read the job as open and as ended. It is open again only when a later reading confirms it. */
function confirms(kept: JobObservation, observed: JobObservation, result: JobResult | null): boolean {
  if (result === null || !isUnderWay(kept.record.job)) return false;
  const isOverlapping = compareReadings(orderOf(kept), result) >= 0 && !cameAfter(orderOf(kept), result);
  return isOverlapping && cameAfter(orderOf(observed), result);
}

/** For two different contents with the same order the choice is arbitrary but deterministic. */
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

/**
 * The later result counts. A content that is read again counts from its first reading, so that a repetition changes nothing.
 * Another content with an equal result counts from its own reading: an older result may still arrive between the two.
 *
 * @param repeated the reading of the same content that is stored; null when the observed reading is no repetition
 */
function latestResult(kept: JobResult | null, observed: JobResult, repeated: OpenSnapshot | null): JobResult {
  if (kept === null) return observed;
  const [one, other] = [saidBy(kept), saidBy(observed)];
  const order = compareReadings(observed, kept);
  if (one === other && repeated !== null) return order < 0 && compareReadings(kept, repeated) === 0 ? observed : kept;
  if (order === 0) return other > one ? observed : kept;
  return order > 0 ? observed : kept;
}

/**
 * Replaces one reading by the result of mapping its raw answers again with a newer version of the rules. A null record means
 * that the answers no longer map to a job; the earlier record then stays. Returns `known` itself when there is no such
 * reading, or when it was read again or mapped by a newer version in the meantime.
 */
export function remapObservation(
  known: KnownJob,
  slot: 'list' | 'full',
  { record, mapperVersion }: { readonly record: JobRecord | null; readonly mapperVersion: number },
): KnownJob {
  const kept = known[slot];
  if (kept === null || kept.mapperVersion >= mapperVersion) return known;
  if (record === null) return { ...known, [slot]: { ...kept, mapperVersion } };
  // Another reading was stored in the meantime. The raw answers are not compared: redaction may have changed them.
  if (kept.record.job.observedAt !== record.job.observedAt) return known;
  const remapped: JobObservation = { ...kept, record, mapperVersion };
  const isItsResult = known.result !== null && compareReadings(known.result, orderOf(kept)) === 0;
  const result = isItsResult ? (hasResult(record.job) ? toResult(remapped) : null) : known.result;
  return { ...known, [slot]: remapped, result };
}
