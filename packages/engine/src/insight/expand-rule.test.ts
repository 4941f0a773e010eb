import type { ScheduleRule } from '@crossvault/core';
import { describe, expect, test } from 'vitest';
import { daily, duesOf, instants, minute, onDays, scheduleOf, undocumented } from './testing/make-schedule.ts';

describe('days of the calendar', () => {
  test.each<[string, ScheduleRule, string, string, string[]]>([
    [
      'the 31st is left out where a month has none',
      onDays({ kind: 'days-of-month', days: [31] }),
      '2026-03-01',
      '2026-08-01',
      ['03-31', '05-31', '07-31'],
    ],
    [
      'the 29th and 30th are left out in February',
      onDays({ kind: 'days-of-month', days: [30, 29] }),
      '2026-01-28',
      '2026-03-31',
      ['01-29', '01-30', '03-29', '03-30'],
    ],
    [
      '29 February comes every four years',
      onDays({ kind: 'days-of-month', days: [29] }, [2]),
      '2027-01-01',
      '2029-01-01',
      ['02-29'],
    ],
    [
      'the last day is the 28th, the 29th, the 30th or the 31st',
      onDays({ kind: 'last-day-of-month' }),
      '2028-01-01',
      '2028-05-01',
      ['01-31', '02-29', '03-31', '04-30'],
    ],
    [
      'the last day of some months',
      onDays({ kind: 'last-day-of-month' }, [2, 12]),
      '2026-01-01',
      '2027-01-01',
      ['02-28', '12-31'],
    ],
    [
      'the first Monday',
      onDays({ kind: 'weekday-of-month', position: 'first', weekday: 'monday' }),
      '2026-05-01',
      '2026-08-01',
      ['05-04', '06-01', '07-06'],
    ],
    [
      'the fourth Thursday',
      onDays({ kind: 'weekday-of-month', position: 'fourth', weekday: 'thursday' }, [11]),
      '2026-01-01',
      '2027-01-01',
      ['11-26'],
    ],
    [
      'the last Sunday',
      onDays({ kind: 'weekday-of-month', position: 'last', weekday: 'sunday' }),
      '2026-01-01',
      '2026-04-01',
      ['01-25', '02-22', '03-29'],
    ],
    [
      'weekdays',
      onDays({ kind: 'weekdays', weekdays: ['saturday', 'monday'] }),
      '2026-02-26',
      '2026-03-08',
      ['02-28', '03-02', '03-07'],
    ],
  ])('%s', (_, rule, from, until, days) => {
    const found = instants(scheduleOf('UTC', undocumented, rule), `${from}T00:00Z`, `${until}T00:00Z`);
    expect(found.map((instant) => instant.slice(5, 10))).toEqual(days);
  });

  test('a day is a day of the zone: 00:30 on the last day of the month may be the day before in UTC', () => {
    const rule: ScheduleRule = {
      ...daily('00:30'),
      kind: 'calendar',
      track: 'backup',
      times: ['00:30'],
      days: { kind: 'last-day-of-month' },
      months: null,
    };
    expect(
      instants(scheduleOf('Pacific/Auckland', undocumented, rule), '2026-06-01T00:00Z', '2026-07-02T00:00Z'),
    ).toEqual(['2026-06-29T12:30']);
  });
});

describe('a window', () => {
  const window: ScheduleRule = {
    kind: 'window-interval',
    track: 'backup',
    everySeconds: 4 * 3600,
    windowStart: '20:00',
    windowSeconds: 12 * 3600,
    weekdays: null,
  };

  test('across midnight holds the runs of the next day, the one at its very end too', () => {
    const found = instants(scheduleOf('UTC', undocumented, window), '2026-03-02T12:00Z', '2026-03-03T12:00Z');
    expect(found).toEqual(['2026-03-02T20:00', '2026-03-03T00:00', '2026-03-03T04:00', '2026-03-03T08:00']);
  });

  test('opens on its days, and its last runs belong to the day after', () => {
    const friday: ScheduleRule = { ...window, weekdays: ['friday'] };
    const found = instants(scheduleOf('UTC', undocumented, friday), '2026-03-02T00:00Z', '2026-03-09T00:00Z');
    expect(found).toEqual(['2026-03-06T20:00', '2026-03-07T00:00', '2026-03-07T04:00', '2026-03-07T08:00']);
  });

  test.each([
    ['2026-03-28T12:00Z', ['2026-03-28T19:00', '2026-03-28T23:00', '2026-03-29T02:00', '2026-03-29T06:00']],
    ['2026-10-24T12:00Z', ['2026-10-24T18:00', '2026-10-24T22:00', '2026-10-25T03:00', '2026-10-25T07:00']],
  ])(
    'across a change of clocks, from %s on, follows clocks, and what is behind the change is not certain',
    (from, expected) => {
      const until = new Date(Date.parse(from) + 86_400_000).toISOString();
      const dues = duesOf(scheduleOf('Europe/Berlin', undocumented, window), from, until);
      expect(dues.map(({ dueMs }) => minute(dueMs))).toEqual(expected);
      expect(dues.map(({ isCertain }) => isCertain)).toEqual([true, true, false, false]);
    },
  );

  test('whose interval does not divide it ends with the last run within it', () => {
    const five: ScheduleRule = { ...window, everySeconds: 5 * 3600 };
    const found = instants(scheduleOf('UTC', undocumented, five), '2026-03-02T12:00Z', '2026-03-03T19:00Z');
    expect(found).toEqual(['2026-03-02T20:00', '2026-03-03T01:00', '2026-03-03T06:00']);
  });
});

describe('an interval', () => {
  const anchorAt = '2026-03-28T00:00:00.000Z';

  test('that does not divide a day continues from its anchor across changes of clocks', () => {
    const rule: ScheduleRule = { kind: 'interval', track: 'backup', every: 7 * 3600, unit: 'seconds', anchorAt };
    expect(instants(scheduleOf('Europe/Berlin', undocumented, rule), '2026-03-28T20:00Z', '2026-03-29T18:00Z')).toEqual(
      ['2026-03-28T21:00', '2026-03-29T04:00', '2026-03-29T11:00'],
    );
  });

  test('of days keeps the time of day of its anchor', () => {
    const rule: ScheduleRule = { kind: 'interval', track: 'backup', every: 2, unit: 'days', anchorAt };
    expect(instants(scheduleOf('Europe/Berlin', undocumented, rule), '2026-03-28T00:00Z', '2026-04-02T00:00Z')).toEqual(
      ['2026-03-28T00:00', '2026-03-29T23:00', '2026-03-31T23:00'],
    );
  });

  test('begins with its anchor', () => {
    const rule: ScheduleRule = { kind: 'interval', track: 'log', every: 86_400, unit: 'seconds', anchorAt };
    expect(instants(scheduleOf(null, undocumented, rule), '2026-03-01T00:00Z', '2026-03-29T00:00Z')).toEqual([
      '2026-03-28T00:00',
    ]);
  });
});
