import { expect, test } from 'vitest';
import { instantsOf, minutesOf } from './zone.ts';

const shown = (timeZone: string, date: string, time: string): string[] => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return instantsOf({ year, month, day }, time, timeZone).map((atMs) => new Date(atMs).toISOString());
};

test.each([
  ['UTC', '2026-03-29', '02:30', ['2026-03-29T02:30:00.000Z']],
  ['Europe/Berlin', '2026-03-28', '02:30', ['2026-03-28T01:30:00.000Z']],
  ['Europe/Berlin', '2026-03-29', '02:30', []],
  ['Europe/Berlin', '2026-03-29', '03:00', ['2026-03-29T01:00:00.000Z']],
  ['Europe/Berlin', '2026-10-25', '02:30', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
  ['America/New_York', '2026-03-08', '02:30', []],
  ['America/New_York', '2026-11-01', '01:30', ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z']],
  ['Asia/Kolkata', '2026-06-01', '00:15', ['2026-05-31T18:45:00.000Z']],
  ['Australia/Lord_Howe', '2026-04-05', '01:45', ['2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z']],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', []],
  ['Pacific/Auckland', '2026-12-31', '23:00', ['2026-12-31T10:00:00.000Z']],
])('clocks of %s on %s show %s at %j', (timeZone, date, time, instants) => {
  expect(shown(timeZone, date, time)).toEqual(instants);
});

test('what is no time of day and no zone is refused', () => {
  expect(() => minutesOf('24:00')).toThrow('not a time of day: 24:00');
  expect(() => shown('Mars/Olympus', '2026-01-01', '00:00')).toThrow(RangeError);
});
