import { expect, test } from 'vitest';
import { dueBetween, nextDueAfter } from './expand.ts';
import type { ScheduleRule, SimulatedSchedule } from './rule.ts';

const schedule = (rules: readonly ScheduleRule[], more: Partial<SimulatedSchedule> = {}): SimulatedSchedule => ({
  rules,
  timeZone: 'UTC',
  skipped: 'none',
  ...more,
});
const due = (one: SimulatedSchedule, from: string, until: string): string[] =>
  dueBetween(one, Date.parse(from), Date.parse(until)).map(({ atMs }) => new Date(atMs).toISOString().slice(0, 16));

const daily = (...times: string[]): ScheduleRule => ({ kind: 'calendar', track: 'backup', times });
const berlin = { timeZone: 'Europe/Berlin' } as const;

test.each<[string, SimulatedSchedule, string, string, string[]]>([
  [
    'a daily run at 02:30 is left out on the night that skips it',
    schedule([daily('02:30')], berlin),
    '2026-03-27T12:00Z',
    '2026-03-30T12:00Z',
    ['2026-03-28T01:30', '2026-03-30T00:30'],
  ],
  [
    'a vendor that makes up for it runs an hour later',
    schedule([daily('02:30')], { ...berlin, skipped: 'later' }),
    '2026-03-28T12:00Z',
    '2026-03-29T12:00Z',
    ['2026-03-29T01:30'],
  ],
  [
    'a time that comes twice has one run, the first',
    schedule([daily('02:30')], berlin),
    '2026-10-24T12:00Z',
    '2026-10-26T12:00Z',
    ['2026-10-25T00:30', '2026-10-26T01:30'],
  ],
  [
    'weekly',
    schedule([{ kind: 'calendar', track: 'full', times: ['21:00'], on: { weekdays: ['Saturday'] } }]),
    '2026-11-01T00:00Z',
    '2026-11-15T00:00Z',
    ['2026-11-07T21:00', '2026-11-14T21:00'],
  ],
  [
    'on the 31st, which most months do not have',
    schedule([{ kind: 'calendar', track: 'backup', times: ['01:00'], on: { daysOfMonth: [31] } }]),
    '2026-08-15T00:00Z',
    '2027-01-01T00:00Z',
    ['2026-08-31T01:00', '2026-10-31T01:00', '2026-12-31T01:00'],
  ],
  [
    'on the last day of February, in a leap year too',
    schedule([{ kind: 'calendar', track: 'backup', times: ['01:00'], on: { lastDay: true }, months: [2] }]),
    '2027-01-01T00:00Z',
    '2028-12-31T00:00Z',
    ['2027-02-28T01:00', '2028-02-29T01:00'],
  ],
  [
    'on the second and on the last Sunday of a month',
    schedule([
      { kind: 'calendar', track: 'backup', times: ['03:00'], on: { position: 'Second', weekday: 'Sunday' } },
      { kind: 'calendar', track: 'archive', times: ['04:00'], on: { position: 'Last', weekday: 'Sunday' } },
    ]),
    '2026-11-01T00:00Z',
    '2026-12-01T00:00Z',
    ['2026-11-08T03:00', '2026-11-29T04:00'],
  ],
  [
    'a window across midnight and across the change of clocks counts elapsed hours',
    schedule([{ kind: 'window', track: 'backup', everyHours: 4, from: '20:00', hours: 12 }], berlin),
    '2026-03-28T12:00Z',
    '2026-03-29T12:00Z',
    ['2026-03-28T19:00', '2026-03-28T23:00', '2026-03-29T03:00', '2026-03-29T07:00'],
  ],
  [
    'an interval that does not divide a day runs through it',
    schedule([{ kind: 'interval', track: 'backup', everyMinutes: 420, anchor: '2026-03-01T00:00:00Z' }]),
    '2026-03-01T00:00Z',
    '2026-03-02T12:00Z',
    [
      '2026-03-01T00:00',
      '2026-03-01T07:00',
      '2026-03-01T14:00',
      '2026-03-01T21:00',
      '2026-03-02T04:00',
      '2026-03-02T11:00',
    ],
  ],
])('%s', (_name, one, from, until, instants) => {
  expect(due(one, from, until)).toEqual(instants);
});

test('rules that fall due at once are one run for all their tracks', () => {
  const weekly: ScheduleRule = { kind: 'calendar', track: 'full', times: ['22:00'], on: { weekdays: ['Sunday'] } };
  const [one] = dueBetween(
    schedule([daily('22:00'), weekly]),
    Date.parse('2026-11-29T12:00Z'),
    Date.parse('2026-11-30T12:00Z'),
  );
  expect(one?.tracks).toEqual(['backup', 'full']);
});

test('the next due time lies after the instant, however far away', () => {
  const next = (one: SimulatedSchedule, after: string) => nextDueAfter(one, Date.parse(after));
  expect(next(schedule([daily('22:00')]), '2026-11-29T22:00Z')).toBe(Date.parse('2026-11-30T22:00Z'));
  const leap: ScheduleRule = {
    kind: 'calendar',
    track: 'backup',
    times: ['22:00'],
    on: { daysOfMonth: [29] },
    months: [2],
  };
  expect(next(schedule([leap]), '2026-11-29T22:00Z')).toBe(Date.parse('2028-02-29T22:00Z'));
  expect(next(schedule([]), '2026-11-29T22:00Z')).toBeNull();
});
