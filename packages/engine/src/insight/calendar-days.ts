import { type ScheduleDays, type Weekday, weekdays } from '@crossvault/core';

const dayMs = 86_400_000;

/** The number of a day, counted from 1970. Days of a calendar have no zone. */
export const dayOf = (wallMs: number): number => Math.floor(wallMs / dayMs);

/** Monday is 0. The first day of 1970 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** A predicate for days of the week; null: every day. */
export function isOnWeekday(days: readonly Weekday[] | null): (day: number) => boolean {
  if (days === null) return () => true;
  const wanted = new Set(days.map((day) => weekdays.indexOf(day)));
  return (day) => wanted.has(weekdayOf(day));
}

/** Finds the days of a rule within a stretch of days, both ends included. */
export type FindDays = (fromDay: number, throughDay: number) => readonly number[];

/** A month that lacks a day of the rule has no such day. */
export function createDayFinder(days: ScheduleDays, months: readonly number[] | null): FindDays {
  if (months === null && days.kind === 'every-day') return allDays;
  const isMonth = (month: number): boolean => months === null || months.includes(month + 1);
  const daysOfMonth = monthFinder(days);
  const known = new Map<number, readonly number[]>();
  const ofMonth = (year: number, month: number): readonly number[] => {
    const number = year * 12 + month;
    const before = known.get(number);
    if (before !== undefined) return before;
    const first = dayOf(Date.UTC(year, month, 1));
    const length = dayOf(Date.UTC(year, month + 1, 1)) - first;
    const found = isMonth(month) ? daysOfMonth(first, length) : [];
    known.set(number, found);
    return found;
  };
  return (fromDay, throughDay) => {
    const found: number[] = [];
    const start = new Date(fromDay * dayMs);
    let year = start.getUTCFullYear();
    let month = start.getUTCMonth();
    while (Date.UTC(year, month, 1) <= throughDay * dayMs) {
      for (const day of ofMonth(year, month)) if (day >= fromDay && day <= throughDay) found.push(day);
      year += month === 11 ? 1 : 0;
      month = (month + 1) % 12;
    }
    return found;
  };
}

function allDays(fromDay: number, throughDay: number): readonly number[] {
  const found: number[] = [];
  for (let day = fromDay; day <= throughDay; day += 1) found.push(day);
  return found;
}

const positions = { first: 0, second: 7, third: 14, fourth: 21 } as const;

/** Days of one month, given its first day and its length. */
function monthFinder(days: ScheduleDays): (first: number, length: number) => readonly number[] {
  const every = (first: number, length: number) => Array.from({ length }, (_, index) => first + index);
  switch (days.kind) {
    case 'every-day':
      return every;
    case 'weekdays': {
      const isWanted = isOnWeekday(days.weekdays);
      return (first, length) => every(first, length).filter(isWanted);
    }
    case 'days-of-month': {
      const wanted = [...new Set(days.days)].sort((one, other) => one - other);
      return (first, length) => wanted.flatMap((day) => (day <= length ? [first + day - 1] : []));
    }
    case 'last-day-of-month':
      return (first, length) => [first + length - 1];
    case 'weekday-of-month': {
      const wanted = weekdays.indexOf(days.weekday);
      const { position } = days;
      if (position !== 'last') return (first) => [first + ((wanted - weekdayOf(first) + 7) % 7) + positions[position]];
      return (first, length) => {
        const last = first + length - 1;
        return [last - ((weekdayOf(last) - wanted + 7) % 7)];
      };
    }
  }
}
