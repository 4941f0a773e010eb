import type { Job, JobError } from '../model/job.ts';
import {
  isAskable,
  type JobContext,
  type JobKey,
  type JobRaw,
  type JobRecord,
  type Rejection,
  toJobId,
} from '../model/job-record.ts';
import { derivedRules, deriveFields } from './derived-fields.ts';
import type { Explanation, FieldExplanation } from './explanation.ts';
import { toProvenance } from './provenance.ts';
import { type JobRules, type Readings, valueAt } from './rule-table.ts';

/** The vendor's answers, parsed into what the rules read; or the reason why they cannot be a job. */
export type ParsedAnswers<Input> =
  | { readonly kind: 'input'; readonly input: Input; readonly key: JobKey }
  | {
      readonly kind: 'rejected';
      readonly nativeId: string | null;
      readonly reason: Rejection['reason'];
    };

/** A mapped job with its answers and context, or why the answers are none. */
export type MapResult =
  | { readonly kind: 'job'; readonly record: JobRecord }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** What a vendor supplies for mapping its jobs. */
export interface JobMapperDefinition<Input> {
  /** Id of the vendor. */
  readonly vendor: string;
  /** Must be raised whenever a rule changes its result for some answer. Stored jobs of an older version are mapped again. */
  readonly version: number;
  /** How far the vendor's own duration may differ from end minus start before it is an anomaly. */
  readonly durationToleranceSeconds: number;
  /** One rule for every mapped field. */
  readonly rules: JobRules<Input>;
  /** Total: any JSON in. Finds the id and the key, and hands the tolerant wire objects to the rules. */
  parse(raw: JobRaw, context: JobContext): ParsedAnswers<Input>;
}

/** Applies a rule table. Mapping and explaining use the same table; both are pure and never throw. */
export interface JobMapper {
  /** The definition's version and that of the common rules together. Stored jobs of an older version are mapped again. */
  readonly version: number;
  /** Maps the answers about one job. */
  map(raw: JobRaw, context: JobContext): MapResult;
  /** Explains every field of the job. Null when the answers do not describe a job. */
  explain(raw: JobRaw, context: JobContext): Explanation | null;
}

/** Must be raised whenever a rule that applies to every vendor changes its result. It is added to every mapper's version. */
const coreVersion = 2;

/** The answer to which the rules' paths refer: the single get where there is one, else the list row. */
const answerOf = (raw: JobRaw): unknown => raw.get ?? raw.list;

/** Makes the mapper of a vendor's table. The rules that apply to every vendor are added to it. */
export function defineJobMapper<Input>(definition: JobMapperDefinition<Input>): JobMapper {
  const version = definition.version + coreVersion;

  function run(raw: JobRaw, context: JobContext): MapResult {
    const parsed = definition.parse(raw, context);
    if (parsed.kind === 'rejected') {
      const { nativeId, reason } = parsed;
      return { kind: 'rejected', rejection: { nativeId, reason, value: answerOf(raw) } };
    }
    const id = toJobId(context.connection, parsed.key);
    if (!isAskable(id)) {
      return { kind: 'rejected', rejection: { nativeId: null, reason: 'no-readable-id', value: answerOf(raw) } };
    }
    const read = readFields(definition.rules, parsed.input);
    return { kind: 'job', record: toRecord(definition, read, id, parsed.key, raw, context) };
  }

  return Object.freeze({
    version,
    map: run,
    explain(raw: JobRaw, context: JobContext): Explanation | null {
      const result = run(raw, context);
      return result.kind === 'job' ? toExplanation(definition, version, result.record) : null;
    },
  });
}

/** Written out field by field: engines create and read an object of a fixed shape several times faster than one built by key. */
function readFields<Input>(rules: JobRules<Input>, input: Input): Readings {
  return {
    nativeId: rules.nativeId.read(input),
    kind: rules.kind.read(input),
    nativeKind: rules.nativeKind.read(input),
    status: rules.status.read(input),
    nativeStatus: rules.nativeStatus.read(input),
    trigger: rules.trigger.read(input),
    target: rules.target.read(input),
    plan: rules.plan.read(input),
    startedAt: rules.startedAt.read(input),
    endedAt: rules.endedAt.read(input),
    durationSeconds: rules.durationSeconds.read(input),
    progressPercent: rules.progressPercent.read(input),
    sizeBytes: rules.sizeBytes.read(input),
    transferredBytes: rules.transferredBytes.read(input),
    counts: rules.counts.read(input),
    tasks: rules.tasks.read(input),
    errors: mergeEqual(rules.errors.read(input)),
    actions: rules.actions.read(input),
    details: rules.details.read(input),
    links: rules.links.read(input),
  };
}

function mergeEqual(errors: Readings['errors']): Readings['errors'] {
  return errors.value.length < 2 ? errors : { ...errors, value: mergeErrors(errors.value) };
}

function toRecord<Input>(
  definition: JobMapperDefinition<Input>,
  read: Readings,
  id: string,
  key: JobKey,
  raw: JobRaw,
  context: JobContext,
): JobRecord {
  const derived = deriveFields(read, context.observedAt, definition.durationToleranceSeconds);
  const { status, durationSeconds, ended, problem } = derived;
  const provenance = toProvenance(read, derived);
  // In the order of the model, which is the order in which fields are displayed.
  const job = {
    id,
    connection: context.connection,
    vendor: definition.vendor,
    nativeId: read.nativeId.value,
    kind: read.kind.value,
    nativeKind: read.nativeKind.value,
    status: status.value,
    nativeStatus: read.nativeStatus.value,
    ended,
    problem,
    trigger: read.trigger.value,
    target: read.target.value,
    plan: read.plan.value,
    startedAt: read.startedAt.value,
    endedAt: read.endedAt.value,
    durationSeconds: durationSeconds.value,
    progressPercent: read.progressPercent.value,
    sizeBytes: read.sizeBytes.value,
    transferredBytes: read.transferredBytes.value,
    counts: read.counts.value,
    tasks: read.tasks.value,
    errors: read.errors.value,
    actions: read.actions.value,
    details: read.details.value,
    links: read.links.value,
    depth: raw.get === undefined ? 'list' : 'full',
    observedAt: context.observedAt,
    goneAt: null,
    provenance,
    anomalies: derived.anomalies,
  } satisfies Job;
  return { key, job, raw, context };
}

/** Rules for the fields that come from the context of the reading and not from the vendor's answer. */
const contextRules: Partial<Record<keyof Job, string>> = {
  id: "The connection's name and the connector's key.",
  connection: 'The connection through which the job was read.',
  vendor: "The connection's vendor.",
  depth: 'Full when a single get was read, else list.',
  observedAt: 'When this content was first read.',
  goneAt: 'When the vendor was first found to no longer know the job.',
  provenance: 'The provenance that each rule reports for its value.',
};

function toExplanation<Input>(
  definition: JobMapperDefinition<Input>,
  mapperVersion: number,
  record: JobRecord,
): Explanation {
  const { job, raw, context } = record;
  const answer = answerOf(raw);
  const look = (path: string): unknown => {
    if (path.startsWith('log.')) return valueAt(raw.log, path.slice(4));
    return path.startsWith('context.') ? valueAt(context, path.slice(8)) : valueAt(answer, path);
  };
  const rules: Partial<Record<string, { readonly from: readonly string[]; readonly rule: string }>> = definition.rules;
  const derived: Partial<Record<string, string>> = derivedRules;
  const fields = Object.entries(job).map(([field, value]): FieldExplanation => {
    const own = rules[field];
    const sentences = [own?.rule, derived[field], contextRules[field as keyof Job]].filter(
      (text) => text !== undefined,
    );
    return {
      field,
      from: (own?.from ?? []).map((path) => ({ path, value: look(path) })),
      rule: sentences.join(' '),
      value,
      provenance: job.provenance[field] ?? null,
    };
  });
  return {
    id: job.id,
    connection: job.connection,
    vendor: job.vendor,
    mapperVersion,
    fields,
    anomalies: job.anomalies,
  };
}

/** Merges errors with the same message, code, recommendation and link, and adds their counts. The first occurrence keeps its position. */
function mergeErrors(errors: readonly JobError[]): JobError[] {
  const merged = new Map<string, JobError>();
  for (const error of errors) {
    const { code, message, recommendation, helpUrl, count } = error;
    const same = JSON.stringify([code, message, recommendation, helpUrl]);
    const known = merged.get(same);
    merged.set(same, known === undefined ? error : { ...known, count: addCounts(known.count, count) });
  }
  return [...merged.values()];
}

const addCounts = (one: number, other: number): number => Math.min(one + other, Number.MAX_SAFE_INTEGER);
