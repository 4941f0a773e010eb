import {
  foldWord,
  isReadable,
  type Readable,
  readText,
  type ScheduleDays,
  type ScheduleRule,
  type ScheduleTrack,
  toMonth,
  toTimeOfDay,
  toWeekday,
  type Weekday,
  type WireValue,
  workdays,
} from '@crossvault/core';
import type { JobWire } from './wire.ts';

/** What a part of a schedule was read as. */
export interface ReadRules {
  readonly rules: readonly ScheduleRule[];
  /** The vendor's fields that no rule covers. */
  readonly unread: readonly string[];
  readonly timeZone: string | null;
}

type Schedule = Readable<JobWire['schedule']>;
type Times = Readable<Schedule['dailyScheduleOptions']>;
type Monthly = Readable<Schedule['monthlyScheduleOptions']>;

/** The schedule of a job of a backup server: the part that its type is about. */
export function readServerRules({ schedule }: JobWire, type: string, track: ScheduleTrack): ReadRules {
  const unread = (field: string): ReadRules => ({ rules: [], unread: [field], timeZone: null });
  if (!isReadable(schedule)) return unread('schedule');
  switch (type) {
    case 'daily':
      return readDaily(schedule, track) ?? unread('schedule.dailyScheduleOptions');
    case 'monthly':
      return readMonthly(schedule, track) ?? unread('schedule.monthlyScheduleOptions');
    case 'periodically':
      return readPeriodic(schedule, track) ?? unread('schedule.periodicallyScheduleOptions');
    case 'chained':
      return readChain(schedule, track) ?? unread('schedule.chainingOptions');
    case 'backupwindow':
      // Within its window such a job waits for new backups; the console does not say when it starts.
      return unread('schedule.backupWindowOptions');
    default:
      return unread('scheduleType');
  }
}

function readDaily(schedule: Schedule, track: ScheduleTrack): ReadRules | null {
  const part = schedule.dailyScheduleOptions;
  if (!isReadable(part)) return null;
  const moment = momentOf(part, schedule);
  const days = dailyDays(part);
  if (moment === null || days === null) return null;
  const rule: ScheduleRule = { kind: 'calendar', track, times: [moment.time], days, months: null };
  return { rules: [rule], unread: [], timeZone: moment.timeZone };
}

function dailyDays({ kind, days }: Times): ScheduleDays | null {
  const word = foldWord(readText(kind).value ?? '');
  if (word === 'everyday') return { kind: 'every-day' };
  if (word === 'weekdays') return { kind: 'weekdays', weekdays: [...workdays] };
  if (word !== 'selecteddays') return null;
  const found = wordsOf(days, (day): Weekday | undefined => toWeekday(day));
  return found === null ? null : { kind: 'weekdays', weekdays: found };
}

const positions = { first: 'first', second: 'second', third: 'third', fourth: 'fourth', last: 'last' } as const;
const isPosition = (word: string): word is keyof typeof positions => Object.hasOwn(positions, word);

/** `OnDay` is a day of the month, of which the console has no number. */
function readMonthly(schedule: Schedule, track: ScheduleTrack): ReadRules | null {
  const part = schedule.monthlyScheduleOptions;
  if (!isReadable(part)) return null;
  const moment = momentOf(part, schedule);
  const position = foldWord(readText(part.dayNumberInMonth).value ?? '');
  const weekday = toWeekday(readText(part.dayOfWeek).value ?? '');
  const months = monthsOf(part);
  if (moment === null || months === 'unread' || weekday === undefined || !isPosition(position)) return null;
  const days: ScheduleDays = { kind: 'weekday-of-month', position: positions[position], weekday };
  const rule: ScheduleRule = { kind: 'calendar', track, times: [moment.time], days, months };
  return { rules: [rule], unread: [], timeZone: moment.timeZone };
}

function monthsOf({ months }: Monthly): number[] | null | 'unread' {
  if (months === null || months === undefined) return null;
  return wordsOf(months, toMonth) ?? 'unread';
}

const unitSeconds: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** From which run the interval is counted is not documented. Hours in which a job may not run are no interval. */
function readPeriodic({ periodicallyScheduleOptions: part }: Schedule, track: ScheduleTrack): ReadRules | null {
  if (!isReadable(part) || (part.schedule !== null && part.schedule !== undefined)) return null;
  const unit = unitSeconds[foldWord(readText(part.kind).value ?? '')];
  const period = part.fullPeriod;
  if (unit === undefined || typeof period !== 'number' || !Number.isSafeInteger(period) || period < 1) return null;
  const rule = { kind: 'interval', track, every: period * unit, unit: 'seconds', anchorAt: null } as const;
  return { rules: [rule], unread: [], timeZone: null };
}

function readChain({ chainingOptions: part }: Schedule, track: ScheduleTrack): ReadRules | null {
  if (!isReadable(part)) return null;
  const plan = { id: readText(part.previousJobId).value, name: readText(part.previousJobName).value };
  if (plan.id === null && plan.name === null) return null;
  return { rules: [{ kind: 'after', track, plan }], unread: [], timeZone: null };
}

const hourMs = 3_600_000;

/**
 * A time of day of the backup server. Its zone has no name here; the offset that it has now follows from the same time in
 * UTC. After a change of clocks the console reports another one.
 */
function momentOf(
  { time, timeUtc }: Pick<Times, 'time' | 'timeUtc'>,
  { startDateTime, startDateTimeUtc }: Schedule,
): { readonly time: string; readonly timeZone: string | null } | null {
  const local = timeOf(time);
  const utc = timeOf(timeUtc);
  if (local === null) return utc === null ? null : { time: utc.text, timeZone: 'UTC' };
  const other = utc === null ? [timeOf(startDateTime), timeOf(startDateTimeUtc)] : [local, utc];
  const [here, there] = other;
  if (!here || !there) return { time: local.text, timeZone: null };
  return { time: local.text, timeZone: offsetZone(here.ms - there.ms) };
}

/** The same moment may be on another day in UTC. No zone is more than 14 hours ahead or 12 behind. */
function offsetZone(differenceMs: number): string {
  const day = 24 * hourMs;
  const ms =
    differenceMs > 14 * hourMs ? differenceMs - day : differenceMs < -12 * hourMs ? differenceMs + day : differenceMs;
  if (ms === 0) return 'UTC';
  const text = toTimeOfDay(Math.floor(Math.abs(ms) / hourMs), Math.floor((Math.abs(ms) % hourMs) / 60_000));
  return `${ms < 0 ? '-' : '+'}${text ?? '00:00'}`;
}

/** `22:00`, `22:00:00`, or the time of an instant. */
function timeOf(value: WireValue<string>): { readonly text: string; readonly ms: number } | null {
  if (typeof value !== 'string') return null;
  const [, hour, minute, second = '0'] = /(?:^|[T ])(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(value) ?? [];
  if (hour === undefined || minute === undefined) return null;
  const text = toTimeOfDay(Number(hour), Number(minute), Number(second));
  return text === null ? null : { text, ms: ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 };
}

/** Null where one cannot be read, or where there is none. */
function wordsOf<Ours>(values: unknown, lookup: (word: string) => Ours | undefined): Ours[] | null {
  const words: readonly unknown[] = Array.isArray(values) ? values : [];
  const found = words.flatMap((word) => {
    const ours = typeof word === 'string' ? lookup(word) : undefined;
    return ours === undefined ? [] : [ours];
  });
  return found.length === 0 || found.length < words.length ? null : [...new Set(found)];
}
