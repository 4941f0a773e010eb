import type { KindScore, MonthResult } from './month-result.ts';

type Totals = Omit<KindScore, 'vendor' | 'kind' | 'basis'>;

const sum = (one: Totals, other: Totals): Totals => ({
  subjects: one.subjects + other.subjects,
  due: one.due + other.due,
  right: one.right + other.right,
  wrong: one.wrong + other.wrong,
  excused: one.excused + other.excused,
  unknown: Object.fromEntries(
    [...new Set([...Object.keys(one.unknown), ...Object.keys(other.unknown)])].map((reason) => [
      reason,
      (one.unknown[reason] ?? 0) + (other.unknown[reason] ?? 0),
    ]),
  ),
  neverStarted: one.neverStarted + other.neverStarted,
  unknownMissed: one.unknownMissed + other.unknownMissed,
  missedFound: one.missedFound + other.missedFound,
  falselyMissed: one.falselyMissed + other.falselyMissed,
  failed: one.failed + other.failed,
  failedFound: one.failedFound + other.failedFound,
  falselyFailed: one.falselyFailed + other.falselyFailed,
  longestDelayMs: Math.max(one.longestDelayMs, other.longestDelayMs),
  openings: one.openings + other.openings,
  episodes: one.episodes + other.episodes,
});

/** Several scores as one; null: there are none. */
export const addScores = (scores: readonly KindScore[]): Totals | null =>
  scores.length === 0 ? null : scores.reduce<Totals>((one, other) => sum(one, other), { ...emptyTotals });

const emptyTotals: Totals = {
  subjects: 0,
  due: 0,
  right: 0,
  wrong: 0,
  excused: 0,
  unknown: {},
  neverStarted: 0,
  unknownMissed: 0,
  missedFound: 0,
  falselyMissed: 0,
  failed: 0,
  failedFound: 0,
  falselyFailed: 0,
  longestDelayMs: 0,
  openings: 0,
  episodes: 0,
};

/** Of what was called missed or failed, the share that was. 1: nothing was called so. */
export const precisionOf = ({ missedFound, falselyMissed }: Totals): number =>
  missedFound + falselyMissed === 0 ? 1 : missedFound / (missedFound + falselyMissed);

/** Of the runs that never started and of which something could be known, the share that was called missed. */
export const recallOf = ({ missedFound, neverStarted, unknownMissed }: Totals): number =>
  neverStarted === unknownMissed ? 1 : missedFound / (neverStarted - unknownMissed);

const unknownOf = ({ unknown }: Totals): string =>
  Object.entries(unknown)
    .map(([reason, number]) => `${number} ${reason}`)
    .join(', ');

const head = [
  'vendor',
  'kind of plan',
  'from',
  'due',
  'right',
  'wrong',
  'missed',
  'false',
  'failed',
  'false',
  'opened',
  'delay min',
  'excused',
  'unknown',
];

const toCells = (name: readonly string[], each: Totals): string[] => [
  ...name,
  String(each.due),
  String(each.right),
  String(each.wrong),
  `${each.missedFound}/${each.neverStarted}`,
  String(each.falselyMissed),
  `${each.failedFound}/${each.failed}`,
  String(each.falselyFailed),
  `${each.openings}/${each.episodes}`,
  String(Math.round(each.longestDelayMs / 60_000)),
  String(each.excused),
  unknownOf(each),
];

/** The same kind of plan over several months as one line. */
export function toMonthTable(months: readonly MonthResult[]): string {
  const groups = Map.groupBy(
    months.flatMap(({ kinds }) => kinds),
    ({ vendor, kind, basis }) => JSON.stringify([vendor, kind, basis]),
  );
  const lines = [head];
  for (const scores of groups.values()) {
    const [first] = scores;
    const total = addScores(scores);
    if (first !== undefined && total !== null) lines.push(toCells([first.vendor, first.kind, first.basis], total));
  }
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
