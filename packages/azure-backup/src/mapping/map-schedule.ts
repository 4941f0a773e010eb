import { computed, missing, type Plan, type Reading, readText, Unreadable, unreadable } from '@crossvault/core';
import type { PolicyWire, ScheduleWire } from './wire-protection.ts';

type Schedule = NonNullable<Plan['schedule']>;

/** When a policy lets backups start, in words. */
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
  const parts = (subProtectionPolicy ?? []).flatMap((part) => {
    if (part === null || part === undefined || part instanceof Unreadable) return [];
    const schedule = part.schedulePolicy instanceof Unreadable ? null : part.schedulePolicy;
    const written = schedule ? writeSchedule(schedule) : null;
    return written === null ? [] : [{ ...written, text: `${readText(part.policyType).value ?? '?'}: ${written.text}` }];
  });
  const whole = schedulePolicy ? writeSchedule(schedulePolicy) : null;
  const [first, ...others] = whole === null ? parts : [whole];
  if (first === undefined) return missing(null);
  const text = [first, ...others].map((each) => each.text).join('; ');
  return computed({ type: first.type, text: zone === null ? text : `${text} (${zone})` });
}

function writeSchedule(schedule: ScheduleWire): Schedule | null {
  const minutes = numberOf(schedule.scheduleFrequencyInMins);
  if (minutes !== null) return { type: 'log', text: `every ${minutes} minutes` };
  const word = readText(schedule.scheduleRunFrequency).value;
  if (word === null) return null;
  const { dailySchedule, weeklySchedule, hourlySchedule } = schedule;
  const type = word.toLowerCase();
  if (type === 'hourly' && hourlySchedule && !(hourlySchedule instanceof Unreadable)) {
    const hours = numberOf(hourlySchedule.interval);
    const length = numberOf(hourlySchedule.scheduleWindowDuration);
    const from = textsOf([hourlySchedule.scheduleWindowStartTime]).map(timeOfDay);
    const window = length === null || from.length === 0 ? '' : ` for ${length} hours from ${from.join()}`;
    return { type, text: `every ${hours ?? '?'} hours${window}` };
  }
  const own = type === 'weekly' ? weeklySchedule : dailySchedule;
  const moments = own && !(own instanceof Unreadable) ? own : schedule;
  const days = listOf(moments.scheduleRunDays).join(', ');
  const times = listOf(moments.scheduleRunTimes).map(timeOfDay).join(', ');
  const on = type === 'weekly' && days !== '' ? ` on ${days}` : '';
  return { type, text: `${type}${on}${times === '' ? '' : ` at ${times}`}` };
}

/** `2020-02-03T19:00:00Z` means 19:00, every day. */
const timeOfDay = (instant: string): string => /T(\d{2}:\d{2})/.exec(instant)?.[1] ?? instant;

const textsOf = (values: readonly unknown[]): string[] =>
  values.filter((value) => typeof value === 'string' && value !== '').map(String);
const listOf = (value: unknown): string[] => (Array.isArray(value) ? textsOf(value) : []);
const numberOf = (value: unknown): number | null => (typeof value === 'number' && value > 0 ? value : null);
