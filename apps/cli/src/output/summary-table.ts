import { jobStatuses, type Summary } from '@crossvault/core';
import { renderGrid } from './grid.ts';
import type { Palette } from './palette.ts';
import { markColumn, toMark, whyOfSummary } from './problem.ts';
import { toMinuteText } from './quantity.ts';

/** The summary of each connection as a line, and the total in the last one. */
export function renderSummary(summary: Summary, width: number, palette: Palette): readonly string[] {
  const statuses = jobStatuses.filter((status) => summary.total.counts[status] > 0);
  const titles = ['CONNECTION', 'JOBS', ...statuses.map((status) => status.toUpperCase()), 'PROBLEMS'];
  const lines = [...summary.connections, { ...summary.total, connection: 'all' }];
  return renderGrid(
    [markColumn, ...[...titles, 'LAST SUCCESS', 'OLDEST SUCCESS'].map((title) => ({ title }))],
    lines.map((line) => [
      toMark(whyOfSummary(line), palette),
      line.connection,
      String(line.jobs),
      ...statuses.map((status) => String(line.counts[status])),
      { text: String(line.problems), paint: line.problems > 0 ? palette.trouble : String },
      toMinuteText(line.lastSuccessAt),
      toOldestText(line.oldestSuccess),
    ]),
    width,
  );
}

const toOldestText = (oldest: Summary['total']['oldestSuccess']): string =>
  oldest === null ? '-' : `${toMinuteText(oldest.at)} (${oldest.target})`;
