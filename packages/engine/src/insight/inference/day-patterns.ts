import { type ScheduleDays, weekdays } from '@crossvault/core';
import { createDayFinder, weekdayOf } from '../calendar-days.ts';
import { confidenceOf, doubt } from './confidence.ts';

const dayMs = 86_400_000;
const lookedAt = 8;
const leastShare = 0.75;
const leastExplained = 0.8;
const longestRound = 14;
/** A machine that makes fewer of its daily runs is one that is often off. */
const leastOftenMade = 0.85;

/** The days on which runs are due, and how well the runs that were made fit them. */
export interface DayPattern {
  /** Null: every so many days. */
  readonly days: ScheduleDays | null;
  readonly everyDays: number;
  readonly matched: number;
  readonly expected: number;
  readonly confidence: number;
}

/** What the pattern of days follows from. */
export interface DayFacts {
  /** The days with a run, in order. */
  readonly days: readonly number[];
  /** The last day whose run would be known. */
  readonly throughDay: number;
  /** Whether a day without a run says nothing, because a finding or a blind interval lies there. */
  readonly isUnseen: (day: number) => boolean;
}

/** The pattern that fits best; null: none does. */
export function findDayPattern(facts: DayFacts): DayPattern | null {
  const first = facts.days[0] ?? 0;
  const isMonthly = facts.days.length <= (2 * (facts.throughDay - first)) / 30 + 2;
  const found = [weekdayPattern(facts), ...roundPatterns(facts), ...(isMonthly ? monthPatterns(facts) : [])]
    .filter((pattern) => pattern !== null)
    .sort((one, other) => other.confidence - one.confidence);
  const [best, second] = found;
  if (best === undefined) return null;
  // Two patterns that fit equally well differ in what they await next, so that neither says that a run is missed.
  const isTie = second !== undefined && second.confidence === best.confidence;
  return isTie ? { ...best, confidence: Math.min(best.confidence, 0.85) } : best;
}

const dateOf = (day: number): Date => new Date(day * dayMs);

function weekdayPattern(facts: DayFacts): DayPattern | null {
  const { days, throughDay, isUnseen } = facts;
  const made = new Set(days);
  const first = days[0] ?? 0;
  const wanted = weekdays.filter((_, weekday) => {
    const seen: boolean[] = [];
    for (let day = first + ((weekday - weekdayOf(first) + 7) % 7); day <= throughDay; day += 7) {
      if (made.has(day) || !isUnseen(day)) seen.push(made.has(day));
    }
    return isKept(seen);
  });
  if (wanted.length === 0) return null;
  const kind: ScheduleDays = wanted.length === 7 ? { kind: 'every-day' } : { kind: 'weekdays', weekdays: wanted };
  const due = createDayFinder(kind, null)(first, throughDay);
  return judgePattern(facts, due, { days: kind, everyDays: 1 }, wanted.length === 1 ? doubt.rare : doubt.often);
}

function roundPatterns(facts: DayFacts): readonly (DayPattern | null)[] {
  const { days, throughDay } = facts;
  const last = days.at(-1) ?? 0;
  const first = days[0] ?? 0;
  const found: (DayPattern | null)[] = [];
  for (let everyDays = 2; everyDays <= longestRound; everyDays += 1) {
    const inStep = days.filter((day) => (last - day) % everyDays === 0);
    if (everyDays === 7 || inStep.length < 4 || inStep.length < leastExplained * days.length) continue;
    const due: number[] = [];
    for (let day = last - Math.floor((last - first) / everyDays) * everyDays; day <= throughDay; day += everyDays)
      due.push(day);
    found.push(judgePattern(facts, due, { days: null, everyDays }, everyDays < 7 ? doubt.rounds : doubt.rare));
  }
  return found;
}

const positions = ['first', 'second', 'third', 'fourth', 'last'] as const;

function monthPatterns(facts: DayFacts): readonly (DayPattern | null)[] {
  const { days, throughDay } = facts;
  const last = days.at(-1) ?? 0;
  const first = days[0] ?? 0;
  const weekday = weekdays[weekdayOf(last)] ?? 'monday';
  // Runs every four weeks are on the same weekday of several months too; a gap of five weeks tells them apart.
  const hasFiveWeeks = days.some((day, index) => day - (days[index - 1] ?? day) === 35);
  const kinds: ScheduleDays[] = [
    { kind: 'last-day-of-month' },
    { kind: 'days-of-month', days: [dateOf(last).getUTCDate()] },
    ...(hasFiveWeeks ? positions.map((position) => ({ kind: 'weekday-of-month', position, weekday }) as const) : []),
  ];
  return kinds.map((kind) =>
    judgePattern(facts, createDayFinder(kind, null)(first, throughDay), { days: kind, everyDays: 1 }, doubt.rare),
  );
}

/** Of the last eight three quarters have to be there; of the first three or four all. */
function isKept(seen: readonly boolean[]): boolean {
  if (seen.length < 3) return false;
  const newest = seen.slice(-lookedAt);
  const kept = newest.filter((isThere) => isThere).length;
  return kept >= (newest.length <= 4 ? newest.length : leastShare * newest.length);
}

function judgePattern(
  { days, isUnseen }: DayFacts,
  due: readonly number[],
  pattern: Pick<DayPattern, 'days' | 'everyDays'>,
  square: number,
): DayPattern | null {
  const made = new Set(days);
  const counted = due.filter((day) => made.has(day) || !isUnseen(day));
  const seen = counted.map((day) => made.has(day));
  const matched = seen.filter((isThere) => isThere).length;
  if (!isKept(seen) || matched < leastExplained * days.length) return null;
  // Where many runs are missing the pattern is none, whatever was made of the gaps when they came.
  const leastMade = square === doubt.often ? leastOftenMade : leastShare;
  if (matched < leastMade * due.length) return null;
  return { ...pattern, matched, expected: counted.length, confidence: confidenceOf(matched, counted.length, square) };
}
