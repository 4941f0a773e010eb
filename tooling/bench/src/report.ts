import type { Measurement } from './measure.ts';
import type { Rounds } from './run-rounds.ts';
import { type Summary, summarize, summarizeRatios } from './statistics.ts';

/** One figure of a candidate, and how many times the baseline's it is. */
export interface Figure extends Summary {
  readonly ratio: Summary;
}

export interface ReportRow {
  readonly name: string;
  readonly warmMs: Figure;
  readonly cpuMs: Figure;
  readonly firstMs: Figure;
  readonly peakBytes: Figure;
}

/** The first candidate is the baseline. */
export function toReport(rounds: Rounds): readonly ReportRow[] {
  const [baseline = []] = rounds.values();
  return [...rounds].map(([name, measurements]) => {
    const figure = (key: keyof Measurement): Figure => {
      const values = measurements.map((each) => each[key]);
      const ratio = summarizeRatios(
        values,
        baseline.map((each) => each[key]),
      );
      return { ...summarize(values), ratio };
    };
    return {
      name,
      warmMs: figure('warmMs'),
      cpuMs: figure('cpuMs'),
      firstMs: figure('firstMs'),
      peakBytes: figure('peakBytes'),
    };
  });
}

const columns = [
  'candidate',
  'min ms',
  'median',
  'max',
  'ratio',
  'of ratios',
  'cpu ms',
  'ratio',
  'first ms',
  'ratio',
  'peak MiB',
  'ratio',
];

/** The report as a table for people: time once warm, processor time, the first time, memory. */
export function toTable(rows: readonly ReportRow[]): string {
  const cells = rows.map(({ name, warmMs, cpuMs, firstMs, peakBytes }) => [
    name,
    warmMs.min.toFixed(1),
    warmMs.median.toFixed(1),
    warmMs.max.toFixed(1),
    warmMs.ratio.median.toFixed(2),
    `${warmMs.ratio.min.toFixed(2)}-${warmMs.ratio.max.toFixed(2)}`,
    cpuMs.median.toFixed(1),
    cpuMs.ratio.median.toFixed(2),
    firstMs.median.toFixed(1),
    firstMs.ratio.median.toFixed(2),
    (peakBytes.median / 2 ** 20).toFixed(1),
    peakBytes.ratio.median.toFixed(2),
  ]);
  const lines = [columns, ...cells];
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
