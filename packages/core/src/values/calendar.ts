const dayMs = 86_400_000;
const zero = 48;
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
  const date = (year * 100 + month) * 100 + day;
  if (date !== latest.date) latest = { date, ms: countDays(year, month, day) * dayMs };
  return latest.ms;
}

/** Rows of a list follow each other in time: most dates are the one before. */
let latest = { date: -1, ms: 0 };

function countDays(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

/** Milliseconds from midnight to a time. */
export const timeToMs = (hour: number, minute: number, second: number): number =>
  ((hour * 60 + minute) * 60 + second) * 1000;

/** The form that every instant has here. Its digits are overwritten: no other code runs before the text is taken out. */
const form = Buffer.from('0000-00-00T00:00:00.000Z', 'latin1');

/** An instant of the years 0 to 9999 as `Date.prototype.toISOString` writes it, several times faster. */
export function writeInstantOf(epochMs: number): string {
  const days = Math.floor(epochMs / dayMs);
  writeDay(days);
  const ms = epochMs - days * dayMs;
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  writeTwo(11, hours);
  writeTwo(14, minutes - hours * 60);
  writeTwo(17, seconds - minutes * 60);
  const fraction = ms - seconds * 1000;
  const hundreds = Math.floor(fraction / 100);
  form[20] = zero + hundreds;
  writeTwo(21, fraction - hundreds * 100);
  return form.toString('latin1');
}

/** The reverse of {@link dayToMs}, in the same years and in periods of 400 of them. */
function writeDay(days: number): void {
  const shifted = days + 719_468;
  const period = Math.floor(shifted / 146_097);
  const dayOfPeriod = shifted - period * 146_097;
  const leapDays =
    Math.floor(dayOfPeriod / 1460) - Math.floor(dayOfPeriod / 36_524) + Math.floor(dayOfPeriod / 146_096);
  const yearOfPeriod = Math.floor((dayOfPeriod - leapDays) / 365);
  const firstOfYear = 365 * yearOfPeriod + Math.floor(yearOfPeriod / 4) - Math.floor(yearOfPeriod / 100);
  const marchMonth = Math.floor((5 * (dayOfPeriod - firstOfYear) + 2) / 153);
  const year = period * 400 + yearOfPeriod + (marchMonth < 10 ? 0 : 1);
  const century = Math.floor(year / 100);
  writeTwo(0, century);
  writeTwo(2, year - century * 100);
  writeTwo(5, marchMonth < 10 ? marchMonth + 3 : marchMonth - 9);
  writeTwo(8, dayOfPeriod - firstOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
}

function writeTwo(at: number, number: number): void {
  const tens = Math.floor(number / 10);
  form[at] = zero + tens;
  form[at + 1] = zero + number - tens * 10;
}
