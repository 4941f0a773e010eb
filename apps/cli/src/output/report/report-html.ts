import type { FindingView, Sla } from '@crossvault/core/insight';
import { toRatioText } from '../insight/counts.ts';
import { toMinuteText } from '../quantity.ts';
import { type Html, html, noHtml } from './html.ts';
import type { ManagerReport } from './manager-report.ts';
import { reportStyle } from './report-style.ts';
import {
  toFindingSection,
  toGroupSection,
  toOldSection,
  toSection,
  toSubjectSection,
  toTrendSection,
} from './report-tables.ts';

const shownWorst = 10;
const shownFindings = 100;

type Row = Sla['data'][number];

/** The rows with most of something bad, of those that have any. */
const worstBy = (rows: readonly Row[], count: (row: Row) => number): Row[] =>
  rows
    .filter((row) => count(row) > 0)
    .toSorted((one, other) => count(other) - count(one))
    .slice(0, shownWorst);

const isTooOld = ({ objectiveSeconds, dataAsOf }: Row, nowMs: number): boolean =>
  objectiveSeconds !== null && dataAsOf !== null && nowMs - Date.parse(dataAsOf) > objectiveSeconds * 1000;

const unprotectedKinds: ReadonlySet<FindingView['kind']> = new Set([
  'unprotected',
  'never-backed-up',
  'nothing-protected',
]);

/** A report as one page that needs nothing else: no script, no request, no image. */
export function renderReport(report: ManagerReport): string {
  const { subjects, findings, days } = report;
  const nowMs = Date.parse(report.madeAt);
  const unprotected = findings.filter(({ kind }) => unprotectedKinds.has(kind));
  const rest = findings.length - shownFindings;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Backup report, ${report.from.slice(0, 10)} to ${report.until.slice(0, 10)}</title>
${reportStyle}
</head>
<body>
<header><h1>Backup report</h1>
<p class="quiet">${days} ${days === 1 ? 'day' : 'days'}, ${toMinuteText(report.from)} to ${toMinuteText(report.until)} UTC. All times are UTC.</p></header>
${toNotice(report)}${toTiles(report, unprotected.length, nowMs)}${toDaysSection(report)}
${report.tenants.length === 0 ? noHtml : toGroupSection('Customers', 'Customer', report.tenants, '')}
${toGroupSection('Connections', 'Connection', report.connections, 'No run was expected.')}
${toSubjectSection(
  'Failed most',
  worstBy(subjects, ({ counts }) => counts.failed),
  'Nothing failed.',
)}
${toSubjectSection(
  'Missed most',
  worstBy(subjects, ({ counts }) => counts.missed),
  'Nothing was missed.',
)}
${toOldSection(
  worstBy(
    subjects.filter((row) => isTooOld(row, nowMs)),
    ({ dataAsOf }) => nowMs - Date.parse(dataAsOf ?? report.madeAt),
  ),
  nowMs,
)}
${toFindingSection('Unprotected', unprotected.slice(0, shownFindings), nowMs, 'Nothing unprotected is known.')}
${toTrendSection('Slowest jobs', report.slowest, 'No job of the span is stored.', trendNote)}
${toTrendSection('Growing jobs', report.growing, 'No job grew by a quarter or more.', trendNote)}
${toFindingSection('Findings now', findings.slice(0, shownFindings), nowMs, 'No findings.')}
${rest > 0 ? html`<p class="quiet">And ${rest} more findings.</p>` : noHtml}
<footer><p>Success is met ÷ (expected − excused − unknown). An expected run that no list could show is unknown: it is neither good nor missed.</p>
<p>Made by Crossvault at ${toMinuteText(report.madeAt)} UTC.</p></footer>
</body>
</html>
`;
  return page.text;
}

const trendNote =
  'Of jobs that made something to restore. Duration and size: the mean of the last third of its days with jobs against the first; - where either has fewer than three jobs.';

/** What the reader has to know before he trusts the figures. */
function toNotice({ complete, sources }: ManagerReport): Html {
  if (complete) return noHtml;
  const blind = sources.filter(({ status }) => status !== 'ok');
  const named = blind.map(
    ({ connection, status, asOf }) =>
      `${connection}: ${status}${asOf === null ? '' : `, as of ${toMinuteText(asOf)} UTC`}`,
  );
  return html`<div class="notice"><b class="doubt">This report is incomplete.</b> ${named.length === 0 ? 'Not every job could be read.' : `${named.join('; ')}.`}</div>\n`;
}

function toTiles({ total, subjects, findings }: ManagerReport, unprotected: number, nowMs: number): Html {
  const critical = findings.filter(({ severity }) => severity === 'critical').length;
  const tiles = [
    [
      toRatioText(total.ratio),
      `success: ${total.met} of ${total.expected - total.excused - total.unknown} runs`,
      total.failed + total.missed > 0 ? 'bad' : 'good',
    ],
    [total.failed, 'failed', total.failed > 0 ? 'bad' : 'good'],
    [total.missed, 'missed', total.missed > 0 ? 'bad' : 'good'],
    [total.unknown, 'unknown', total.unknown > 0 ? 'doubt' : 'good'],
    [subjects.filter((row) => isTooOld(row, nowMs)).length, 'too old', 'quiet'],
    [unprotected, 'unprotected', 'quiet'],
    [critical, 'critical findings now', critical > 0 ? 'bad' : 'good'],
  ] as const;
  return html`<div class="tiles">${tiles.map(([value, text, tone]) => html`<div class="tile"><b class="${tone}">${value}</b>${text}</div>`)}</div>\n`;
}

/** The tones of letters; the letters themselves say what they mean. */
const tones: Readonly<Record<string, string>> = {
  m: 'good',
  F: 'bad',
  M: 'bad',
  C: 'doubt',
  w: 'doubt',
  l: 'doubt',
  '?': 'doubt',
};

/** Day by day, a row a connection. */
function toDaysSection({ calendar: { days, data, letters, rule } }: ManagerReport): Html {
  const seen = new Set(data.flatMap((row) => [...row.days]));
  const legend = Object.entries(letters).flatMap(([letter, meaning]) =>
    seen.has(letter) ? [`${letter} ${meaning}`] : [],
  );
  return toSection(
    'Day by day',
    [{ title: 'Connection' }, { title: `${days[0] ?? ''} to ${days.at(-1) ?? ''}` }],
    data.map((row) => [
      row.name ?? row.id,
      html`<span class="days">${[...row.days].map((letter) => html`<span class="${tones[letter] ?? 'quiet'}">${letter}</span>`)}</span>`,
    ]),
    'No run was expected.',
    `One letter a day, by the ${rule} run of the day. ${[...legend, ...(seen.has('.') ? ['. nothing due'] : [])].join(', ')}.`,
  );
}
