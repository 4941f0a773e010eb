import { type ScheduleDays, weekdays } from '@crossvault/core';
import type { CalendarPart } from './infer-calendar.ts';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** A time of day, `22:00`; a time beyond midnight is one of the next day. */
export function writeTime(ms: number): string {
  return new Date(((ms % dayMs) + dayMs) % dayMs).toISOString().slice(11, 16);
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A day, `2 September 2026`. */
export const writeDay = (day: number): string => dayFormat.format(day * dayMs);

/** `15 minutes`, `4 hours`. */
export function writeLength(ms: number): string {
  const minutes = Math.round(ms / minuteMs);
  if (minutes >= 60 && minutes % 60 === 0) return minutes === 60 ? '1 hour' : `${minutes / 60} hours`;
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** The days of a pattern, as they are counted: `Mondays to Fridays`. */
export function writeDays(days: ScheduleDays | null, everyDays: number): string {
  switch (days?.kind) {
    case undefined:
      return `times every ${everyDays} days`;
    case 'every-day':
      return 'days';
    case 'weekdays':
      return writeWeekdays(days.weekdays);
    case 'days-of-month':
      return `months on day ${days.days.join(', ')}`;
    case 'weekday-of-month':
      return `months on the ${days.position} ${capital(days.weekday)}`;
    case 'last-day-of-month':
      return 'months on the last day';
  }
}

function writeWeekdays(days: readonly (typeof weekdays)[number][]): string {
  const names = days.map((day) => `${capital(day)}s`);
  const places = days.map((day) => weekdays.indexOf(day));
  const isRow = places.every((place, index) => place === (places[0] ?? 0) + index);
  if (names.length > 2 && isRow) return `${names[0]} to ${names.at(-1)}`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** What was seen of a part: `41 of 42 Mondays to Fridays 22:00 to 22:14 since 2 September 2026`. */
export function writePart({ pattern, timeMs, earliestMs, latestMs, firstDay }: CalendarPart): string {
  const days = writeDays(pattern.days, pattern.everyDays);
  const [from, until] = [writeTime(timeMs + earliestMs), writeTime(timeMs + latestMs)];
  const times = from === until ? `at ${from}` : `${from} to ${until}`;
  return `${pattern.matched} of ${pattern.expected} ${days} ${times} since ${writeDay(firstDay)}`;
}
