import type { FindingView, Subject } from '@crossvault/core/insight';
import { type Cell, type Column, fitsGrid, renderGrid } from '../grid.ts';
import type { Palette } from '../palette.ts';
import { toPlainLine } from '../plain-text.ts';
import { markColumn, toMark } from '../problem.ts';
import { toMinuteText } from '../quantity.ts';
import { toAgeText } from './age.ts';

/** What is judged, by its name; of one without a name, its id. */
export const toSubjectText = ({ name, id }: Subject): string => name ?? id;

const isTrue = ({ state }: FindingView): boolean => state === 'open' || state === 'acknowledged';

/** What is found, with how often in a row. */
export const toKindText = ({ kind, streak }: FindingView): string => (streak > 1 ? `${kind} (${streak}×)` : kind);

function toStateText({ state, silence, flapping }: FindingView): string {
  return [state, ...(silence === null ? [] : ['muted']), ...(flapping ? ['flapping'] : [])].join(', ');
}

const paintOf = (finding: FindingView, palette: Palette): ((text: string) => string) => {
  if (!isTrue(finding)) return palette.quiet;
  return finding.severity === 'critical' ? palette.trouble : palette.status('warning');
};

const columns: readonly Column[] = [
  markColumn,
  { title: 'SEVERITY' },
  { title: 'KIND', least: 14 },
  { title: 'SUBJECT', least: 12 },
  { title: 'SINCE (UTC)' },
  { title: 'AGE' },
  { title: 'STATE', least: 8 },
];
const wideColumns: readonly Column[] = [...columns, { title: 'CONNECTION' }, { title: 'ID' }];

/** Findings as lines, in the order of the answer. Where connection and id have no room beside the finding, the connection stands below it. */
export function renderFindings(
  findings: readonly FindingView[],
  width: number,
  palette: Palette,
  nowMs: number,
  below: (finding: FindingView) => readonly string[] = () => [],
): readonly string[] {
  const rows = findings.map((finding): readonly Cell[] => [
    toMark(isTrue(finding) ? finding.kind : null, palette),
    { text: finding.severity, paint: paintOf(finding, palette) },
    toKindText(finding),
    toSubjectText(finding.subject),
    toMinuteText(finding.since),
    toAgeText(finding.since, nowMs),
    toStateText(finding),
  ]);
  const wideRows = findings.map(({ subject, id }, index) => [...(rows[index] ?? []), subject.connection, id]);
  const isWide = fitsGrid(wideColumns, wideRows, width);
  const lines = isWide ? renderGrid(wideColumns, wideRows, width) : renderGrid(columns, rows, width);
  return lines.flatMap((line, index) => {
    const finding = findings[index - 1];
    if (finding === undefined) return [line];
    const place = isWide ? [] : [toPlaceText(finding.subject)];
    return [line, ...[...place, ...below(finding)].map((text) => `   ${palette.quiet(toPlainLine(text))}`)];
  });
}

/** Where a subject is: its connection, and the plan and customer where they are known. */
export const toPlaceText = ({ connection, plan, tenant }: Subject): string =>
  [
    `at ${connection}`,
    ...(plan === null ? [] : [`plan ${plan.name ?? plan.id}`]),
    ...(tenant === null ? [] : [`customer ${tenant}`]),
  ].join(', ');

const labelWidth = 16;

type Note = NonNullable<FindingView['silence']>;

const toNoteText = ({ by, why, until }: Note): string =>
  toPlainLine(`by ${by}${until === null ? '' : ` until ${until}`}: ${why}`);

/** One finding for users. */
export function renderFinding(finding: FindingView, palette: Palette, nowMs: number): readonly string[] {
  const { subject, since, acknowledgement, silence, evidence } = finding;
  const age = toAgeText(since, nowMs);
  const fields: readonly (readonly [string, string | null])[] = [
    ['id', finding.id],
    ['kind', paintOf(finding, palette)(finding.kind)],
    ['severity', finding.severity],
    ['state', toStateText(finding)],
    ['subject', toPlainLine(`${toSubjectText(subject)} (${subject.kind})`)],
    ['connection', `${subject.connection} (${subject.vendor})`],
    ['plan', subject.plan === null ? null : toPlainLine(subject.plan.name ?? subject.plan.id)],
    ['customer', subject.tenant === null ? null : toPlainLine(subject.tenant)],
    ['since', since === null ? null : `${since}${age === '-' ? '' : ` (${age})`}`],
    ['opened', finding.openedAt],
    ['changed', finding.changedAt],
    ['streak', finding.streak < 2 ? null : `${finding.streak} expected runs in a row ended badly`],
    ['acknowledged', acknowledgement === null ? null : toNoteText(acknowledgement)],
    ['muted', silence === null ? null : toNoteText(silence)],
    ['first seen', finding.initial ? 'it was already true when its source was evaluated first' : null],
    ...evidence.map((id, index) => [index === 0 ? 'evidence' : '', id] as const),
  ];
  return fields.flatMap(([label, value]) => (value === null ? [] : [`${label.padEnd(labelWidth)}${value}`]));
}
