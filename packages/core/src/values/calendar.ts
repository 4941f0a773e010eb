const dayMs = 86_400_000;
const monthDays: readonly number[] = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Whether the calendar has a day. False where a part is negative. */
export function isDay(year: number, month: number, day: number): boolean {
  if (year < 0 || month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= (month === 2 && isLeapYear(year) ? 29 : (monthDays[month] ?? 0));
}

/** Whether a day has a time. False where a part is negative. */
export const isTime = (hour: number, minute: number, second: number): boolean =>
  hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;

/**
 * Milliseconds from 1970 to a day from year 0 on. Counted in years that begin in March, so that the day that only leap
 * years have is the last one; `Date.UTC` takes years below 100 for years of the last century.
 */
export function dayToMs(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  return (marchYear * 365 + leapDays + dayOfYear - 719_468) * dayMs;
}

/** Milliseconds from midnight to a time. */
export const timeToMs = (hour: number, minute: number, second: number): number =>
  ((hour * 60 + minute) * 60 + second) * 1000;
