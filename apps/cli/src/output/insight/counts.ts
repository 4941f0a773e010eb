import type { OccurrenceCounts } from '@crossvault/core/insight';
import { renderGrid } from '../grid.ts';
import type { Palette } from '../palette.ts';

/** `97.6 %`, rounded down, so that 100 % means all; `-` where nothing counts. */
export const toRatioText = (ratio: number | null): string =>
  ratio === null ? '-' : `${(Math.floor(ratio * 1000) / 10).toFixed(1)} %`;

const order = [
  'expected',
  'met',
  'late',
  'warnings',
  'failed',
  'missed',
  'cancelled',
  'skipped',
  'excused',
  'unknown',
  'recovered',
  'pending',
] as const;
type Counted = (typeof order)[number];

const shownAlways: ReadonlySet<Counted> = new Set(['expected', 'met', 'failed', 'missed']);

/** The counts that are worth a column: expected, met, failed and missed always, others where there are any. */
export const columnsOf = (all: readonly OccurrenceCounts[]): readonly Counted[] =>
  order.filter((name) => shownAlways.has(name) || all.some((counts) => counts[name] > 0));

/** How a count is painted: what is lost, and what is not known. */
export function paintCount(name: Counted, count: number, palette: Palette): (text: string) => string {
  if (count === 0) return String;
  if (name === 'failed' || name === 'missed') return palette.trouble;
  return name === 'unknown' || name === 'cancelled' ? palette.status('warning') : String;
}

/** The counts as a title and a line. */
export function renderCounts(counts: OccurrenceCounts, width: number, palette: Palette): readonly string[] {
  const names = columnsOf([counts]);
  return renderGrid(
    [...names.map((name) => ({ title: name.toUpperCase() })), { title: 'MET OF COUNTED' }],
    [
      [
        ...names.map((name) => ({ text: String(counts[name]), paint: paintCount(name, counts[name], palette) })),
        toRatioText(counts.ratio),
      ],
    ],
    width,
  );
}
