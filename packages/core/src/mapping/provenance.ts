import type { Provenance } from '../model/job.ts';
import { type MappedField, mappedFields } from './rule-table.ts';

/** Position of each mapped field in a pattern: that in the list of mapped fields. */
export const positions = {
  nativeId: 0,
  kind: 1,
  nativeKind: 2,
  status: 3,
  nativeStatus: 4,
  trigger: 5,
  target: 6,
  plan: 7,
  startedAt: 8,
  endedAt: 9,
  durationSeconds: 10,
  progressPercent: 11,
  sizeBytes: 12,
  transferredBytes: 13,
  counts: 14,
  tasks: 15,
  errors: 16,
  actions: 17,
  details: 18,
  links: 19,
} as const satisfies Readonly<Record<MappedField, number>>;

/** By code. 0: the field was simply read. */
const byCode = [undefined, 'computed', 'inferred', 'unsupported', 'denied', 'missing', 'unreadable'] as const;

/** A comparison of known texts takes less than a look into an object. The most frequent one comes first. */
function codeOf(provenance: Provenance): number {
  switch (provenance) {
    case 'missing':
      return 5;
    case 'unsupported':
      return 3;
    case 'computed':
      return 1;
    case 'inferred':
      return 2;
    case 'unreadable':
      return 6;
    case 'denied':
      return 4;
  }
}

const bitsOfCode = 3;
const mostCode = 7;
/** So many codes are one whole number below 2^30, which engines keep without an object. */
const codesOfHalf = 10;

type FieldProvenance = Readonly<Record<string, Provenance>>;

/** Vendors' answers have some dozens of patterns. The cache stops growing here. */
const mostKept = 1_000;
const known = new Map<number, Map<number, FieldProvenance>>();
let kept = 0;
/** Rows that follow each other are often of one pattern. */
let latest = { first: -1, second: -1, provenance: decode(0, 0) };

/**
 * The provenance of each field of one job, collected field by field. Most jobs of a list have the same dozen entries: jobs
 * with the same pattern share one frozen object, which is found without building it.
 */
export class ProvenancePattern {
  #first = 0;
  #second = 0;

  /** Notes a field once. Without a provenance it was simply read, and has no entry. */
  note(position: number, provenance: Provenance | undefined): void {
    if (provenance === undefined) return;
    const code = codeOf(provenance);
    if (position < codesOfHalf) this.#first += code << (position * bitsOfCode);
    else this.#second += code << ((position - codesOfHalf) * bitsOfCode);
  }

  /** Entries in the order of the model, behind those of the fields that are always computed. */
  toProvenance(): FieldProvenance {
    if (latest.first !== this.#first || latest.second !== this.#second) {
      latest = { first: this.#first, second: this.#second, provenance: find(this.#first, this.#second) };
    }
    return latest.provenance;
  }
}

function find(first: number, second: number): FieldProvenance {
  const byFirst = known.get(first);
  const found = byFirst?.get(second);
  if (found !== undefined) return found;
  const provenance = decode(first, second);
  if (kept >= mostKept) return provenance;
  kept += 1;
  if (byFirst === undefined) known.set(first, new Map([[second, provenance]]));
  else byFirst.set(second, provenance);
  return provenance;
}

function decode(first: number, second: number): FieldProvenance {
  const provenance: Record<string, Provenance> = { ended: 'computed', problem: 'computed' };
  for (const field of mappedFields) {
    const position = positions[field];
    const bits = position < codesOfHalf ? first : second;
    const why = byCode[(bits >> ((position % codesOfHalf) * bitsOfCode)) & mostCode];
    if (why !== undefined) provenance[field] = why;
  }
  return Object.freeze(provenance);
}
