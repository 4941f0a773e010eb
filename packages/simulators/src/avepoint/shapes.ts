import { plantedFrom } from '../fleet/planted.ts';
import type { Weighted } from '../fleet/weighted.ts';
import type { TruthKind } from '../truth.ts';
import { INVENTED_STATE } from './words.ts';

/** How one job is written on the wire: everything that differs between records of the same meaning. */
export type Shape = {
  /** Never on the row; only the typed lists have it. */
  readonly kind: TruthKind;
  /** State once the job is over. */
  readonly outcome: string;
  /** Position at the generation of the fleet. */
  readonly phase: 'ended' | 'running' | 'waiting';
  /** Tables and detail page end the names of counts in `Number`, the sample of the list in `Count`. */
  readonly counts: 'Number' | 'Count';
  readonly totals: 'plain' | 'zero' | 'unreadable' | 'disagreeing' | 'null';
  /** Objects that failed in a job that calls itself Finished, or that did not in one that calls itself Failed. */
  readonly failures: 'as-the-state-says' | 'in-spite-of-it';
  /** What `finishTime` is while there is none. */
  readonly openEnd: 'absent' | 'null' | 'empty';
  readonly finishTime: 'plain' | 'unreadable';
  readonly duration: 'plain' | 'unreadable' | 'disagreeing' | 'absent';
  readonly zone: 'utc' | 'absent';
  readonly errors: 'full' | 'without-code' | 'without-url' | 'without-number';
  readonly noErrors: 'empty' | 'absent' | 'null';
  readonly fraction: 'none' | 'milliseconds';
};

/** Records that a fleet plants, in this order as far as it is large enough; oddities only on request. */
const PLANTED: readonly Partial<Shape>[] = [
  { outcome: 'Finished', kind: 'backup', counts: 'Count' },
  { outcome: 'Failed', kind: 'backup', counts: 'Number', errors: 'full' },
  { outcome: 'Finished', kind: 'backup', phase: 'running', openEnd: 'absent' },
  { outcome: 'Finished with Exception', errors: 'full' },
  { outcome: 'Finished', kind: 'backup', failures: 'in-spite-of-it', errors: 'without-code' },
  { outcome: INVENTED_STATE },
  { outcome: 'Partially Finished', errors: 'without-url' },
  { outcome: 'Finished with Exceptions', errors: 'without-number' },
  { outcome: 'Finished', phase: 'running', openEnd: 'null' },
  { outcome: 'Finished', phase: 'waiting', openEnd: 'empty' },
  { outcome: 'Stopped' },
  { outcome: 'Skipped' },
  { outcome: 'Finished', totals: 'zero' },
  { outcome: 'Failed', duration: 'unreadable', kind: 'backup' },
  { outcome: 'Finished', totals: 'unreadable' },
  { outcome: 'Finished', finishTime: 'unreadable' },
  { outcome: 'Finished', kind: 'restore' },
  { outcome: 'Finished', kind: 'export' },
  { outcome: 'Finished', kind: 'delete' },
  { outcome: 'Finished', kind: 'retention' },
  { outcome: 'Finished', kind: 'other' },
  { outcome: 'Finished', zone: 'absent' },
  { outcome: 'Finished', phase: 'running', openEnd: 'empty' },
  { outcome: 'Failed', failures: 'in-spite-of-it' },
  { outcome: 'Finished', totals: 'disagreeing' },
  { outcome: 'Finished', duration: 'disagreeing' },
  { outcome: 'Finished', totals: 'null', noErrors: 'null' },
  { outcome: 'Finished', duration: 'absent', noErrors: 'absent' },
  { outcome: 'Failed', kind: 'restore', errors: 'without-code' },
];

const isOdd = ({ outcome, totals, duration }: Partial<Shape>): boolean =>
  outcome === INVENTED_STATE || totals === 'disagreeing' || duration === 'disagreeing';

export const plantedShapes = (options: { readonly oddities?: boolean | undefined }): readonly Partial<Shape>[] =>
  plantedFrom(PLANTED, isOdd, options);

export const USUAL = {
  kind: [
    [80, 'backup'],
    [7, 'restore'],
    [4, 'export'],
    [2, 'delete'],
    [5, 'retention'],
    [2, 'other'],
  ],
  outcome: [
    [80, 'Finished'],
    [6, 'Failed'],
    [4, 'Finished with Exception'],
    [2, 'Finished with Exceptions'],
    [4, 'Partially Finished'],
    [2, 'Stopped'],
    [2, 'Skipped'],
  ],
  counts: [
    [1, 'Number'],
    [1, 'Count'],
  ],
  failures: [
    [24, 'as-the-state-says'],
    [1, 'in-spite-of-it'],
  ],
  zone: [
    [40, 'utc'],
    [1, 'absent'],
  ],
  errors: [
    [4, 'full'],
    [2, 'without-code'],
    [1, 'without-url'],
    [1, 'without-number'],
  ],
  noErrors: [
    [8, 'empty'],
    [1, 'absent'],
    [1, 'null'],
  ],
  fraction: [
    [7, 'none'],
    [1, 'milliseconds'],
  ],
} as const satisfies { readonly [Key in keyof Shape]?: Weighted<Shape[Key]> };

/** Legend: none was published. So the letters have no known meaning, except that restores of the samples begin with RS. */
export const PREFIXES = {
  backup: ['FB', 'IB', 'IB', 'IB', 'EFB'],
  restore: ['RS'],
  any: ['FB', 'IB', 'EFB', 'RS'],
} as const;

export const ERROR_TEXTS = [
  'The mailbox is locked by another process.',
  'Access to the site was denied. Grant the app full control and run the job again.',
  'The request was throttled by Microsoft 365.',
  'The item could not be found; it may have been deleted while the job was running.',
];
