import type { Occurrence, OccurrenceState } from '../occurrence.ts';

/** What is counted of occurrences. All are numbers of occurrences. */
export interface OccurrenceCounts {
  /** All that have ended, whatever became of them: `met + failed + missed + cancelled + skipped + excused + unknown`. */
  readonly expected: number;
  /** With those that were late or had warnings. */
  readonly met: number;
  /** How many of `met` were late. */
  readonly late: number;
  /** How many of `met` had warnings. */
  readonly warnings: number;
  readonly failed: number;
  readonly missed: number;
  readonly cancelled: number;
  /** Ended over nothing. */
  readonly skipped: number;
  readonly excused: number;
  readonly unknown: number;
  /** Not ended yet, thus not expected: upcoming, due or running. */
  readonly pending: number;
  /** How many of those that were not met a run by hand made good. */
  readonly recovered: number;
  /** `met ÷ (expected − excused − unknown)`; null where that is a division by 0. */
  readonly ratio: number | null;
}

type Counted = 'met' | 'failed' | 'missed' | 'cancelled' | 'skipped' | 'excused' | 'unknown' | 'pending';

const countedAs: Readonly<Record<OccurrenceState, Counted>> = {
  upcoming: 'pending',
  due: 'pending',
  running: 'pending',
  met: 'met',
  'met-late': 'met',
  'met-with-warning': 'met',
  failed: 'failed',
  cancelled: 'cancelled',
  skipped: 'skipped',
  missed: 'missed',
  excused: 'excused',
  unknown: 'unknown',
};

/** Counts occurrences of any subjects and days, with the share of those that were met. */
export function countOccurrences(occurrences: Iterable<Pick<Occurrence, 'state' | 'isRecovered'>>): OccurrenceCounts {
  const counts = { met: 0, failed: 0, missed: 0, cancelled: 0, skipped: 0, excused: 0, unknown: 0, pending: 0 };
  let expected = 0;
  let late = 0;
  let warnings = 0;
  let recovered = 0;
  for (const { state, isRecovered } of occurrences) {
    const counted = countedAs[state];
    counts[counted] += 1;
    if (counted !== 'pending') expected += 1;
    if (state === 'met-late') late += 1;
    if (state === 'met-with-warning') warnings += 1;
    if (isRecovered) recovered += 1;
  }
  const known = expected - counts.excused - counts.unknown;
  return { expected, ...counts, late, warnings, recovered, ratio: known === 0 ? null : counts.met / known };
}
