import type { Provenance } from '../model/job.ts';
import type { DerivedFields } from './derived-fields.ts';
import { type MappedField, mappedFields, type Readings } from './rule-table.ts';

type Derived = Pick<DerivedFields, 'status' | 'durationSeconds'>;

/** A node of a tree over the fields: its children by provenance, undefined for a field that was simply read. */
interface Step {
  readonly next: Map<Provenance | undefined, Step>;
  /** The result, at a leaf; null elsewhere. */
  provenance: Readonly<Record<string, Provenance>> | null;
}

/** Vendors' answers have some dozens of patterns. The cache stops growing here. */
const mostKept = 1_000;

const makeStep = (): Step => ({ next: new Map(), provenance: null });
const start = makeStep();
let kept = 0;

/**
 * The provenance of each field. Most jobs of a list have the same dozen entries: jobs with the same pattern share one frozen
 * object, which is found in one pass over the readings. A derived provenance replaces that of the reading.
 */
export function toProvenance(read: Readings, derived: Derived): Readonly<Record<string, Provenance>> {
  let step = start;
  for (const field of mappedFields) {
    const why = whyOf(field, read, derived);
    const known = step.next.get(why);
    if (known === undefined && kept >= mostKept) return makeProvenance(read, derived);
    const next = known ?? makeStep();
    if (known === undefined) step.next.set(why, next);
    step = next;
  }
  if (step.provenance === null) {
    step.provenance = makeProvenance(read, derived);
    kept += 1;
  }
  return step.provenance;
}

function whyOf(field: MappedField, read: Readings, { status, durationSeconds }: Derived): Provenance | undefined {
  if (field === 'status') return status.provenance;
  return field === 'durationSeconds' ? durationSeconds.provenance : read[field].provenance;
}

function makeProvenance(read: Readings, derived: Derived): Readonly<Record<string, Provenance>> {
  const provenance: Record<string, Provenance> = { ended: 'computed', problem: 'computed' };
  for (const field of mappedFields) {
    const why = whyOf(field, read, derived);
    if (why !== undefined) provenance[field] = why;
  }
  return Object.freeze(provenance);
}
