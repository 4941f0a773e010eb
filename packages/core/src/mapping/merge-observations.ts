import { type AnomalyCode, anomalyCodes, type Job, type Provenance } from '../model/job.ts';
import type { JobRecord } from '../model/job-record.ts';
import { traceableCodes } from './contradictions.ts';
import { deriveFields, isContradictory } from './derived-fields.ts';
import { cameAfter, compareReadings, isUnderWay, type JobResult, type KnownJob, resultFields } from './observation.ts';
import { type MappedField, mappedFields } from './rule-table.ts';

/** Fields that are valid only for the state in which they were read. Values of an open job are discarded once it has ended. */
const momentary: readonly MappedField[] = ['endedAt', 'durationSeconds', 'progressPercent', 'actions'];

/** Fields that a single get may provide and a list row may lack. The native id is always in both. */
const keepable = mappedFields.filter((field) => field !== 'nativeId');

/** Anomalies that follow from other fields. They are derived again when the fields of two readings are merged. */
const derivable: ReadonlySet<AnomalyCode> = new Set([
  ...traceableCodes,
  'unknown-status',
  'ended-without-end-time',
  'start-unknown',
]);

/**
 * Merges all readings of a job into one record; null when there is no reading. Pure.
 *
 * - The newer of list row and single get wins; at the same instant the single get wins.
 * - A newer list row never erases a value that a get has read: a field with provenance `missing` keeps the get's value,
 *   unless that value belongs to an earlier state. Of the details, each label counts by itself.
 * - An unknown status never replaces a known result, unless the job was seen open after that result.
 * - A job that had ended and is open again gets the anomaly `reopened`. It counts as open again only when that reading was
 *   requested after the answer with the end had arrived: of two overlapping requests, the one that reports the end wins.
 */
export function recordOfKnown(known: KnownJob): JobRecord | null {
  const [list, full] = [known.list?.record ?? null, known.full?.record ?? null];
  if (list === null || full === null) {
    const only = list ?? full;
    return only === null ? null : { ...only, job: withHistory(only.job, known) };
  }
  const isListNewer = isListRowNewer(known);
  const { key, job, context } = isListNewer ? { ...list, job: keepWhatWasRead(list.job, full.job) } : full;
  const rawList = list.raw.list ?? full.raw.list;
  const raw = rawList === undefined ? full.raw : { ...full.raw, list: rawList };
  return { key, job: withHistory(job, known), raw, context };
}

/** Whether the list row was requested after the single get; true also when there is no get. */
export function isListRowNewer({ list, full }: KnownJob): boolean {
  if (list === null || full === null) return full === null;
  const [row, get] = [list, full].map(({ number, record }) => ({ number, observedAt: record.job.observedAt }));
  return row !== undefined && get !== undefined && compareReadings(row, get) > 0;
}

function keepWhatWasRead(list: Job, full: Job): Job {
  const status = list.provenance['status'] === 'missing' ? full.status : list.status;
  const isSameState = list.ended === full.ended || status !== list.status;
  const kept = keepable.filter(
    (field) =>
      list.provenance[field] === 'missing' &&
      full.provenance[field] !== 'missing' &&
      (isSameState || !momentary.includes(field)),
  );
  const values = Object.fromEntries(kept.map((field) => [field, full[field]]));
  const details = kept.includes('details') ? full.details : joinDetails(full.details, list.details);
  return derive({
    ...list,
    ...values,
    details,
    depth: 'full',
    provenance: takeProvenance(list, full.provenance, kept),
  });
}

/** The newer values, and those of labels that the newer reading lacks: rows of lists have fewer labels. */
function joinDetails(older: Job['details'], newer: Job['details']): Job['details'] {
  return Object.keys(older).every((label) => Object.hasOwn(newer, label)) ? newer : { ...older, ...newer };
}

function withHistory(job: Job, known: KnownJob): Job {
  const { result, open } = known;
  if (result === null) return job;
  if (job.status === 'unknown') return open !== null && cameAfter(open, result) ? job : withResult(job, result);
  if (isUnderWay(job) && overlapsResult(known, result)) return withResult(job, result);
  return job.ended || job.anomalies.includes('reopened') ? job : { ...job, anomalies: [...job.anomalies, 'reopened'] };
}

/** Whether the winning reading was requested before the answer with the result had arrived. */
function overlapsResult(known: KnownJob, result: JobResult): boolean {
  const speaking = isListRowNewer(known) ? known.list : known.full;
  if (speaking === null) return false;
  return !cameAfter({ number: speaking.number, observedAt: speaking.record.job.observedAt }, result);
}

function withResult(job: Job, result: JobResult): Job {
  const { status, nativeStatus, endedAt, durationSeconds } = result;
  const provenance = takeProvenance(job, result.provenance, resultFields);
  return derive({ ...job, status, nativeStatus, endedAt, durationSeconds, actions: [], provenance });
}

function takeProvenance(job: Job, from: Job['provenance'], fields: readonly string[]): Job['provenance'] {
  const own = Object.entries(job.provenance).filter(([field]) => !fields.includes(field));
  return Object.fromEntries([...own, ...Object.entries(from).filter(([field]) => fields.includes(field))]);
}

/** Derives the dependent fields again, by the same rules as when a job is mapped. */
function derive(job: Job): Job {
  const notes = {
    status: job.provenance['status'],
    durationSeconds: job.provenance['durationSeconds'],
    isTroubled: !job.ended && job.problem,
    anomalies: [],
  };
  const { observedAt } = job;
  const derived = deriveFields(job, notes, { observedAt, durationToleranceSeconds: Number.POSITIVE_INFINITY });
  const kept = job.anomalies.filter((code) => !derivable.has(code));
  const anomalies = new Set([...kept, ...derived.anomalies]);
  const { status, durationSeconds, ended } = derived;
  const rederived = { status: status.provenance, durationSeconds: durationSeconds.provenance };
  const provenance = Object.entries({ ...job.provenance, ...rederived }).filter(
    (entry): entry is [string, Provenance] => entry[1] !== undefined,
  );
  return {
    ...job,
    status: status.value,
    ended,
    problem: derived.problem || isContradictory(kept),
    durationSeconds: durationSeconds.value,
    provenance: Object.fromEntries(provenance),
    anomalies: anomalyCodes.filter((code) => anomalies.has(code)),
  };
}
