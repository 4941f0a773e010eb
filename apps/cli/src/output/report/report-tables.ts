import type { FindingView, OccurrenceCounts, Sla } from '@crossvault/core/insight';
import { toAgeText, toLengthText } from '../insight/age.ts';
import { toRatioText } from '../insight/counts.ts';
import { toKindText, toSubjectText } from '../insight/findings.ts';
import { toMinuteText, toSpanText } from '../quantity.ts';
import { type Html, html, noHtml } from './html.ts';
import type { JobTrend } from './manager-report.ts';

/** A column of a table; numbers stand at the right. */
interface ReportColumn {
  readonly title: string;
  readonly isNumber?: boolean;
}

type ReportCell = string | Html;

/** A section with a table, or with a sentence where there is nothing to show. */
export function toSection(
  title: string,
  columns: readonly ReportColumn[],
  rows: readonly (readonly ReportCell[])[],
  nothing: string,
  note = '',
): Html {
  if (rows.length === 0) return html`<section><h2>${title}</h2><p class="quiet">${nothing}</p></section>\n`;
  const classOf = ({ isNumber = false }: ReportColumn): Html => (isNumber ? html` class="number"` : noHtml);
  const head = columns.map((column) => html`<th scope="col"${classOf(column)}>${column.title}</th>`);
  const body = rows.map((cells) => {
    const parts = columns.map((column, index) => html`<td${classOf(column)}>${cells[index] ?? ''}</td>`);
    return html`<tr>${parts}</tr>\n`;
  });
  return html`<section><h2>${title}</h2>${note === '' ? noHtml : html`<p class="quiet">${note}</p>`}<div class="scroll"><table>
<thead><tr>${head}</tr></thead>
<tbody>${body}</tbody>
</table></div></section>\n`;
}

const number = (title: string): ReportColumn => ({ title, isNumber: true });
const nameOf = ({ name, id }: Sla['data'][number]): string => name ?? (id || 'none');

const countColumns = ['Success', 'Expected', 'Met', 'Failed', 'Missed', 'Excused', 'Unknown'].map(number);

/** Counts as cells; what is lost is marked by more than a colour, since its column says so. */
function toCountCells(counts: OccurrenceCounts): readonly ReportCell[] {
  const { ratio, expected, met, failed, missed, excused, unknown } = counts;
  const marked = (count: number, tone: 'bad' | 'doubt'): ReportCell =>
    count === 0 ? '0' : html`<b class="${tone}">${count}</b>`;
  return [
    toRatioText(ratio),
    String(expected),
    String(met),
    marked(failed, 'bad'),
    marked(missed, 'bad'),
    String(excused),
    marked(unknown, 'doubt'),
  ];
}

/** Ratios of groups. */
export const toGroupSection = (title: string, what: string, rows: Sla['data'], nothing: string): Html =>
  toSection(
    title,
    [{ title: what }, ...countColumns],
    rows.map((row) => [nameOf(row), ...toCountCells(row.counts)]),
    nothing,
  );

/** Ratios of items and plans. */
export const toSubjectSection = (title: string, rows: Sla['data'], nothing: string): Html =>
  toSection(
    title,
    [{ title: 'Item or plan' }, { title: 'Connection' }, ...countColumns],
    rows.map((row) => [nameOf(row), row.subject?.connection ?? '', ...toCountCells(row.counts)]),
    nothing,
  );

/** Items and plans whose newest good backup is older than it may be. */
export const toOldSection = (rows: Sla['data'], nowMs: number): Html =>
  toSection(
    'Backups that are too old',
    [
      { title: 'Item or plan' },
      { title: 'Connection' },
      { title: 'Newest good backup began (UTC)' },
      number('Age'),
      number('May be'),
    ],
    rows.map(({ objectiveSeconds, dataAsOf, ...row }) => [
      nameOf({ ...row, objectiveSeconds, dataAsOf }),
      row.subject?.connection ?? '',
      toMinuteText(dataAsOf),
      toAgeText(dataAsOf, nowMs),
      objectiveSeconds === null ? '-' : toLengthText(objectiveSeconds * 1000),
    ]),
    'Every backup that has an objective is young enough.',
  );

/** Findings that are true now. */
export const toFindingSection = (
  title: string,
  findings: readonly FindingView[],
  nowMs: number,
  nothing: string,
): Html =>
  toSection(
    title,
    [
      { title: 'Severity' },
      { title: 'Finding' },
      { title: 'Item or plan' },
      { title: 'Connection' },
      { title: 'Since (UTC)' },
      number('Age'),
      { title: 'State' },
    ],
    findings.map((finding) => {
      const { severity, subject, since, state, acknowledgement } = finding;
      return [
        severity === 'critical' ? html`<b class="bad">${severity}</b>` : severity,
        toKindText(finding),
        toSubjectText(subject),
        subject.connection,
        toMinuteText(since),
        toAgeText(since, nowMs),
        acknowledgement === null ? state : `${state} by ${acknowledgement.by}: ${acknowledgement.why}`,
      ];
    }),
    nothing,
  );

const toGrowthText = (growth: number | null): string =>
  growth === null ? '-' : `${growth >= 1 ? '+' : '−'}${Math.abs(Math.round((growth - 1) * 100))} %`;

/** How long jobs took, and how that and their size changed. */
export const toTrendSection = (title: string, trends: readonly JobTrend[], nothing: string, note: string): Html =>
  toSection(
    title,
    [
      { title: 'Item or plan' },
      { title: 'Connection' },
      number('Jobs'),
      number('Mean'),
      number('Longest'),
      number('Duration'),
      number('Size'),
    ],
    trends.map(({ name, connection, jobs, meanSeconds, longestSeconds, durationGrowth, sizeGrowth }) => [
      name,
      connection,
      String(jobs),
      toSpanText(meanSeconds),
      toSpanText(longestSeconds),
      toGrowthText(durationGrowth),
      toGrowthText(sizeGrowth),
    ]),
    nothing,
    note,
  );
