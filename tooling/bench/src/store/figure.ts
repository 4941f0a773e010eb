/** One thing that was measured. */
export interface Figure {
  readonly name: string;
  /** What was measured, with its unit in words. */
  readonly measured: string;
  /** The comparison in the same run; null for a figure that is only reported. */
  readonly ratio: number | null;
  /** What the ratio should be; null without an aim. */
  readonly aim: { readonly least?: number; readonly most?: number } | null;
}

export const isReached = ({ ratio, aim }: Figure): boolean | null =>
  ratio === null || aim === null
    ? null
    : ratio >= (aim.least ?? Number.NEGATIVE_INFINITY) && ratio <= (aim.most ?? Number.POSITIVE_INFINITY);

function toAim({ aim }: Figure): string {
  if (aim === null) return '';
  return aim.least === undefined ? `<= ${aim.most}` : `>= ${aim.least}`;
}

/** The figures as a table for people. */
export function toFigureTable(figures: readonly Figure[]): string {
  const lines = [
    ['figure', 'measured', 'ratio', 'aim', ''],
    ...figures.map((figure) => {
      const reached = isReached(figure);
      return [
        figure.name,
        figure.measured,
        figure.ratio === null ? '' : figure.ratio.toFixed(2),
        toAim(figure),
        reached === null ? '' : reached ? 'reached' : 'NOT REACHED',
      ];
    }),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((left, right) => left - right);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new RangeError('Nothing was measured.');
  return found;
};
