import type { OccurrenceCounts, OccurrenceState } from '@crossvault/core/insight';
import type { Occurrence } from '../occurrence.ts';
import type { BusinessDay, BusinessDays } from './business-days.ts';
import { countOccurrences } from './occurrence-counts.ts';

/**
 * How the occurrences of a day become one state. `worst`: the worst of them. `last`: the one that was due last. `best`: the best.
 * `warning-if-mixed`: a warning where some were met and some were not, else the worst.
 */
export type RollUpRule = 'worst' | 'last' | 'best' | 'warning-if-mixed';

/** What became of a subject on a business day. */
export interface SubjectDay {
  readonly day: BusinessDay;
  /** The rule by which `state` was found. */
  readonly rule: RollUpRule;
  readonly state: OccurrenceState;
  readonly counts: OccurrenceCounts;
}

type Judged = Pick<Occurrence, 'due' | 'state' | 'isRecovered'>;

/** From good to bad. What is not known is worse than what was met, and better than what was not. */
const ended: readonly OccurrenceState[] = [
  'met',
  'met-late',
  'met-with-warning',
  'unknown',
  'skipped',
  'cancelled',
  'failed',
  'missed',
];
const pending: readonly OccurrenceState[] = ['upcoming', 'due', 'running'];
const lastMet = ended.indexOf('met-with-warning');

/**
 * The days of one subject, oldest first. An occurrence belongs to the day on which it was due. Days on which nothing was due are left out.
 *
 * @param occurrences in the order of their due times
 */
export function rollUpDays(
  occurrences: readonly Judged[],
  days: BusinessDays,
  rule: RollUpRule = 'worst',
): readonly SubjectDay[] {
  const found: { readonly day: BusinessDay; readonly judged: Judged[] }[] = [];
  for (const occurrence of occurrences) {
    const { dueMs } = occurrence.due;
    const newest = found.at(-1);
    if (newest !== undefined && dueMs < newest.day.untilMs) newest.judged.push(occurrence);
    else found.push({ day: days.dayOf(dueMs), judged: [occurrence] });
  }
  return found.map(({ day, judged }) => ({
    day,
    rule,
    state: rollUpStates(
      judged.map(({ state }) => state),
      rule,
    ),
    counts: countOccurrences(judged),
  }));
}

/** The state of several that were due in one day, in the order of their due times. What has not ended or was excused decides the state only where nothing else is there. */
export function rollUpStates(states: readonly OccurrenceState[], rule: RollUpRule): OccurrenceState {
  const judged = states.filter((state) => ended.includes(state));
  if (judged.length > 0) return rollUpEnded(judged, rule);
  return worstOf(states, pending) ?? 'excused';
}

function rollUpEnded(states: readonly OccurrenceState[], rule: RollUpRule): OccurrenceState {
  const worst = worstOf(states, ended) ?? 'unknown';
  switch (rule) {
    case 'worst':
      return worst;
    case 'last':
      return states.at(-1) ?? worst;
    case 'best':
      return worstOf(states, ended.toReversed()) ?? worst;
    case 'warning-if-mixed':
      return isMixed(states) ? 'met-with-warning' : worst;
  }
}

const worstOf = (states: readonly OccurrenceState[], order: readonly OccurrenceState[]): OccurrenceState | undefined =>
  order.findLast((state) => states.includes(state));

function isMixed(states: readonly OccurrenceState[]): boolean {
  const ranks = states.filter((state) => state !== 'unknown').map((state) => ended.indexOf(state));
  return ranks.some((rank) => rank <= lastMet) && ranks.some((rank) => rank > lastMet);
}
