import type { FindingExplanation } from '@crossvault/core/insight';
import type { Palette } from '../palette.ts';
import { toPlainLine } from '../plain-text.ts';
import { toMinuteText } from '../quantity.ts';
import { toAgeText, toLengthText } from './age.ts';
import { toKindText, toPlaceText, toSubjectText } from './findings.ts';

/** Ids that are shown of each kind; all of them are in the JSON. */
const shownIds = 10;

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${toPlainLine(line)}`)];

const shorten = (ids: readonly string[]): readonly string[] =>
  ids.length <= shownIds ? ids : [...ids.slice(0, shownIds), `and ${ids.length - shownIds} more (-o json lists all)`];

/**
 * What a finding follows from.
 *
 * @param words expected runs in words, and what the vendor said of jobs, by their ids
 */
export function renderFindingExplanation(
  explanation: FindingExplanation,
  words: ReadonlyMap<string, string>,
  palette: Palette,
  nowMs: number,
): readonly string[] {
  const { finding, text, coverage, occurrences, jobs, changes } = explanation;
  const { subject, severity } = finding;
  const paint = severity === 'critical' ? palette.trouble : palette.status('warning');
  return [
    `${paint(toKindText(finding))} ${toPlainLine(toSubjectText(subject))}, ${toPlainLine(toPlaceText(subject))}`,
    ...text.map(toPlainLine),
    ...section('Schedule', toScheduleLines(explanation.schedule)),
    ...section('Objective', toObjectiveLines(explanation.objective, nowMs)),
    ...section(
      'Read (UTC)',
      coverage.map(
        ({ from, until }) => `${from === null ? 'the beginning' : toMinuteText(from)} to ${toMinuteText(until)}`,
      ),
    ),
    ...section('Expected runs', shorten(occurrences.map((id) => words.get(id) ?? id))),
    ...section('Jobs', shorten(jobs.map((id) => (words.has(id) ? `${id}  ${words.get(id)}` : id)))),
    ...section(
      'Changes (UTC)',
      changes.map(({ at, kind, announced }) => `${toMinuteText(at)}  ${kind}${announced ? ', announced' : ''}`),
    ),
  ];
}

function toScheduleLines(known: FindingExplanation['schedule']): readonly string[] {
  if (known === null) return ['none is known'];
  const { schedule, seenSince } = known;
  if (schedule === null) return [`none, since ${toMinuteText(seenSince)} UTC`];
  const zone = [schedule.timeZone, schedule.nativeTimeZone].filter((name) => name !== null);
  return [
    schedule.text ?? 'without a text',
    `from ${schedule.source}${zone.length === 0 ? '' : `, zone ${[...new Set(zone)].join(' = ')}`}, seen since ${toMinuteText(seenSince)} UTC`,
  ];
}

/** How old the newest good backup may be, and how old it is. */
export function toObjectiveLines(objective: FindingExplanation['objective'], nowMs: number): readonly string[] {
  if (objective === null) return [];
  const { seconds, from, dataAsOf } = objective;
  const age =
    dataAsOf === null
      ? 'no good backup is known; it'
      : `newest good backup began ${toAgeText(dataAsOf, nowMs)} ago, and`;
  return [`${age} may be ${toLengthText(seconds * 1000)} old (${from})`];
}
