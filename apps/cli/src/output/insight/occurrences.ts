import type { OccurrenceState, OccurrenceView } from '@crossvault/core/insight';
import { type Cell, type Column, fitsGrid, renderGrid } from '../grid.ts';
import type { Palette } from '../palette.ts';
import { toPlainLine } from '../plain-text.ts';
import { markColumn, toMark, toWhyCell, whyColumn } from '../problem.ts';
import { toMinuteText } from '../quantity.ts';
import { toPlaceText, toSubjectText } from './findings.ts';

/** The colour of a state; its word or letter says the same. */
export function paintState(state: OccurrenceState, palette: Palette): (text: string) => string {
  switch (state) {
    case 'met':
      return palette.good;
    case 'failed':
    case 'missed':
      return palette.trouble;
    case 'met-late':
    case 'met-with-warning':
    case 'cancelled':
    case 'unknown':
      return palette.status('warning');
    case 'running':
    case 'due':
      return palette.status('running');
    case 'upcoming':
    case 'skipped':
    case 'excused':
      return palette.quiet;
  }
}

const bad: ReadonlySet<OccurrenceState> = new Set(['failed', 'missed', 'cancelled', 'unknown', 'met-with-warning']);

/** Why an expected run is a problem; null where it is none. */
function whyOfOccurrence({ state, reason, provisional, overrunning, recovered }: OccurrenceView): string | null {
  if (overrunning) return 'overrunning';
  if (!bad.has(state)) return null;
  if (recovered) return 'recovered by hand';
  return provisional ? 'may still come' : (reason ?? state);
}

const columns: readonly Column[] = [
  markColumn,
  { title: 'DUE (UTC)' },
  { title: 'STATE', least: 10 },
  whyColumn,
  { title: 'TRACK' },
  { title: 'SUBJECT', least: 12 },
  { title: 'STARTED (UTC)' },
];
const wideColumns: readonly Column[] = [...columns, { title: 'PLAN' }, { title: 'CONNECTION' }, { title: 'ID' }];

/** Expected runs as lines, in the order of the answer. */
export function renderOccurrences(
  occurrences: readonly OccurrenceView[],
  width: number,
  palette: Palette,
): readonly string[] {
  const rows = occurrences.map((occurrence): readonly Cell[] => {
    const { state, reason, subject, dueAt, track, attempts } = occurrence;
    const why = whyOfOccurrence(occurrence);
    return [
      toMark(why, palette),
      toMinuteText(dueAt),
      { text: state, paint: paintState(state, palette) },
      toWhyCell(why ?? reason),
      track,
      toSubjectText(subject),
      toMinuteText(attempts.at(-1)?.startedAt ?? null),
    ];
  });
  const wideRows = occurrences.map(({ subject, id }, index) => [
    ...(rows[index] ?? []),
    subject.plan?.name ?? subject.plan?.id ?? '-',
    subject.connection,
    id,
  ]);
  if (fitsGrid(wideColumns, wideRows, width)) return renderGrid(wideColumns, wideRows, width);
  return renderGrid(columns, rows, width).flatMap((line, index) => {
    const occurrence = occurrences[index - 1];
    return occurrence === undefined
      ? [line]
      : [line, `   ${palette.quiet(toPlainLine(toPlaceText(occurrence.subject)))}`];
  });
}

const labelWidth = 16;
const yes = (value: boolean, text: string): string | null => (value ? text : null);

/** One expected run for users; `attempts` are the texts of its jobs. */
export function renderOccurrence(
  occurrence: OccurrenceView,
  palette: Palette,
  attempts: readonly string[],
): readonly string[] {
  const { subject, state, reason } = occurrence;
  const fields: readonly (readonly [string, string | null])[] = [
    ['id', occurrence.id],
    ['state', paintState(state, palette)(state)],
    ['reason', reason],
    ['subject', `${toPlainLine(toSubjectText(subject))} (${subject.kind})`],
    ['connection', `${subject.connection} (${subject.vendor})`],
    ['plan', subject.plan === null ? null : toPlainLine(subject.plan.name ?? subject.plan.id)],
    ['customer', subject.tenant === null ? null : toPlainLine(subject.tenant)],
    ['track', occurrence.track],
    ['due', `${occurrence.dueAt} (${occurrence.localTime})`],
    ['start by', occurrence.startBy],
    ['end by', occurrence.endBy],
    ['provisional', yes(occurrence.provisional, 'a late run may still come')],
    ['overrunning', yes(occurrence.overrunning, 'its run takes longer than usual')],
    ['recovered', yes(occurrence.recovered, 'a run by hand made good what this one had not')],
    ['schedule', occurrence.schedule],
    ...(attempts.length === 0 ? [['jobs', 'none'] as const] : []),
    ...attempts.map((text, index) => [index === 0 ? 'jobs' : '', toPlainLine(text)] as const),
  ];
  return fields.flatMap(([label, value]) => (value === null ? [] : [`${label.padEnd(labelWidth)}${value}`]));
}
