import type { Schedule, ScheduleRule } from '@crossvault/core';
import { expandSchedule } from '../expand-schedule.ts';

export type Change = Schedule['clockChange'];
export const undocumented: Change = { skipped: 'undocumented', doubled: 'undocumented' };
export const skipping: Change = { skipped: 'skips', doubled: 'once' };

export const scheduleOf = (timeZone: string | null, clockChange: Change, ...rules: ScheduleRule[]): Schedule => ({
  text: '',
  source: 'native',
  rules,
  timeZone,
  nativeTimeZone: timeZone,
  timeZoneFrom: 'plan',
  clockChange,
  confidence: 1,
  unread: [],
});
export const daily = (...times: string[]): ScheduleRule => ({
  kind: 'calendar',
  track: 'backup',
  times,
  days: { kind: 'every-day' },
  months: null,
});
export const onDays = (
  days: Extract<ScheduleRule, { kind: 'calendar' }>['days'],
  months: number[] | null = null,
): ScheduleRule => ({
  kind: 'calendar',
  track: 'backup',
  times: ['02:30'],
  days,
  months,
});
export const duesOf = (schedule: Schedule, from: string, until: string) =>
  expandSchedule(schedule).duesBetween(Date.parse(from), Date.parse(until));
export const minute = (ms: number): string => new Date(ms).toISOString().slice(0, 16);
export const instants = (schedule: Schedule, from: string, until: string): string[] =>
  duesOf(schedule, from, until).map(({ dueMs }) => minute(dueMs));
