import { type Summary, summarize } from '../statistics.ts';

/** The bound of a ratio. It also says which direction is better. */
export type Aim = { readonly least: number } | { readonly most: number };

/** One thing that was measured. */
export interface Figure {
  readonly name: string;
  /** What was measured, with its unit in words. */
  readonly measured: string;
  /** The comparison in the same run, one a round, summarized; null for a figure that is only reported. */
  readonly ratio: Summary | null;
  /** What the ratio should be; null without an aim. */
  readonly aim: Aim | null;
  /**
   * Which direction is better where the quick form is compared with what was recorded; `null`: it is not compared, since
   * the figure is another one on another machine. @default what the aim says; without an aim it is not compared
   */
  readonly better?: 'lower' | 'higher' | null;
}

/** Which direction of a figure is better; null: it is not compared with what was recorded. */
export function toBetter({ better, aim, ratio }: Figure): 'lower' | 'higher' | null {
  if (ratio === null) return null;
  if (better !== undefined || aim === null) return better ?? null;
  return 'least' in aim ? 'higher' : 'lower';
}

/** The ratio of what is measured once a run. */
export const single = (ratio: number): Summary => summarize([ratio]);

/** Whether the median reaches the aim; null without an aim. */
export function isReached({ ratio, aim }: Figure): boolean | null {
  if (ratio === null || aim === null) return null;
  return 'least' in aim ? ratio.median >= aim.least : ratio.median <= aim.most;
}

function toAim(aim: Aim | null): string {
  if (aim === null) return '';
  return 'least' in aim ? `>= ${aim.least}` : `<= ${aim.most}`;
}

function toVerdict(figure: Figure): string {
  const reached = isReached(figure);
  if (reached === null) return '';
  return reached ? 'reached' : 'NOT REACHED';
}

/** The figures as a table for people. */
export function toFigureTable(figures: readonly Figure[]): string {
  const lines = [
    ['figure', 'measured', 'ratio', 'range', 'aim', ''],
    ...figures.map((figure) => {
      const { name, measured, ratio, aim } = figure;
      const shown = ratio === null ? ['', ''] : [ratio.median.toFixed(2), toRange(ratio)];
      return [name, measured, ...shown, toAim(aim), toVerdict(figure)];
    }),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Two decimals of a ratio below ten; a larger one is not known that well. */
const toRange = ({ min, max }: Summary): string =>
  min === max ? '' : [min, max].map((value) => value.toFixed(value < 10 ? 2 : 1)).join('-');
