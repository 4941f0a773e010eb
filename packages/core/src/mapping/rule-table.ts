import type { Job } from '../model/job.ts';
import type { Reading } from './reading.ts';

/** The fields for which a vendor's table must have a rule. All other fields are derived from them or come from the context. */
export const mappedFields = [
  'nativeId',
  'kind',
  'nativeKind',
  'status',
  'nativeStatus',
  'trigger',
  'target',
  'plan',
  'startedAt',
  'endedAt',
  'durationSeconds',
  'progressPercent',
  'sizeBytes',
  'transferredBytes',
  'counts',
  'tasks',
  'errors',
  'actions',
  'details',
  'links',
] as const satisfies readonly (keyof Job)[];
/** A field of the job for which a vendor's table has a rule. */
export type MappedField = (typeof mappedFields)[number];

/** The values of the mapped fields: of a job that is being mapped, or of one that was. */
export type MappedValues = Readonly<Pick<Job, MappedField>>;

/** How one field of the model is read from a vendor's answer. */
export interface Rule<Input, Value> {
  /** Dotted paths of the vendor's fields in the answer; `log.…`, `objects` and `context.…` refer to those. [] when the rule reads no field. */
  readonly from: readonly string[];
  /** The rule in one sentence, as `explain` shows it. */
  readonly rule: string;
  /** Pure, and must never throw: every input gives a reading. */
  read(input: Input): Reading<Value>;
}

/** A vendor's whole table: one rule for every mapped field, checked by the compiler. */
export type JobRules<Input> = {
  readonly [Field in MappedField]: Rule<Input, Job[Field]>;
};

/** A rule for a field that this vendor never reports. */
export function notReported<Value>(value: Value): Rule<unknown, Value> {
  return {
    from: [],
    rule: 'This vendor does not report it.',
    read: () => ({ value, provenance: 'unsupported' }),
  };
}

/** A rule for a field of a plan or an item that is derived from its linked jobs and not from the vendor's answer. */
export function derivedFromJobs(): Rule<unknown, null> {
  return {
    from: [],
    rule: 'Derived from the linked jobs, where a store holds them.',
    read: () => ({ value: null, provenance: 'missing' }),
  };
}

/** The value at a dotted path, or undefined. Array positions are numbers; a missing step ends the walk. */
export function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    // Only what stands in the JSON counts: neither what is inherited nor the length of a list.
    value = Object.prototype.propertyIsEnumerable.call(value, step) ? Reflect.get(value, step) : undefined;
  }
  return value;
}
