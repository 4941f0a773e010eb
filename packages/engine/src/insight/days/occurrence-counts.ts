import type { OccurrenceCounts, OccurrenceState } from '@crossvault/core/insight';
import type { Occurrence } from '../occurrence.ts';

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

/** Counts occurrences of any subjects and days, with the share of those that were met. `count`: so many that are alike. */
export function countOccurrences(
  occurrences: Iterable<Pick<Occurrence, 'state' | 'isRecovered'> & { readonly count?: number }>,
): OccurrenceCounts {
  const counts = { met: 0, failed: 0, missed: 0, cancelled: 0, skipped: 0, excused: 0, unknown: 0, pending: 0 };
  let expected = 0;
  let late = 0;
  let warnings = 0;
  let recovered = 0;
  for (const { state, isRecovered, count = 1 } of occurrences) {
    const counted = countedAs[state];
    counts[counted] += count;
    if (counted !== 'pending') expected += count;
    if (state === 'met-late') late += count;
    if (state === 'met-with-warning') warnings += count;
    if (isRecovered) recovered += count;
  }
  const known = expected - counts.excused - counts.unknown;
  return { expected, ...counts, late, warnings, recovered, ratio: known === 0 ? null : counts.met / known };
}
