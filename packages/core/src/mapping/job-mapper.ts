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
import { positions } from './provenance.ts';
import { CollectedNotes } from './reading-notes.ts';
import { type JobRules, valueAt } from './rule-table.ts';

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
    const job = toJob(definition, parsed.input, id, raw, context);
    return { kind: 'job', record: { key: parsed.key, job, raw, context } };
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

/**
 * One pass over the rules: each value goes straight into the job, and what its reading says beside it into the notes. Written
 * out field by field, in the order of the model, which is the order in which fields are displayed: engines create and read an
 * object of a fixed shape several times faster than one built by key.
 */
function toJob<Input>(
  definition: JobMapperDefinition<Input>,
  input: Input,
  id: string,
  raw: JobRaw,
  context: JobContext,
): Job {
  const { rules, durationToleranceSeconds } = definition;
  const notes = new CollectedNotes();
  const job: Job = {
    id,
    connection: context.connection,
    vendor: definition.vendor,
    nativeId: notes.take(positions.nativeId, rules.nativeId.read(input)),
    kind: notes.take(positions.kind, rules.kind.read(input)),
    nativeKind: notes.take(positions.nativeKind, rules.nativeKind.read(input)),
    status: notes.takeStatus(rules.status.read(input)),
    nativeStatus: notes.take(positions.nativeStatus, rules.nativeStatus.read(input)),
    ended: false,
    problem: false,
    trigger: notes.take(positions.trigger, rules.trigger.read(input)),
    target: notes.take(positions.target, rules.target.read(input)),
    plan: notes.take(positions.plan, rules.plan.read(input)),
    startedAt: notes.take(positions.startedAt, rules.startedAt.read(input)),
    endedAt: notes.take(positions.endedAt, rules.endedAt.read(input)),
    durationSeconds: notes.takeDuration(rules.durationSeconds.read(input)),
    progressPercent: notes.take(positions.progressPercent, rules.progressPercent.read(input)),
    sizeBytes: notes.take(positions.sizeBytes, rules.sizeBytes.read(input)),
    transferredBytes: notes.take(positions.transferredBytes, rules.transferredBytes.read(input)),
    counts: notes.take(positions.counts, rules.counts.read(input)),
    tasks: notes.take(positions.tasks, rules.tasks.read(input)),
    errors: mergeErrors(notes.take(positions.errors, rules.errors.read(input))),
    actions: notes.take(positions.actions, rules.actions.read(input)),
    details: notes.take(positions.details, rules.details.read(input)),
    links: notes.take(positions.links, rules.links.read(input)),
    depth: raw.get === undefined ? 'list' : 'full',
    observedAt: context.observedAt,
    goneAt: null,
    provenance: {},
    anomalies: [],
    tenant: context['tenant'] ?? null,
  };
  const derived = deriveFields(job, notes, { observedAt: context.observedAt, durationToleranceSeconds });
  job.status = derived.status.value;
  job.ended = derived.ended;
  job.problem = derived.problem;
  job.durationSeconds = derived.durationSeconds.value;
  job.provenance = notes.toProvenance(derived);
  job.anomalies = derived.anomalies;
  return job;
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
  tenant: 'The customer that the vendor names, else the one that the configuration names for the connection.',
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
    if (path === 'objects') return raw.objects;
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
function mergeErrors(errors: JobError[]): JobError[] {
  if (errors.length < 2) return errors;
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
