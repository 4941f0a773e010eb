import { type Plan, scheduleSchema } from '@crossvault/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlan } from './map-plan.ts';

function planOf(properties: unknown): Plan {
  const result = readPlan({ name: 'p', properties }, { connection: 'azure', list: 's/g/v' });
  if (result.kind !== 'record') throw new Error('This is a policy.');
  return result.record.plan;
}
const withPolicy = (schedulePolicy: unknown, timeZone = 'UTC'): Plan => planOf({ timeZone, schedulePolicy });

const everyDay = { kind: 'every-day' };
const at = (...times: string[]) => times.map((time) => `2020-01-01T${time}:00Z`);

test.each([
  [
    { scheduleRunFrequency: 'Daily', scheduleRunTimes: at('19:30') },
    'daily at 19:30 (UTC)',
    { kind: 'calendar', track: 'backup', times: ['19:30'], days: everyDay, months: null },
  ],
  [
    { scheduleRunFrequency: 'Weekly', scheduleRunDays: ['Sunday', 'Monday'], scheduleRunTimes: at('02:00') },
    'weekly on Sunday, Monday at 02:00 (UTC)',
    {
      kind: 'calendar',
      track: 'backup',
      times: ['02:00'],
      days: { kind: 'weekdays', weekdays: ['sunday', 'monday'] },
      months: null,
    },
  ],
  [
    {
      scheduleRunFrequency: 'Weekly',
      weeklySchedule: { scheduleRunDays: ['friday'], scheduleRunTimes: at('23:30') },
      dailySchedule: null,
    },
    'weekly on friday at 23:30 (UTC)',
    {
      kind: 'calendar',
      track: 'backup',
      times: ['23:30'],
      days: { kind: 'weekdays', weekdays: ['friday'] },
      months: null,
    },
  ],
  [
    { scheduleRunFrequency: 'Daily', dailySchedule: { scheduleRunTimes: at('20:00', '08:00') } },
    'daily at 20:00, 08:00 (UTC)',
    { kind: 'calendar', track: 'backup', times: ['08:00', '20:00'], days: everyDay, months: null },
  ],
  [
    {
      scheduleRunFrequency: 'Hourly',
      hourlySchedule: { interval: 4, scheduleWindowStartTime: '2021-02-03T20:00:00Z', scheduleWindowDuration: 12 },
    },
    'every 4 hours for 12 hours from 20:00 (UTC)',
    {
      kind: 'window-interval',
      track: 'backup',
      everySeconds: 14_400,
      windowStart: '20:00',
      windowSeconds: 43_200,
      weekdays: null,
    },
  ],
  [
    { scheduleFrequencyInMins: 15 },
    'every 15 minutes (UTC)',
    { kind: 'interval', track: 'backup', every: 900, unit: 'seconds', anchorAt: null },
  ],
])('the schedule %j is read', (schedulePolicy, text, rule) => {
  const plan = withPolicy(schedulePolicy);
  expect(plan.schedule).toEqual({
    text,
    source: 'native',
    rules: [rule],
    timeZone: 'UTC',
    nativeTimeZone: 'UTC',
    timeZoneFrom: 'plan',
    clockChange: { skipped: 'undocumented', doubled: 'undocumented' },
    confidence: 1,
    unread: [],
  });
  expect(plan.provenance['schedule']).toBe('computed');
});

test('the date of a time does not count: two policies that differ in it have equal rules', () => {
  const [one, other] = ['2020-01-01T19:30:00Z', '2026-12-01T19:30:00Z'].map((time) =>
    withPolicy({ scheduleRunFrequency: 'Daily', scheduleRunTimes: [time] }),
  );
  expect(one?.schedule).toEqual(other?.schedule);
});

test('a policy of databases has a rule for each backup type, in the zone that is among its settings', () => {
  const { schedule } = planOf({
    settings: { timeZone: 'Pacific Standard Time' },
    subProtectionPolicy: [
      { policyType: 'Full', schedulePolicy: { scheduleRunFrequency: 'Daily', scheduleRunTimes: at('21:00') } },
      { policyType: 'Differential', schedulePolicy: {} },
      { policyType: 'Log', schedulePolicy: { scheduleFrequencyInMins: 15 } },
      { policyType: 'Someday', schedulePolicy: { scheduleFrequencyInMins: 60 } },
    ],
  });
  expect(schedule).toMatchObject({
    text: 'Full: daily at 21:00; Log: every 15 minutes; Someday: every 60 minutes (Pacific Standard Time)',
    timeZone: 'America/Los_Angeles',
    nativeTimeZone: 'Pacific Standard Time',
    rules: [
      { kind: 'calendar', track: 'full' },
      { kind: 'interval', track: 'log', every: 900 },
      { kind: 'interval', track: 'other', every: 3600 },
    ],
  });
});

test.each([
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['w. europe standard time', 'Europe/Berlin'],
  ['India Standard Time', 'Asia/Calcutta'],
  ['Europe/Paris', 'Europe/Paris'],
])('the zone %s is %s', (word, zone) => {
  const { schedule, provenance } = withPolicy({ scheduleRunFrequency: 'Daily', scheduleRunTimes: at('01:00') }, word);
  expect(schedule).toMatchObject({ timeZone: zone, nativeTimeZone: word });
  expect(provenance['schedule']).toBe('computed');
});

test('an unknown zone stays a word, and the schedule counts as unreadable', () => {
  const plan = withPolicy({ scheduleRunFrequency: 'Daily', scheduleRunTimes: at('01:00') }, 'Kamchatka Standard Time');
  expect(plan.schedule).toMatchObject({ timeZone: null, nativeTimeZone: 'Kamchatka Standard Time' });
  expect(plan.provenance['schedule']).toBe('unreadable');
});

test.each([
  [{ scheduleRunFrequency: 'Hourly', hourlySchedule: { interval: 6 } }, 'every 6 hours', 'hourlySchedule'],
  [{ scheduleRunFrequency: 'Hourly', hourlySchedule: 6 }, 'hourly', 'hourlySchedule'],
  [{ scheduleRunFrequency: 'Weekly', scheduleRunDays: ['Sunday'] }, 'weekly on Sunday', 'scheduleRunFrequency'],
  [{ scheduleRunFrequency: 'Daily', scheduleRunTimes: ['noon'] }, 'daily at noon', 'scheduleRunFrequency'],
  [{ scheduleRunFrequency: 'Daily', scheduleRunTimes: ['2020-01-01T25:00:00Z'] }, 'daily', 'scheduleRunFrequency'],
  [{ scheduleRunFrequency: 'Daily', scheduleRunTimes: [...at('01:00'), 4] }, 'daily at 01:00', 'scheduleRunFrequency'],
  [
    { scheduleRunFrequency: 'Weekly', scheduleRunDays: ['Sunday', 'Freeday'], scheduleRunTimes: at('01:00') },
    'weekly on Sunday, Freeday at 01:00',
    'scheduleRunFrequency',
  ],
  [
    {
      scheduleRunFrequency: 'Weekly',
      scheduleRunDays: ['Sunday'],
      scheduleRunTimes: at('01:00'),
      scheduleWeeklyFrequency: 2,
    },
    'weekly on Sunday at 01:00',
    'scheduleRunFrequency',
  ],
  [{ scheduleRunFrequency: 'Fortnightly', scheduleRunTimes: at('01:00') }, 'fortnightly', 'scheduleRunFrequency'],
])('of %j no rule is made up: it stays text, and says what is not read', (schedulePolicy, text, field) => {
  const plan = withPolicy(schedulePolicy);
  expect(plan.schedule).toMatchObject({ rules: [], unread: [`properties.schedulePolicy.${field}`] });
  expect(plan.schedule?.text.startsWith(text)).toBe(true);
  expect(plan.provenance['schedule']).toBe('unreadable');
});

test('a sub-policy that cannot be read does not hide the others', () => {
  const { schedule, provenance } = planOf({
    timeZone: 'UTC',
    subProtectionPolicy: [null, 3, { policyType: 'Log', schedulePolicy: { scheduleFrequencyInMins: 15 } }],
  });
  expect(schedule).toMatchObject({ rules: [{ track: 'log' }], unread: ['subProtectionPolicy'] });
  expect(provenance['schedule']).toBe('unreadable');
});

test('whatever a policy has, its schedule is null or one of the model', () => {
  const field = fc.constantFrom('scheduleRunFrequency', 'scheduleRunTimes', 'scheduleRunDays', 'hourlySchedule');
  const policies = fc.dictionary(field, fc.oneof(fc.jsonValue(), fc.constant('Weekly'), fc.constant(at('01:00'))));
  fc.assert(
    fc.property(policies, fc.jsonValue(), (schedulePolicy, timeZone) => {
      const { schedule } = planOf({ timeZone, schedulePolicy, subProtectionPolicy: [{ schedulePolicy }] });
      return schedule === null || scheduleSchema.safeParse(schedule).success;
    }),
  );
});
