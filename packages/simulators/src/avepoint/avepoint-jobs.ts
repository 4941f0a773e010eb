import { createHash } from 'node:crypto';
import { isRecord } from '../control/read-job-input.ts';
import { changeCourse, courseOfAdded, isOpen, type JobFields, phaseOf } from '../fleet/course.ts';
import {
  type AddJobInput,
  createJobTable,
  type JobChange,
  payloadOf,
  type TableJob,
  truthOf,
} from '../fleet/job-table.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import { type TruthJob, toBlankTruth } from '../truth.ts';
import { type AvepointJob, describeJob, growCounts, growFleet, growJob, growShape, wordAt } from './fleet.ts';
import { type JobListQuery, parseTime } from './query.ts';
import { renderJob } from './render.ts';
import { ERROR_TEXTS } from './shapes.ts';
import { requireKind, stateNumberOf, statusOfWord, typeNumberOf, wordOfStatus } from './words.ts';

export type AvepointJobs = {
  /** The rows of one page in the vendor's order, and the number of rows that match the filters. */
  list(query: JobListQuery): { readonly rows: readonly unknown[]; readonly total: number };
  /** undefined: no such job there. Ids are compared exactly. */
  job(id: string, location: string | null): unknown;
  truth(): TruthJob[];
  /** Takes a job that a schedule starts. */
  start(job: AvepointJob): string;
  add(input: AddJobInput): string;
  change(nativeId: string, change: JobChange): void;
};

/** A record of the table. Every record has a job behind it, because a given payload does not contain its type. */
type JobRecord = TableJob<AvepointJob>;

const readId = (raw: unknown): string | null =>
  isRecord(raw) && typeof raw.id === 'string' && raw.id !== '' ? raw.id : null;

/** The order is not documented. This one is neither by time nor by id, and the same for every request. */
const positionOf = ({ list, nativeId }: JobRecord): string =>
  createHash('sha256').update(`${list}/${nativeId}`).digest('hex');

/** The state from the fields; the vendor's value decides where the normalized one is missing. */
const readState = (fields: JobFields) => {
  const word = fields.nativeStatus ?? (fields.status && wordOfStatus(fields.status));
  if (word === undefined) return { fields, outcome: null, openWord: null };
  const status = statusOfWord(word);
  return isOpen(status)
    ? { fields: { ...fields, status }, outcome: 'Finished', openWord: word }
    : { fields: { ...fields, status }, outcome: word, openWord: null };
};

const refuse = ({ nativeKind, target }: JobFields): void => {
  if (nativeKind !== undefined) throw new RangeError('an AvePoint job has no word for its kind');
  if (target !== undefined) throw new RangeError('an AvePoint job does not name what it works on');
};

const hasErrors = (outcome: string): boolean => ['failed', 'warning'].includes(statusOfWord(outcome));

export const createAvepointJobs = (core: VendorCore, locations: readonly string[]): AvepointJobs => {
  const { clock } = core;
  const random = core.random.fork('added');
  const table = createJobTable<AvepointJob>();
  // The documented job is years old, and of no service that is named.
  const fleet = core.schedules === undefined ? growFleet(core, locations) : [];
  for (const spec of fleet) {
    table.put({ nativeId: spec.id, list: spec.location, spec, addedMs: core.anchorMs });
  }

  /** The location that is requested; null where the tenant has none of the name. */
  const findLocation = (asked: string | null): string | null => {
    if (asked === null) return locations[0] ?? '';
    return locations.find((location) => location.toLowerCase() === asked.toLowerCase()) ?? null;
  };

  const payload = (record: JobRecord): unknown => payloadOf(record, (spec) => renderJob(spec, clock.now()));
  const exists = ({ spec }: JobRecord): boolean =>
    spec === null || spec.isStandIn || phaseOf(spec.course, clock.now()) !== 'future';

  /** Input of the filters. The vendor keeps the start of a job whose changed payload has an unreadable one. */
  const viewOf = (record: JobRecord): { startMs: number; state: unknown } => {
    const { spec, raw, merge, remove, addedMs } = record;
    const knownMs = spec === null || spec.isStandIn ? addedMs : spec.course.startMs;
    if (spec !== null && raw === undefined && merge === undefined && remove === undefined) {
      return { startMs: knownMs, state: wordAt(spec, clock.now()) };
    }
    const row = payload(record);
    if (!isRecord(row)) return { startMs: knownMs, state: null };
    const startTime = typeof row.startTime === 'string' ? parseTime(row.startTime) : null;
    return { startMs: startTime?.ms ?? knownMs, state: row.state };
  };

  const isAsked = (record: JobRecord, query: JobListQuery): boolean => {
    const { startMs, state } = viewOf(record);
    const { spec } = record;
    return (
      (query.fromMs === null || startMs >= query.fromMs) &&
      (query.untilMs === null || startMs <= query.untilMs) &&
      (query.jobType === 0 || (spec !== null && typeNumberOf(spec.shape.kind) === query.jobType)) &&
      (query.objectType === 0 || spec?.objectType === query.objectType) &&
      (query.jobState === 0 || stateNumberOf(state) === query.jobState)
    );
  };

  let ordered: { version: number; records: JobRecord[] } = { version: -1, records: [] };
  const inOrder = (): JobRecord[] => {
    if (ordered.version !== table.version) {
      const placed = table.jobs.map((record) => ({ record, position: positionOf(record) }));
      placed.sort((left, right) => (left.position < right.position ? -1 : 1));
      ordered = { version: table.version, records: placed.map(({ record }) => record) };
    }
    return ordered.records;
  };

  /** A test defines the truth of a payload that it supplies. */
  const blank = (record: JobRecord): TruthJob =>
    toBlankTruth({
      vendor: 'avepoint',
      list: record.list,
      nativeId: record.nativeId,
      scope: record.list === '' ? null : record.list,
      kind: record.spec?.shape.kind ?? 'other',
    });

  const describe = (record: JobRecord, spec: AvepointJob): TruthJob | null =>
    spec.isStandIn ? blank(record) : describeJob(spec, clock.now());

  const grow = (input: AddJobInput, location: string): AvepointJob => {
    const { fields, outcome, openWord } = readState(input);
    const shape = growShape(random, {
      kind: requireKind(input.kind ?? 'backup'),
      outcome: outcome ?? 'Finished',
      failures: 'as-the-state-says',
      zone: 'utc',
    });
    return { ...growJob(random, { shape, course: courseOfAdded(fields, clock.now()), location }), openWord };
  };

  const changeJob = (job: AvepointJob, change: JobChange): AvepointJob => {
    refuse(change);
    const asked = [change.status, change.nativeStatus, change.kind, change.startedAt, change.durationSeconds];
    if (asked.every((field) => field === undefined)) return job;
    const { fields, outcome, openWord } = readState(change);
    const shape = { ...job.shape, ...(change.kind === undefined ? {} : { kind: requireKind(change.kind) }) };
    const moved = { ...job, shape, course: changeCourse(job.course, fields, clock.now()), page: null };
    if (outcome === null) return moved;
    const ending: AvepointJob['shape'] = { ...shape, outcome, failures: 'as-the-state-says' };
    const errorTexts = hasErrors(outcome) ? ERROR_TEXTS.slice(0, 1) : [];
    return { ...moved, shape: ending, openWord, counts: growCounts(random, ending), errorTexts };
  };

  return Object.freeze({
    list: (query: JobListQuery) => {
      const location = findLocation(query.location);
      const asked = inOrder().filter((record) => record.list === location && exists(record) && isAsked(record, query));
      const begin = query.pageIndex * query.pageSize;
      return { rows: asked.slice(begin, begin + query.pageSize).map(payload), total: asked.length };
    },
    job: (id: string, asked: string | null) => {
      const location = findLocation(asked);
      const found = table.jobs.find((record) => record.nativeId === id && record.list === location && exists(record));
      return found === undefined ? undefined : payload(found);
    },
    truth: () =>
      table.jobs
        .map((record) => truthOf(record, (spec) => describe(record, spec), blank(record)))
        .filter((job) => job !== null),
    start: (spec: AvepointJob) => {
      table.put({ nativeId: spec.id, list: spec.location, spec, addedMs: clock.now() });
      return spec.id;
    },
    add: (input: AddJobInput) => {
      refuse(input);
      const location = findLocation(input.list === undefined || input.list === '' ? null : input.list);
      if (location === null) throw new RangeError(`no location ${input.list}; there are ${locations.join(', ')}`);
      const spec = grow(input, location);
      const entry = { nativeId: spec.id, list: location, spec, addedMs: clock.now() };
      const { raw, truth } = input;
      if (raw === undefined) {
        table.put(truth === undefined ? entry : { ...entry, truth });
        return spec.id;
      }
      const nativeId = readId(raw) ?? `unnamed-${table.version}`;
      table.put({ ...entry, nativeId, spec: { ...spec, isStandIn: true }, raw, truth: truth ?? null });
      return nativeId;
    },
    change: (nativeId: string, change: JobChange) => table.change(nativeId, change, (spec) => changeJob(spec, change)),
  });
};
