import type { Schedule, ScheduleRule, Weekday } from '../model/schedule.ts';
import { weekdays } from '../model/schedule.ts';
import { isTime } from '../values/calendar.ts';
import { defineWords } from '../values/words.ts';

const weekdayWords = defineWords<Weekday>({
  monday: ['Monday'],
  tuesday: ['Tuesday'],
  wednesday: ['Wednesday'],
  thursday: ['Thursday'],
  friday: ['Friday'],
  saturday: ['Saturday'],
  sunday: ['Sunday'],
});

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Monday to Friday. */
export const workdays: readonly Weekday[] = weekdays.slice(0, 5);

/** The English name of a day of the week, in any case; undefined for any other word. */
export const toWeekday = (word: string): Weekday | undefined => weekdayWords.lookup(word);

/** The number of a month, from 1, by its English name in any case; undefined for any other word. */
export function toMonth(word: string): number | undefined {
  const index = months.indexOf(word.toLowerCase());
  return index < 0 ? undefined : index + 1;
}

/** A time of day as a schedule writes it; null where a day has no such time. Seconds are left out where they are zero. */
export function toTimeOfDay(hour: number, minute = 0, second = 0): string | null {
  if (![hour, minute, second].every(Number.isSafeInteger) || !isTime(hour, minute, second)) return null;
  const parts = second === 0 ? [hour, minute] : [hour, minute, second];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** A part of a vendor's schedule: its words, and the rules that it could be read as. */
export interface SchedulePart {
  /** The part in words. */
  readonly text: string;
  /** Its rules; [] where it could not be read. */
  readonly rules: readonly ScheduleRule[];
  /** The vendor's fields that no rule covers. */
  readonly unread: readonly string[];
}

/** Joins the parts of a schedule. Null where there is none. */
export function joinScheduleParts(
  parts: readonly SchedulePart[],
  facts: Pick<Schedule, 'source' | 'timeZone' | 'nativeTimeZone' | 'timeZoneFrom' | 'clockChange' | 'confidence'>,
): Schedule | null {
  if (parts.length === 0) return null;
  return {
    text: parts.map(({ text }) => text).join('; '),
    rules: parts.flatMap(({ rules }) => rules),
    unread: [...new Set(parts.flatMap(({ unread }) => unread))],
    ...facts,
  };
}
