import type { Job, JobStatus, Provenance } from './job.ts';
import type { JobRecord } from './job-record.ts';

/** One reading of a job: a row of a list, or a single get. */
export interface JobObservation {
  /** Its `job.depth` says which of the two it was, its `job.observedAt` when. */
  readonly record: JobRecord;
  /** `version` of the table of rules that mapped it. */
  readonly mapperVersion: number;
}

/** How a job ended, as a reading said. */
export interface JobResult {
  readonly observedAt: string;
  readonly status: JobStatus;
  readonly nativeStatus: string | null;
  readonly endedAt: string | null;
  readonly durationSeconds: number | null;
  /** Of these fields, where they were not simply read. */
  readonly provenance: Readonly<Record<string, Provenance>>;
}

/**
 * All that is remembered of one job. It is the same whatever order its readings came in and however often, provided that
 * what the vendor says of a job never returns to what it was before.
 */
export interface KnownJob {
  /** The newest list row; null when it was never seen in a list. Its `observedAt` is when that content was first seen. */
  readonly list: JobObservation | null;
  /** The newest single get; null when it was never read whole. Likewise. */
  readonly full: JobObservation | null;
  /** The last known result; null when it was never seen ended. */
  readonly result: JobResult | null;
  /** When it was last seen anew in an open state; null when never. */
  readonly openAt: string | null;
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

const isOpen = ({ status }: Job): boolean => status === 'queued' || status === 'running' || status === 'cancelling';

/** A word that nobody knows is no result, even beside an end time. */
const hasResult = ({ ended, status }: Job): boolean => ended && status !== 'unknown';

/**
 * What is known once this reading is known too. Pure; gives `stored` itself when the reading says nothing new.
 *
 * - A newer reading replaces an older one of the same depth, never one of the other depth.
 * - Of two readings with the same content the earlier one stays: `observedAt` says when content was first seen.
 * - An older reading changes nothing but what it alone knows: that the job had ended before it was open.
 */
export function mergeObservation(stored: KnownJob | null, observed: JobObservation): KnownJob {
  const known = stored ?? { list: null, full: null, result: null, openAt: null };
  const { job } = observed.record;
  const slot = job.depth === 'full' ? 'full' : 'list';
  const before = known[slot];
  const isRepeated = before !== null && contentOf(before.record) === contentOf(observed.record);
  const kept = before === null ? observed : isRepeated ? earlierOf(before, observed) : laterOf(before, observed);
  const result = hasResult(job) ? latestResult(known.result, toResult(job)) : known.result;
  const openAt = isOpen(job) && !isRepeated && job.observedAt > (known.openAt ?? '') ? job.observedAt : known.openAt;
  if (stored !== null && kept === before && result === known.result && openAt === known.openAt) return stored;
  return { ...known, [slot]: kept, result, openAt };
}

/** The same content twice: the first sight of it, and the newest version that has mapped it. */
function earlierOf(kept: JobObservation, observed: JobObservation): JobObservation {
  const earlier = observed.record.job.observedAt < kept.record.job.observedAt ? observed : kept;
  const mapperVersion = Math.max(kept.mapperVersion, observed.mapperVersion);
  return earlier.mapperVersion === mapperVersion ? earlier : { ...earlier, mapperVersion };
}

/** Two different contents of one instant: either will do, but always the same one. */
function laterOf(kept: JobObservation, observed: JobObservation): JobObservation {
  const [keptAt, observedAt] = [kept.record.job.observedAt, observed.record.job.observedAt];
  if (observedAt === keptAt) return contentOf(observed.record) > contentOf(kept.record) ? observed : kept;
  return observedAt > keptAt ? observed : kept;
}

function toResult(job: Job): JobResult {
  const { observedAt, status, nativeStatus, endedAt, durationSeconds } = job;
  const provenance = Object.fromEntries(
    Object.entries(job.provenance).filter(([field]) => resultFields.some((each) => each === field)),
  );
  return { observedAt, status, nativeStatus, endedAt, durationSeconds, provenance };
}

/** The fields that say how a job ended. */
export const resultFields = ['status', 'nativeStatus', 'endedAt', 'durationSeconds'] as const;

function latestResult(kept: JobResult | null, observed: JobResult): JobResult {
  if (kept === null) return observed;
  const [one, other] = [kept, observed].map((result) => JSON.stringify({ ...result, observedAt: '' }));
  if (one === other) return observed.observedAt < kept.observedAt ? observed : kept;
  if (kept.observedAt === observed.observedAt) return (other ?? '') > (one ?? '') ? observed : kept;
  return observed.observedAt > kept.observedAt ? observed : kept;
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
  const isItsResult = known.result?.observedAt === kept.record.job.observedAt;
  const result = isItsResult ? (hasResult(record.job) ? toResult(record.job) : null) : known.result;
  return { ...known, [slot]: { record, mapperVersion }, result };
}
