import { toPlainLine } from './plain-text.ts';
import { clipText, textWidth } from './text-width.ts';

/** A column of a grid. */
export interface Column {
  readonly title: string;
  /** The width down to which its cells may be clipped; without it they are always shown whole. */
  readonly least?: number;
}

/** A cell: a text, or a text with its colour. */
export type Cell = string | { readonly text: string; paint(text: string): string };

/** A cell that may be clipped takes no more columns than this, however wide the terminal is and where there is none. */
const longestCell = 80;
const gap = '  ';

const textOf = (cell: Cell): string => toPlainLine(typeof cell === 'string' ? cell : cell.text);

/** A column that may be clipped needs no more than `longest`. */
const naturalWidths = (columns: readonly Column[], rows: readonly (readonly Cell[])[], longest: number): number[] =>
  columns.map(({ title, least }, index) => {
    const most = least === undefined ? Number.POSITIVE_INFINITY : Math.max(longest, least, textWidth(title));
    const widths = rows.map((row) => textWidth(textOf(row[index] ?? ''), most));
    return Math.min(
      most,
      widths.reduce((one, other) => Math.max(one, other), textWidth(title)),
    );
  });

const leastWidth = ({ title, least }: Column, natural: number): number =>
  least === undefined ? natural : Math.min(natural, Math.max(least, textWidth(title)));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const gaps = (columns: readonly Column[]): number => gap.length * (columns.length - 1);

/** Whether the grid can be had in so many columns of a terminal, clipped as far as its columns allow. */
export function fitsGrid(columns: readonly Column[], rows: readonly (readonly Cell[])[], width: number): boolean {
  const natural = naturalWidths(columns, rows, Math.min(width, longestCell));
  return sum(columns.map((column, index) => leastWidth(column, natural[index] ?? 0))) + gaps(columns) <= width;
}

/** Takes width from the widest column that has some to give, until the grid fits or nothing is left to give. */
function fitWidths(columns: readonly Column[], natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  for (let excess = sum(widths) + gaps(columns) - width; excess > 0; excess -= 1) {
    const spare = columns.map((column, index) => {
      const own = widths[index] ?? 0;
      return own > leastWidth(column, natural[index] ?? 0) ? own : 0;
    });
    const widest = Math.max(...spare);
    if (widest === 0) break;
    const index = spare.indexOf(widest);
    widths[index] = widest - 1;
  }
  return widths;
}

/**
 * The lines of a grid without borders: its titles, then a line for each row.
 *
 * @param longest columns for a cell that may be clipped, where the grid has room for them
 */
export function renderGrid(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  longest = longestCell,
): readonly string[] {
  const widths = fitWidths(columns, naturalWidths(columns, rows, Math.min(width, longest)), width);
  const lines = [columns.map(({ title }) => title), ...rows].map((cells) =>
    columns.map((_column, index) => toCellOf(cells[index] ?? '', widths[index] ?? 0)),
  );
  return lines.map((cells) => cells.join(gap).trimEnd());
}

/** A cell in so many columns of a terminal: colours take none. */
function toCellOf(cell: Cell, width: number): string {
  const text = clipText(textOf(cell), width);
  const painted = typeof cell === 'string' ? text : cell.paint(text);
  return painted + ' '.repeat(Math.max(0, width - textWidth(text)));
}
