import type { Schedule, ScheduleRule } from '@crossvault/core';
import { expect, test } from 'vitest';
import { meaningOf } from './schedule-meaning.ts';
import { daily, onDays, scheduleOf, skipping, undocumented } from './testing/make-schedule.ts';

const interval = (anchorAt: string | null, every = 14_400): ScheduleRule => ({
  kind: 'interval',
  track: 'backup',
  every,
  unit: 'seconds',
  anchorAt,
});
const base = scheduleOf('Europe/Berlin', skipping, daily('22:00', '04:00'));
const anchored = scheduleOf('UTC', skipping, interval('2026-03-02T02:00:00.000Z'));

test.each<[string, Schedule, Schedule]>([
  ['words', base, { ...base, text: 'every night', nativeTimeZone: 'W. Europe Standard Time', source: 'user' }],
  ['order of times', base, { ...base, rules: [daily('04:00', '22:00')] }],
  [
    'order of rules and days',
    { ...base, rules: [daily('22:00'), onDays({ kind: 'days-of-month', days: [1, 15] })] },
    { ...base, rules: [onDays({ kind: 'days-of-month', days: [15, 1] }), daily('22:00')] },
  ],
  ['anchors that are whole intervals apart', anchored, { ...anchored, rules: [interval('2026-05-09T22:00:00.000Z')] }],
])('schedules of other %s mean the same', (_, one, other) => {
  expect(meaningOf(one)).toBe(meaningOf(other));
});

test.each<[string, Schedule, Schedule]>([
  ['zone', base, { ...base, timeZone: 'Europe/London' }],
  ['behaviour when clocks change', base, { ...base, clockChange: undocumented }],
  ['time', base, { ...base, rules: [daily('22:00', '04:30')] }],
  ['track', base, { ...base, rules: [{ ...daily('22:00', '04:00'), track: 'snapshot' }] }],
  ['anchor', anchored, { ...anchored, rules: [interval('2026-03-02T03:00:00.000Z')] }],
  ['anchor, since one has none', anchored, { ...anchored, rules: [interval(null)] }],
  ['interval', anchored, { ...anchored, rules: [interval('2026-03-02T02:00:00.000Z', 7200)] }],
  ['unread part', base, { ...base, unread: ['weeklySchedule'] }],
])('a schedule of another %s means something else', (_, one, other) => {
  expect(meaningOf(one)).not.toBe(meaningOf(other));
});
