import { type Plan, scheduleSchema } from '@crossvault/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlan } from './map-plan.ts';

function planOf(fields: object, timeZone: string | null = 'Europe/Prague'): Plan {
  const result = toPlan({ id: 'p1', ...fields }, 'sql', { connection: 'ukwest', timeZone });
  if (result.kind !== 'plan') throw new Error('This is a policy.');
  return result.record.plan;
}

const everyDay = { kind: 'every-day' };
const calendar = { kind: 'calendar', months: null };

test.each<[object, string, readonly object[]]>([
  [
    { dailySchedule: { dailyType: 'Everyday', snapshotSchedule: { hours: [13, 1] }, backupSchedule: { hours: [1] } } },
    'daily at 01:00, 13:00',
    [
      { ...calendar, track: 'snapshot', times: ['01:00', '13:00'], days: everyDay },
      { ...calendar, track: 'backup', times: ['01:00'], days: everyDay },
    ],
  ],
  [
    { dailySchedule: { dailyType: 'WeekDays', backupSchedule: { hours: [22] } } },
    'daily on weekdays at 22:00',
    [
      {
        ...calendar,
        track: 'backup',
        times: ['22:00'],
        days: { kind: 'weekdays', weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] },
      },
    ],
  ],
  [
    {
      dailySchedule: {
        dailyType: 'SelectedDays',
        selectedDays: ['Monday', 'Friday'],
        runsPerHour: 4,
        snapshotSchedule: { hours: [8] },
        backupSchedule: { hours: [9] },
      },
    },
    'daily on Monday, Friday at 08:00, 09:00',
    [
      {
        ...calendar,
        track: 'snapshot',
        times: ['08:00', '08:15', '08:30', '08:45'],
        days: { kind: 'weekdays', weekdays: ['monday', 'friday'] },
      },
      { ...calendar, track: 'backup', times: ['09:00'], days: { kind: 'weekdays', weekdays: ['monday', 'friday'] } },
    ],
  ],
  [
    { weeklySchedule: { startTime: 3, snapshotSchedule: { selectedDays: ['Sunday'] } }, monthlySchedule: null },
    'weekly on Sunday at 03:00',
    [{ ...calendar, track: 'snapshot', times: ['03:00'], days: { kind: 'weekdays', weekdays: ['sunday'] } }],
  ],
  [
    { monthlySchedule: { startTime: 4, type: 'First', dayOfWeek: 'Sunday', backupSchedule: {} } },
    'monthly on the first Sunday at 04:00',
    [
      {
        ...calendar,
        track: 'backup',
        times: ['04:00'],
        days: { kind: 'weekday-of-month', position: 'first', weekday: 'sunday' },
      },
    ],
  ],
  [
    {
      monthlySchedule: {
        startTime: 4,
        type: 'SelectedDay',
        dayOfMonth: 31,
        snapshotSchedule: { selectedMonths: ['March', 'June'] },
      },
    },
    'monthly on day 31 at 04:00',
    [
      {
        kind: 'calendar',
        track: 'snapshot',
        times: ['04:00'],
        days: { kind: 'days-of-month', days: [31] },
        months: [3, 6],
      },
    ],
  ],
  [
    { yearlySchedule: { month: 'June', yearlyLastDay: true, startTime: 0 } },
    'yearly in June on the last day at 00:00',
    [{ kind: 'calendar', track: 'backup', times: ['00:00'], days: { kind: 'last-day-of-month' }, months: [6] }],
  ],
  [
    { backupIntervalMinutes: 30 },
    'every 30 minutes',
    [{ kind: 'interval', track: 'backup', every: 1800, unit: 'seconds', anchorAt: null }],
  ],
])('the schedule of %j is %s', (fields, text, rules) => {
  const plan = planOf(fields);
  expect(plan.schedule).toEqual({
    text,
    source: 'native',
    rules,
    timeZone: 'Europe/Prague',
    nativeTimeZone: 'Europe/Prague',
    timeZoneFrom: 'system',
    clockChange: { skipped: 'skips', doubled: 'once' },
    confidence: 1,
    unread: [],
  });
  expect(plan.provenance['schedule']).toBe('computed');
});

test.each<[object, string, readonly string[]]>([
  [
    { dailySchedule: { dailyType: 'Everyday', backupSchedule: { hours: ['22', null, 22, 'late'] } } },
    'daily at 22:00',
    ['dailySchedule'],
  ],
  [{ dailySchedule: { dailyType: 'Everyday', backupSchedule: { hours: [24] } } }, 'daily at 24:00', ['dailySchedule']],
  [
    {
      dailySchedule: { dailyType: 'SelectedDays', selectedDays: ['Monday', 'Unknown'], backupSchedule: { hours: [1] } },
    },
    'daily on Monday, Unknown at 01:00',
    ['dailySchedule'],
  ],
  [
    { dailySchedule: { dailyType: 'Everyday', runsPerHour: 7, snapshotSchedule: { hours: [8] } } },
    'daily at 08:00',
    ['dailySchedule'],
  ],
  [
    { monthlySchedule: { startTime: 4, type: 'First', dayOfWeek: 'Sunday' } },
    'monthly on the first Sunday at 04:00',
    ['monthlySchedule'],
  ],
  [
    { monthlySchedule: { type: 'SelectedDay', dayOfMonth: 15, backupSchedule: {} } },
    'monthly on day 15',
    ['monthlySchedule'],
  ],
  [{ dailySchedule: {}, weeklySchedule: {} }, 'daily; weekly', ['dailySchedule', 'weeklySchedule']],
  [{ dailySchedule: 'nightly', backupIntervalHours: 4 }, 'every 4 hours', ['dailySchedule']],
])('of %j what cannot be read is named', (fields, text, unread) => {
  const plan = planOf(fields);
  expect(plan.schedule).toMatchObject({ text, unread });
  expect(plan.provenance['schedule']).toBe('unreadable');
});

test('the readable hours of a schedule with an unreadable one are known', () => {
  const { schedule } = planOf({ dailySchedule: { dailyType: 'Everyday', backupSchedule: { hours: ['x', 22] } } });
  expect(schedule?.rules).toMatchObject([{ times: ['22:00'] }]);
});

test('a schedule that cannot be read at all is null, and not an absent one', () => {
  expect(planOf({ dailySchedule: 'nightly' })).toMatchObject({
    schedule: null,
    provenance: { schedule: 'unreadable' },
  });
  expect(planOf({})).toMatchObject({ schedule: null, provenance: { schedule: 'missing' } });
});

test.each([
  [null, null, null],
  ['GMT Standard Time', 'Europe/London', 'system'],
  ['Somewhere', null, 'system'],
])('where the appliance says %j, the zone is %j', (word, timeZone, timeZoneFrom) => {
  const { schedule } = planOf({ dailySchedule: { dailyType: 'Everyday', backupSchedule: { hours: [2] } } }, word);
  expect(schedule).toMatchObject({ timeZone, nativeTimeZone: word, timeZoneFrom });
});

test('whatever a policy has, its schedule is null or one of the model', () => {
  const part = fc.oneof(
    fc.jsonValue(),
    fc.record({
      dailyType: fc.constantFrom('Everyday', 'SelectedDays', 3),
      selectedDays: fc.jsonValue(),
      startTime: fc.jsonValue(),
      type: fc.constantFrom('First', 'SelectedDay', null),
      dayOfMonth: fc.integer(),
      backupSchedule: fc.oneof(fc.jsonValue(), fc.record({ hours: fc.jsonValue(), selectedMonths: fc.jsonValue() })),
    }),
  );
  const field = fc.constantFrom('dailySchedule', 'weeklySchedule', 'monthlySchedule', 'yearlySchedule');
  fc.assert(
    fc.property(fc.dictionary(field, part), (fields) => {
      const { schedule } = planOf(fields);
      return schedule === null || scheduleSchema.safeParse(schedule).success;
    }),
  );
});
