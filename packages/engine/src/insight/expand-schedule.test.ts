import type { Schedule } from '@crossvault/core';
import { describe, expect, test } from 'vitest';
import { labelOf } from './due.ts';
import { expandSchedule } from './expand-schedule.ts';
import {
  daily,
  duesOf,
  instants,
  minute,
  onDays,
  scheduleOf,
  skipping,
  undocumented,
} from './testing/make-schedule.ts';

describe('due at 02:30 on the night that skips it', () => {
  const night = ['2026-03-28T12:00Z', '2026-03-30T12:00Z'] as const;

  test('a vendor that does not document it may run after the change, and no run is no missed one', () => {
    const dues = duesOf(scheduleOf('Europe/Berlin', undocumented, daily('02:30')), ...night);
    expect(dues.map(({ dueMs, isCertain }) => [minute(dueMs), isCertain])).toEqual([
      ['2026-03-29T01:30', false],
      ['2026-03-30T00:30', true],
    ]);
  });

  test('a vendor that skips the hour runs nothing', () => {
    expect(instants(scheduleOf('Europe/Berlin', skipping, daily('02:30')), ...night)).toEqual(['2026-03-30T00:30']);
  });

  test('a vendor that runs after it runs once, also where another run is due then', () => {
    const schedule = scheduleOf('Europe/Berlin', { ...skipping, skipped: 'runs-after' }, daily('02:30', '03:30'));
    expect(instants(schedule, ...night)).toEqual(['2026-03-29T01:30', '2026-03-30T00:30', '2026-03-30T01:30']);
  });

  test('in UTC nothing happens', () => {
    expect(instants(scheduleOf('UTC', undocumented, daily('02:30')), ...night)).toEqual([
      '2026-03-29T02:30',
      '2026-03-30T02:30',
    ]);
  });
});

describe('due at 02:30 on the night that has it twice', () => {
  const night = ['2026-10-24T12:00Z', '2026-10-26T12:00Z'] as const;

  test.each([undocumented, skipping])('with %j one run is due, and both instants are good', (change) => {
    const dues = duesOf(scheduleOf('Europe/Berlin', change, daily('02:30')), ...night);
    expect(dues.map((due) => [labelOf(due), minute(due.lastDueMs), due.isCertain])).toEqual([
      ['2026-10-25T02:30+02:00', '2026-10-25T01:30', true],
      ['2026-10-26T02:30+01:00', '2026-10-26T01:30', true],
    ]);
  });

  test('a vendor that runs twice has two runs, which their offsets tell apart', () => {
    const dues = duesOf(scheduleOf('Europe/Berlin', { ...skipping, doubled: 'twice' }, daily('02:30')), ...night);
    expect(dues.map(labelOf)).toEqual(['2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00', '2026-10-26T02:30+01:00']);
  });

  test('in UTC nothing happens', () => {
    expect(instants(scheduleOf('UTC', undocumented, daily('02:30')), ...night)).toEqual([
      '2026-10-25T02:30',
      '2026-10-26T02:30',
    ]);
  });
});

test.each([
  ['Asia/Kolkata', '2026-03-29T00:00Z', '2026-03-31T00:00Z', ['2026-03-29T21:00', '2026-03-30T21:00']],
  ['Australia/Lord_Howe', '2026-10-03T12:00Z', '2026-10-05T12:00Z', ['2026-10-03T15:30', '2026-10-04T15:30']],
  [
    'Australia/Lord_Howe',
    '2026-04-03T12:00Z',
    '2026-04-05T18:00Z',
    ['2026-04-03T15:30', '2026-04-04T16:00', '2026-04-05T16:00'],
  ],
])('at 02:30 in %s between %s and %s runs are due at %j', (zone, from, until, expected) => {
  expect(instants(scheduleOf(zone, undocumented, daily('02:30')), from, until)).toEqual(expected);
});

test('the half hour that Lord Howe skips is skipped, and the half hour that it doubles is doubled', () => {
  const schedule = scheduleOf('Australia/Lord_Howe', skipping, daily('01:45', '02:15'));
  expect(instants(schedule, '2026-10-03T12:00Z', '2026-10-04T12:00Z')).toEqual(['2026-10-03T15:15']);
  const doubled = duesOf(schedule, '2026-04-04T12:00Z', '2026-04-05T12:00Z');
  expect(doubled.map(({ dueMs, lastDueMs }) => [minute(dueMs), minute(lastDueMs)])).toEqual([
    ['2026-04-04T14:45', '2026-04-04T15:15'],
    ['2026-04-04T15:45', '2026-04-04T15:45'],
  ]);
});

describe('no run is predicted', () => {
  test.each<[string, Schedule]>([
    [
      'of an interval without an anchor',
      scheduleOf('UTC', undocumented, { kind: 'interval', track: 'log', every: 900, unit: 'seconds', anchorAt: null }),
    ],
    ['of times of day without a zone', scheduleOf(null, undocumented, daily('02:30'))],
    ['of times of day in an unknown zone', scheduleOf('Europe/Nowhere', undocumented, daily('02:30'))],
    [
      'after another plan',
      scheduleOf('UTC', undocumented, { kind: 'after', track: 'copy', plan: { id: 'p', name: null } }),
    ],
    ['of what runs all the time', scheduleOf('UTC', undocumented, { kind: 'continuous', track: 'copy' })],
    ['of what runs by hand', scheduleOf('UTC', undocumented, { kind: 'none', track: 'backup' })],
  ])('%s', (_, schedule) => {
    expect(duesOf(schedule, '2026-01-01T00:00Z', '2027-01-01T00:00Z')).toEqual([]);
    expect(expandSchedule(schedule).nextAfter(0)).toBeNull();
  });
});

test('the runs of several rules are in one order, each with its track', () => {
  const schedule = scheduleOf('UTC', undocumented, daily('08:00'), { ...daily('04:00', '12:00'), track: 'snapshot' });
  const dues = duesOf(schedule, '2026-03-02T00:00Z', '2026-03-03T00:00Z');
  expect(dues.map(({ track, dueMs }) => `${minute(dueMs).slice(11)} ${track}`)).toEqual([
    '04:00 snapshot',
    '08:00 backup',
    '12:00 snapshot',
  ]);
});

test.each([
  ['2026-03-02T02:29Z', daily('02:30'), '2026-03-02T02:30'],
  ['2026-03-02T02:30Z', daily('02:30'), '2026-03-03T02:30'],
  ['2026-03-02T02:30Z', onDays({ kind: 'days-of-month', days: [29] }, [2]), '2028-02-29T02:30'],
  ['2096-03-02T02:30Z', onDays({ kind: 'days-of-month', days: [29] }, [2]), '2104-02-29T02:30'],
])('after %s the next run of %j is due at %s', (at, rule, next) => {
  const due = expandSchedule(scheduleOf('UTC', undocumented, rule)).nextAfter(Date.parse(at));
  expect(due === null ? null : minute(due.dueMs)).toBe(next);
});
