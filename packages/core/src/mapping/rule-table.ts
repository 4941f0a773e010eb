import type { Job } from '../model/job.ts';
import type { Reading } from './reading.ts';

/** The fields that a vendor's table must have a rule for; all other fields follow from them or from the context. */
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
export type MappedField = (typeof mappedFields)[number];

/** What a vendor's rules read, field by field. */
export type Readings = { readonly [Field in MappedField]: Reading<Job[Field]> };

/** How one of our fields is read. */
export interface Rule<Input, Value> {
  /** Paths of the vendor's fields, dotted, in the answer that is read; `log.…` and `context.…` for those. [] when nothing is looked at. */
  readonly from: readonly string[];
  /** The rule in one sentence, as `explain` shows it. */
  readonly rule: string;
  /** Pure and total: any input in, a reading out. */
  read(input: Input): Reading<Value>;
}

/** A vendor's whole table: one rule for every mapped field, checked by the compiler. */
export type JobRules<Input> = {
  readonly [Field in MappedField]: Rule<Input, Job[Field]>;
};

/** A rule for a field that this vendor never tells. */
export function notReported<Value>(value: Value): Rule<unknown, Value> {
  return {
    from: [],
    rule: 'This vendor never tells.',
    read: () => ({ value, provenance: 'unsupported' }),
  };
}

/** A rule for a field of a plan or an item that follows from the jobs that belong to it, and not from what the vendor says of it. */
export function toldByJobs(): Rule<unknown, null> {
  return {
    from: [],
    rule: 'Follows from the jobs that belong to it, where they are stored and name it.',
    read: () => ({ value: null, provenance: 'missing' }),
  };
}

/** The value at a dotted path, or undefined. Array positions are numbers; a missing step ends the walk. */
export function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === step)?.[1];
  }
  return value;
}
