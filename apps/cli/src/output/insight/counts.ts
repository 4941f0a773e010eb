import type { OccurrenceCounts } from '@crossvault/core/insight';
import { type Cell, fitsGrid, renderGrid } from '../grid.ts';
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

/** Those of them without which a ratio cannot be understood. */
export const neededColumns: readonly Counted[] = ['expected', 'met', 'failed', 'missed', 'excused', 'unknown'];

/** How a count is painted: what is lost, and what is not known. */
export function paintCount(name: Counted, count: number, palette: Palette): (text: string) => string {
  if (count === 0) return String;
  if (name === 'failed' || name === 'missed') return palette.trouble;
  return name === 'unknown' || name === 'cancelled' ? palette.status('warning') : String;
}

/** The counts as titles with a line below; in more than one pair of lines where the terminal has no room for all of them. */
export function renderCounts(counts: OccurrenceCounts, width: number, palette: Palette): readonly string[] {
  const cells: readonly (readonly [string, Cell])[] = [
    ...columnsOf([counts]).map((name): readonly [string, Cell] => [
      name.toUpperCase(),
      { text: String(counts[name]), paint: paintCount(name, counts[name], palette) },
    ]),
    ['MET OF COUNTED', toRatioText(counts.ratio)],
  ];
  const parts: (readonly [string, Cell])[][] = [];
  for (const cell of cells) {
    const last = parts.at(-1);
    if (last !== undefined && fitsGrid(...toGrid([...last, cell]), width)) last.push(cell);
    else parts.push([cell]);
  }
  return parts.flatMap((part) => renderGrid(...toGrid(part), width));
}

const toGrid = (cells: readonly (readonly [string, Cell])[]) =>
  [cells.map(([title]) => ({ title })), [cells.map(([, cell]) => cell)]] as const;
