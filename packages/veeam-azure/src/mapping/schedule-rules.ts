import {
  isReadable,
  type Readable,
  type ScheduleDays,
  type ScheduleRule,
  type ScheduleTrack,
  toMonth,
  toTimeOfDay,
  toWeekday,
  Unreadable,
  type Weekday,
  type WireValue,
  workdays,
} from '@crossvault/core';
import { lengthOf, numbersOf, textsOf } from './schedule-values.ts';
import type { PolicyWire } from './wire-policy.ts';

/** The rules of a part of a schedule, and whether they cover all of it. */
export interface ReadRules {
  readonly rules: readonly ScheduleRule[];
  readonly isWhole: boolean;
}

type Daily = Readable<PolicyWire['dailySchedule']>;
type Weekly = Readable<PolicyWire['weeklySchedule']>;
type Monthly = Readable<PolicyWire['monthlySchedule']>;
type Yearly = Readable<PolicyWire['yearlySchedule']>;
type Moments = Readable<Daily['snapshotSchedule']>;

const none: ReadRules = { rules: [], isWhole: false };

const join = (parts: readonly ReadRules[]): ReadRules => ({
  rules: parts.flatMap(({ rules }) => rules),
  isWhole: parts.every(({ isWhole }) => isWhole),
});

/** A schedule says apart when snapshots and when backups are made. */
function eachTrack(
  { snapshotSchedule, backupSchedule }: Pick<Daily, 'snapshotSchedule' | 'backupSchedule'>,
  read: (track: ScheduleTrack, moments: Moments) => ReadRules,
): readonly ReadRules[] {
  const tracks: readonly (readonly [ScheduleTrack, WireValue<Moments>])[] = [
    ['snapshot', snapshotSchedule],
    ['backup', backupSchedule],
  ];
  return tracks.flatMap(([track, moments]) => {
    if (moments === null || moments === undefined) return [];
    return [moments instanceof Unreadable ? none : read(track, moments)];
  });
}

export function dailyRules(part: Daily): ReadRules {
  const days = daysOf(part);
  if (days === null) return none;
  const found = eachTrack(part, (track, { hours }) => {
    const every = track === 'snapshot' ? part.runsPerHour : 1;
    const times = numbersOf(hours).flatMap((hour) => timesOf(hour, every) ?? []);
    const isWhole = numbersOf(hours).every((hour) => timesOf(hour, every) !== null);
    const rule = { kind: 'calendar', track, times: [...new Set(times)].sort(), days, months: null } as const;
    return {
      rules: times.length === 0 ? [] : [rule],
      isWhole: isWhole && numbersOf(hours).length === lengthOf(hours) && !(hours instanceof Unreadable),
    };
  });
  return found.length === 0 ? none : join(found);
}

/** Several snapshots an hour are taken at equal intervals; that the first is at the full hour is inferred. */
function timesOf(hour: number, runsPerHour: WireValue<number>): readonly string[] | null {
  const runs = runsPerHour ?? 1;
  if (runs instanceof Unreadable || !Number.isSafeInteger(runs) || runs < 1 || 60 % runs !== 0) return null;
  const times = Array.from({ length: runs }, (_, run) => toTimeOfDay(hour, (run * 60) / runs));
  return times.some((time) => time === null) ? null : times.filter((time) => time !== null);
}

function daysOf({ dailyType, selectedDays }: Daily): ScheduleDays | null {
  if (dailyType === 'Everyday') return { kind: 'every-day' };
  if (dailyType === 'WeekDays') return { kind: 'weekdays', weekdays: [...workdays] };
  return dailyType === 'SelectedDays' ? weekdaysOf(selectedDays) : null;
}

/** Null where a day cannot be read. */
function weekdaysOf(values: unknown): ScheduleDays | null {
  const found = textsOf(values).flatMap((word): Weekday[] => {
    const day = toWeekday(word);
    return day === undefined ? [] : [day];
  });
  return found.length === 0 || found.length < lengthOf(values)
    ? null
    : { kind: 'weekdays', weekdays: [...new Set(found)] };
}

export function weeklyRules(part: Weekly): ReadRules {
  const time = hourOf(part.startTime);
  if (time === null) return none;
  const found = eachTrack(part, (track, { selectedDays }) => {
    const days = weekdaysOf(selectedDays ?? part.selectedDays);
    return days === null ? none : whole([{ kind: 'calendar', track, times: [time], days, months: null }]);
  });
  return found.length === 0 ? none : join(found);
}

/** A month has one day; snapshots and backups may be made in different months. */
export function monthlyRules(part: Monthly): ReadRules {
  const rule = dayRule(part, part.monthlyLastDay);
  if (rule === null) return none;
  const found = eachTrack(part, (track, { selectedMonths }) => {
    const months = monthsOf(selectedMonths);
    return months === 'unread' ? none : whole([{ ...rule, track, months }]);
  });
  return found.length === 0 ? none : join(found);
}

/** A year has one backup. */
export function yearlyRules(part: Yearly): ReadRules {
  const rule = dayRule(part, part.yearlyLastDay);
  const month = typeof part.month === 'string' ? toMonth(part.month) : undefined;
  return rule === null || month === undefined ? none : whole([{ ...rule, track: 'backup', months: [month] }]);
}

type Day = Pick<Yearly, 'type' | 'dayOfWeek' | 'dayOfMonth' | 'startTime'>;

type DayRule = Pick<Extract<ScheduleRule, { kind: 'calendar' }>, 'kind' | 'times' | 'days'>;

function dayRule(part: Day, isLastDay: WireValue<boolean>): DayRule | null {
  const time = hourOf(part.startTime);
  const days = dayOf(part, isLastDay);
  return time === null || days === null ? null : { kind: 'calendar', times: [time], days };
}

/** Null: every month. */
function monthsOf(values: WireValue<unknown>): number[] | null | 'unread' {
  if (values === null || values === undefined) return null;
  const found = textsOf(values).flatMap((word) => toMonth(word) ?? []);
  return found.length === 0 || found.length < lengthOf(values) ? 'unread' : [...new Set(found)];
}

const positions = { First: 'first', Second: 'second', Third: 'third', Fourth: 'fourth', Last: 'last' } as const;
const isPosition = (word: string): word is keyof typeof positions => Object.hasOwn(positions, word);

function dayOf({ type, dayOfWeek, dayOfMonth }: Day, isLastDay: WireValue<boolean>): ScheduleDays | null {
  if (isLastDay === true) return { kind: 'last-day-of-month' };
  if (typeof type !== 'string') return null;
  if (type === 'SelectedDay') {
    const [day = 0] = numbersOf([dayOfMonth]);
    return day >= 1 && day <= 31 ? { kind: 'days-of-month', days: [day] } : null;
  }
  const weekday = typeof dayOfWeek === 'string' ? toWeekday(dayOfWeek) : undefined;
  return isPosition(type) && weekday !== undefined
    ? { kind: 'weekday-of-month', position: positions[type], weekday }
    : null;
}

const whole = (rules: readonly ScheduleRule[]): ReadRules => ({ rules, isWhole: true });

/** That the number is an hour is inferred. */
const hourOf = (value: WireValue<number>): string | null => (isReadable(value) ? toTimeOfDay(value) : null);

/** The policy of virtual networks does not report a run from which the interval is counted. */
export const intervalRules = (seconds: number): readonly ScheduleRule[] => [
  { kind: 'interval', track: 'backup', every: seconds, unit: 'seconds', anchorAt: null },
];
