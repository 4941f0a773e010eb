import {
  combine,
  computed,
  defineWords,
  joinScheduleParts,
  missing,
  type Readable,
  type Reading,
  readText,
  type Schedule,
  type SchedulePart,
  type ScheduleRule,
  type ScheduleTrack,
  toTimeOfDay,
  toTimeZone,
  toWeekday,
  Unreadable,
  unreadable,
  type WireValue,
} from '@crossvault/core';
import type { PolicyWire, ScheduleWire } from './wire-protection.ts';

const trackWords = defineWords<ScheduleTrack>({
  full: ['Full', 'CopyOnlyFull', 'SnapshotFull', 'SnapshotCopyOnlyFull'],
  differential: ['Differential'],
  incremental: ['Incremental'],
  log: ['Log'],
});

/** Azure documents a time zone for schedules, and not what happens at a time of day that a change of clocks skips or doubles. */
const clockChange: Schedule['clockChange'] = { skipped: 'undocumented', doubled: 'undocumented' };

/** When a policy of a Recovery Services vault starts backups. */
export function readSchedule({
  schedulePolicy,
  subProtectionPolicy,
  timeZone,
  settings,
}: PolicyWire): Reading<Schedule | null> {
  if (schedulePolicy instanceof Unreadable || subProtectionPolicy instanceof Unreadable) return unreadable(null);
  // Policies of databases keep their zone among their settings.
  const own = settings instanceof Unreadable ? null : settings?.timeZone;
  const zone = readText(timeZone).value ?? readText(own).value;
  const whole = schedulePolicy ? readPart(schedulePolicy, 'backup', 'schedulePolicy') : null;
  const parts = whole === null ? (subProtectionPolicy ?? []).flatMap((part) => readSubPolicy(part)) : [whole];
  const schedule = joinScheduleParts(parts, {
    source: 'native',
    timeZone: zone === null ? null : toTimeZone(zone),
    nativeTimeZone: zone,
    timeZoneFrom: zone === null ? null : 'plan',
    clockChange,
    confidence: 1,
  });
  if (schedule === null) return missing(null);
  const shown = { ...schedule, text: zone === null ? schedule.text : `${schedule.text} (${zone})` };
  const isWhole = schedule.unread.length === 0 && (zone === null || schedule.timeZone !== null);
  return isWhole ? computed(shown) : combine(shown, [unreadable(null)]);
}

type SubPolicies = Readable<PolicyWire['subProtectionPolicy']>;

function readSubPolicy(part: SubPolicies[number]): SchedulePart[] {
  if (part === null || part === undefined) return [];
  if (part instanceof Unreadable) return [{ text: '?', rules: [], unread: ['subProtectionPolicy'] }];
  const word = readText(part.policyType).value;
  const label = `${word ?? '?'}: `;
  const path = `subProtectionPolicy.${word ?? '?'}.schedulePolicy`;
  if (part.schedulePolicy instanceof Unreadable) return [{ text: `${label}?`, rules: [], unread: [path] }];
  if (!part.schedulePolicy) return [];
  const track = word === null ? 'other' : (trackWords.lookup(word) ?? 'other');
  const read = readPart(part.schedulePolicy, track, path);
  return read === null ? [] : [{ ...read, text: `${label}${read.text}` }];
}

function readPart(schedule: ScheduleWire, track: ScheduleTrack, path: string): SchedulePart | null {
  const unread = (field: string): readonly string[] => [`properties.${path}.${field}`];
  const minutes = numberOf(schedule.scheduleFrequencyInMins);
  if (minutes !== null) {
    const every = Math.round(minutes * 60);
    return {
      text: `every ${minutes} minutes`,
      rules: [{ kind: 'interval', track, every, unit: 'seconds', anchorAt: null }],
      unread: [],
    };
  }
  const word = readText(schedule.scheduleRunFrequency).value;
  if (word === null) return null;
  const type = word.toLowerCase();
  if (type === 'hourly') {
    const { text, rule } = readHourly(schedule, track);
    return { text, rules: rule === null ? [] : [rule], unread: rule === null ? unread('hourlySchedule') : [] };
  }
  const { text, rule } = readMoments(schedule, type, track);
  return { text, rules: rule === null ? [] : [rule], unread: rule === null ? unread('scheduleRunFrequency') : [] };
}

interface ReadRule {
  readonly text: string;
  readonly rule: ScheduleRule | null;
}

function readHourly({ hourlySchedule }: ScheduleWire, track: ScheduleTrack): ReadRule {
  if (!hourlySchedule || hourlySchedule instanceof Unreadable) return { text: 'hourly', rule: null };
  const hours = numberOf(hourlySchedule.interval);
  const length = numberOf(hourlySchedule.scheduleWindowDuration);
  const [from] = textsOf([hourlySchedule.scheduleWindowStartTime]);
  const windowStart = from === undefined ? null : timeOfDay(from);
  const window = length === null || from === undefined ? '' : ` for ${length} hours from ${windowStart ?? from}`;
  const text = `every ${hours ?? '?'} hours${window}`;
  if (hours === null || length === null || windowStart === null) return { text, rule: null };
  const everySeconds = Math.round(hours * 3600);
  const windowSeconds = Math.round(length * 3600);
  return { text, rule: { kind: 'window-interval', track, everySeconds, windowStart, windowSeconds, weekdays: null } };
}

function readMoments(schedule: ScheduleWire, type: string, track: ScheduleTrack): ReadRule {
  const own = type === 'weekly' ? schedule.weeklySchedule : schedule.dailySchedule;
  const moments = own && !(own instanceof Unreadable) ? own : schedule;
  const days = listOf(moments.scheduleRunDays);
  const words = listOf(moments.scheduleRunTimes);
  const times = words.map(timeOfDay);
  const on = type === 'weekly' && days.length > 0 ? ` on ${days.join(', ')}` : '';
  const at = times.length === 0 ? '' : ` at ${times.map((time, index) => time ?? words[index]).join(', ')}`;
  const text = `${type}${on}${at}`;
  const known = times.filter((time) => time !== null);
  const isReadable = known.length > 0 && known.length === lengthOf(moments.scheduleRunTimes);
  if (!isReadable) return { text, rule: null };
  const calendar = { kind: 'calendar', track, times: [...new Set(known)].sort(), months: null } as const;
  if (type === 'daily') return { text, rule: { ...calendar, days: { kind: 'every-day' } } };
  const weekdays = days.flatMap((day) => toWeekday(day) ?? []);
  const isEveryWeek = (numberOf(schedule.scheduleWeeklyFrequency) ?? 1) === 1;
  const isWeekly = type === 'weekly' && isEveryWeek && weekdays.length > 0;
  if (!isWeekly || weekdays.length < lengthOf(moments.scheduleRunDays)) return { text, rule: null };
  return { text, rule: { ...calendar, days: { kind: 'weekdays', weekdays: [...new Set(weekdays)] } } };
}

/** `2020-02-03T19:00:00Z` means 19:00 in the zone of the policy, every day. */
function timeOfDay(instant: string): string | null {
  const [, hour, minute] = /T(\d{2}):(\d{2})/.exec(instant) ?? [];
  return hour === undefined || minute === undefined ? null : toTimeOfDay(Number(hour), Number(minute));
}

const textsOf = (values: readonly unknown[]): string[] =>
  values.filter((value) => typeof value === 'string' && value !== '').map(String);
const listOf = (value: unknown): string[] => (Array.isArray(value) ? textsOf(value) : []);
const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
const numberOf = (value: WireValue<number>): number | null => (typeof value === 'number' && value > 0 ? value : null);
