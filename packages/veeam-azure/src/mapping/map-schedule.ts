import { computed, missing, type Plan, type Reading, Unreadable, unreadable, type WireValue } from '@crossvault/core';
import type { PolicyWire } from './wire-policy.ts';

type Schedule = NonNullable<Plan['schedule']>;

/** Hours follow the time zone of the appliance, which no policy names. */
export function readSchedule(policy: PolicyWire): Reading<Schedule | null> {
  const { dailySchedule, weeklySchedule, monthlySchedule, yearlySchedule } = policy;
  const reported = [dailySchedule, weeklySchedule, monthlySchedule, yearlySchedule];
  const parts = [
    partOf('daily', dailySchedule, writeDaily),
    partOf('weekly', weeklySchedule, writeWeekly),
    partOf('monthly', monthlySchedule, (part) => `monthly${writeDay(part, part.monthlyLastDay)}`),
    partOf('yearly', yearlySchedule, writeYearly),
    writeInterval(policy),
  ].flatMap((part) => (part === null ? [] : [part]));
  const [first] = parts;
  if (first !== undefined) return computed({ type: first.type, text: parts.map(({ text }) => text).join('; ') });
  return reported.some((part) => part instanceof Unreadable) ? unreadable(null) : missing(null);
}

function partOf<Part>(type: string, part: WireValue<Part>, write: (part: Part) => string): Schedule | null {
  return part === null || part === undefined || part instanceof Unreadable ? null : { type, text: write(part) };
}

type Daily = Exclude<PolicyWire['dailySchedule'], Unreadable | null | undefined>;
type Weekly = Exclude<PolicyWire['weeklySchedule'], Unreadable | null | undefined>;
type Yearly = Exclude<PolicyWire['yearlySchedule'], Unreadable | null | undefined>;

function writeDaily({ dailyType, selectedDays, snapshotSchedule, backupSchedule }: Daily): string {
  const days =
    dailyType === 'WeekDays' ? ' on weekdays' : on(dailyType === 'SelectedDays' ? textsOf(selectedDays) : []);
  const hours = [snapshotSchedule, backupSchedule].flatMap((part) => (isReported(part) ? numbersOf(part.hours) : []));
  return `daily${days}${at(hours)}`;
}

function writeWeekly({ startTime, selectedDays, snapshotSchedule, backupSchedule }: Weekly): string {
  const days = [snapshotSchedule, backupSchedule].flatMap((part) =>
    isReported(part) ? textsOf(part.selectedDays) : [],
  );
  return `weekly${on([...textsOf(selectedDays), ...days])}${at(numbersOf([startTime]))}`;
}

const writeYearly = (part: Yearly): string => {
  const [month] = textsOf([part.month]);
  return `yearly${month === undefined ? '' : ` in ${month}`}${writeDay(part, part.yearlyLastDay)}`;
};

function writeDay(part: Omit<Yearly, 'month' | 'yearlyLastDay'>, isLastDay: WireValue<boolean>): string {
  const [type] = textsOf([part.type]);
  const [dayOfWeek] = textsOf([part.dayOfWeek]);
  const [dayOfMonth] = numbersOf([part.dayOfMonth]);
  const hours = at(numbersOf([part.startTime]));
  if (isLastDay === true) return ` on the last day${hours}`;
  if (type === 'SelectedDay') return `${dayOfMonth === undefined ? '' : ` on day ${dayOfMonth}`}${hours}`;
  return type === undefined || dayOfWeek === undefined ? hours : ` on the ${type.toLowerCase()} ${dayOfWeek}${hours}`;
}

/** Virtual networks are saved again and again. */
function writeInterval({ backupIntervalMinutes, backupIntervalHours }: PolicyWire): Schedule | null {
  const [hours] = numbersOf([backupIntervalHours]);
  const [minutes] = numbersOf([backupIntervalMinutes]);
  if (hours !== undefined && hours > 0) return { type: 'interval', text: `every ${hours} hours` };
  return minutes !== undefined && minutes > 0 ? { type: 'interval', text: `every ${minutes} minutes` } : null;
}

const isReported = <Part>(part: WireValue<Part>): part is Part =>
  part !== null && part !== undefined && !(part instanceof Unreadable);
const textsOf = (values: unknown): string[] =>
  Array.isArray(values) ? values.filter((value) => typeof value === 'string' && value !== '') : [];
const numbersOf = (values: unknown): number[] =>
  Array.isArray(values) ? values.filter((value) => Number.isSafeInteger(value)) : [];

const on = (days: readonly string[]): string => (days.length === 0 ? '' : ` on ${[...new Set(days)].join(', ')}`);
const at = (hours: readonly number[]): string => {
  const ordered = [...new Set(hours)].sort((one, other) => one - other);
  return ordered.length === 0 ? '' : ` at ${ordered.map((hour) => `${String(hour).padStart(2, '0')}:00`).join(', ')}`;
};
