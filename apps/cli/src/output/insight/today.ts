import type { SourceReport } from '@crossvault/core';
import type { OccurrenceView, Today } from '@crossvault/core/insight';
import { renderGrid } from '../grid.ts';
import type { Palette } from '../palette.ts';
import { toPlainLine } from '../plain-text.ts';
import { markColumn, toMark, toWhyCell, whyColumn } from '../problem.ts';
import { toMinuteText } from '../quantity.ts';
import { toAgeText, toLengthText } from './age.ts';
import { renderCounts } from './counts.ts';
import { renderFindings, toSubjectText } from './findings.ts';

/** How many findings and due runs are shown; the lists have all of them. */
const shown = 10;

/** The answer of the morning, with the reasons of findings by their ids. */
export function renderToday(
  today: Today,
  reasons: ReadonlyMap<string, readonly string[]>,
  width: number,
  palette: Palette,
  nowMs: number,
): readonly string[] {
  return [
    ...toHeadLines(today, palette, nowMs),
    '',
    ...renderCounts(today.counts, width, palette),
    '',
    ...toFindingLines(today, reasons, width, palette, nowMs),
    '',
    ...toSourceLines(today.sources, width, palette, nowMs),
    '',
    ...toNextLines(today.next, width, nowMs),
  ];
}

function toHeadLines({ verdict, text, day, subjects, evaluatedAt }: Today, palette: Palette, nowMs: number) {
  const paints = {
    good: palette.good,
    attention: palette.status('warning'),
    bad: palette.trouble,
    unknown: palette.status('unknown'),
  };
  const age = toAgeText(evaluatedAt, nowMs);
  const evaluated =
    evaluatedAt === null
      ? 'At least one connection was never evaluated.'
      : `Evaluated up to ${toMinuteText(evaluatedAt)} UTC${age === '-' ? '' : `, ${age} ago`}.`;
  return [
    `${paints[verdict](verdict.toUpperCase())}  ${toPlainLine(text)}`,
    palette.quiet(
      `Due from ${toMinuteText(day.from)} to ${toMinuteText(day.until)} UTC; ${subjects} ${subjects === 1 ? 'item or plan' : 'items and plans'}.`,
    ),
    palette.quiet(`Business day ${day.date} in ${day.timeZone}.`),
    palette.quiet(evaluated),
  ];
}

function toFindingLines(
  { findings: { bySeverity, first } }: Today,
  reasons: ReadonlyMap<string, readonly string[]>,
  width: number,
  palette: Palette,
  nowMs: number,
): readonly string[] {
  if (first.length === 0) return ['No findings.'];
  const { critical, warning } = bySeverity;
  const some = first.slice(0, shown);
  const more = critical.count + warning.count - some.length;
  return [
    `Findings: ${critical.count} critical, ${warning.count} ${warning.count === 1 ? 'warning' : 'warnings'}`,
    ...renderFindings(some, width, palette, nowMs, ({ id }) => reasons.get(id) ?? []),
    ...(more > 0 ? [`and ${more} more: "crossvault findings list"`] : []),
  ];
}

const remedies: Readonly<Record<SourceReport['status'], string>> = {
  ok: '-',
  partial: 'incomplete',
  stale: 'not synced in time',
  failed: 'failed',
  skipped: 'not read',
};

function toSourceLines(
  sources: readonly SourceReport[],
  width: number,
  palette: Palette,
  nowMs: number,
): readonly string[] {
  if (sources.length === 0) return ['No sources.'];
  return renderGrid(
    [
      markColumn,
      { title: 'SOURCE', least: 12 },
      { title: 'VENDOR' },
      { title: 'STATUS' },
      { title: 'AS OF (UTC)' },
      { title: 'AGE' },
      whyColumn,
    ],
    sources.map(({ connection, vendor, status, asOf, problem }) => {
      const why = problem?.code ?? (status === 'ok' ? null : remedies[status]);
      return [
        toMark(why, palette),
        connection,
        vendor,
        { text: status, paint: status === 'ok' ? palette.good : palette.trouble },
        toMinuteText(asOf),
        toAgeText(asOf, nowMs),
        toWhyCell(why),
      ];
    }),
    width,
  );
}

function toNextLines(next: readonly OccurrenceView[], width: number, nowMs: number): readonly string[] {
  if (next.length === 0) return ['Nothing is due next.'];
  return renderGrid(
    [
      { title: 'DUE NEXT (UTC)' },
      { title: 'IN' },
      { title: 'TRACK' },
      { title: 'SUBJECT', least: 12 },
      { title: 'CONNECTION' },
    ],
    next.slice(0, shown).map(({ dueAt, track, subject }) => {
      const ahead = Date.parse(dueAt) - nowMs;
      return [
        toMinuteText(dueAt),
        ahead <= 0 ? 'now' : toLengthText(ahead),
        track,
        toSubjectText(subject),
        subject.connection,
      ];
    }),
    width,
  );
}
