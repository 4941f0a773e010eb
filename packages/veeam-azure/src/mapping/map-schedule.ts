import {
  combine,
  computed,
  isReadable,
  joinScheduleParts,
  missing,
  type Readable,
  type Reading,
  type Schedule,
  type SchedulePart,
  toTimeZone,
  Unreadable,
  unreadable,
  type WireValue,
} from '@crossvault/core';
import { dailyRules, intervalRules, monthlyRules, type ReadRules, weeklyRules, yearlyRules } from './schedule-rules.ts';
import { numbersOf, textsOf } from './schedule-values.ts';
import type { PolicyWire } from './wire-policy.ts';

/**
 * The guide (_Changing Time Zone_): the sessions of an hour that clocks skip do not run, and those of an hour that comes twice
 * run once.
 */
const clockChange: Schedule['clockChange'] = { skipped: 'skips', doubled: 'once' };

/** Hours follow the time zone of the appliance, which no policy names. Null: the appliance does not report it. */
export function readSchedule(policy: PolicyWire, zone: string | null): Reading<Schedule | null> {
  const { dailySchedule, weeklySchedule, monthlySchedule, yearlySchedule } = policy;
  const parts = [
    partOf('daily', dailySchedule, writeDaily, dailyRules),
    partOf('weekly', weeklySchedule, writeWeekly, weeklyRules),
    partOf('monthly', monthlySchedule, writeMonthly, monthlyRules),
    partOf('yearly', yearlySchedule, writeYearly, yearlyRules),
    readInterval(policy),
  ].flatMap((part) => (part === null ? [] : [part]));
  const schedule = joinScheduleParts(parts, {
    source: 'native',
    timeZone: zone === null ? null : toTimeZone(zone),
    nativeTimeZone: zone,
    timeZoneFrom: zone === null ? null : 'system',
    clockChange,
    confidence: 1,
  });
  if (schedule === null || parts.every(({ text }) => text === '')) {
    return schedule === null ? missing(null) : unreadable(null);
  }
  const shown = { ...schedule, text: parts.flatMap(({ text }) => (text === '' ? [] : [text])).join('; ') };
  return schedule.unread.length === 0 ? computed(shown) : combine(shown, [unreadable(null)]);
}

/** An empty text: the part is there, and cannot be read. */
function partOf<Part>(
  type: string,
  part: WireValue<Part>,
  write: (part: Part) => string,
  read: (part: Part) => ReadRules,
): SchedulePart | null {
  if (part === null || part === undefined) return null;
  const field = `${type}Schedule`;
  if (part instanceof Unreadable) return { text: '', rules: [], unread: [field] };
  const { rules, isWhole } = read(part);
  return { text: `${type}${write(part)}`, rules, unread: isWhole ? [] : [field] };
}

type Daily = Readable<PolicyWire['dailySchedule']>;
type Weekly = Readable<PolicyWire['weeklySchedule']>;
type Monthly = Readable<PolicyWire['monthlySchedule']>;
type Yearly = Readable<PolicyWire['yearlySchedule']>;

function writeDaily({ dailyType, selectedDays, snapshotSchedule, backupSchedule }: Daily): string {
  const days =
    dailyType === 'WeekDays' ? ' on weekdays' : on(dailyType === 'SelectedDays' ? textsOf(selectedDays) : []);
  const hours = [snapshotSchedule, backupSchedule].flatMap((part) => (isReadable(part) ? numbersOf(part.hours) : []));
  return `${days}${at(hours)}`;
}

function writeWeekly({ startTime, selectedDays, snapshotSchedule, backupSchedule }: Weekly): string {
  const days = [snapshotSchedule, backupSchedule].flatMap((part) =>
    isReadable(part) ? textsOf(part.selectedDays) : [],
  );
  return `${on([...textsOf(selectedDays), ...days])}${at(numbersOf([startTime]))}`;
}

const writeMonthly = (part: Monthly): string => writeDay(part, part.monthlyLastDay);

const writeYearly = (part: Yearly): string => {
  const [month] = textsOf([part.month]);
  return `${month === undefined ? '' : ` in ${month}`}${writeDay(part, part.yearlyLastDay)}`;
};

type Day = Pick<Yearly, 'type' | 'dayOfWeek' | 'dayOfMonth' | 'startTime'>;

function writeDay(part: Day, isLastDay: WireValue<boolean>): string {
  const [type] = textsOf([part.type]);
  const [dayOfWeek] = textsOf([part.dayOfWeek]);
  const [dayOfMonth] = numbersOf([part.dayOfMonth]);
  const hours = at(numbersOf([part.startTime]));
  if (isLastDay === true) return ` on the last day${hours}`;
  if (type === 'SelectedDay') return `${dayOfMonth === undefined ? '' : ` on day ${dayOfMonth}`}${hours}`;
  return type === undefined || dayOfWeek === undefined ? hours : ` on the ${type.toLowerCase()} ${dayOfWeek}${hours}`;
}

/** Virtual networks are saved again and again. */
function readInterval({ backupIntervalMinutes, backupIntervalHours }: PolicyWire): SchedulePart | null {
  const [hours = 0] = numbersOf([backupIntervalHours]);
  const [minutes = 0] = numbersOf([backupIntervalMinutes]);
  if (hours <= 0 && minutes <= 0) return null;
  const text = hours > 0 ? `every ${hours} hours` : `every ${minutes} minutes`;
  return { text, rules: intervalRules(hours > 0 ? hours * 3600 : minutes * 60), unread: [] };
}

const on = (days: readonly string[]): string => (days.length === 0 ? '' : ` on ${[...new Set(days)].join(', ')}`);
const at = (hours: readonly number[]): string => {
  const ordered = [...new Set(hours)].sort((one, other) => one - other);
  return ordered.length === 0 ? '' : ` at ${ordered.map((hour) => `${String(hour).padStart(2, '0')}:00`).join(', ')}`;
};
