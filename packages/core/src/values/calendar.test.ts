import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { dayToMs, isDay, isTime, writeInstantOf } from './calendar.ts';

const date = fc.date({
  min: new Date('0000-01-01T00:00:00.000Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

property.prop([date])('an instant is written as Date writes it', (instant) => {
  expect(writeInstantOf(instant.getTime())).toBe(instant.toISOString());
});

property.prop([date])('a day begins when Date says so', (instant) => {
  const midnight = Date.parse(`${instant.toISOString().slice(0, 10)}T00:00:00.000Z`);
  expect(dayToMs(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate())).toBe(midnight);
});

test.each([
  [2024, 2, 29, true],
  [2000, 2, 29, true],
  [1900, 2, 29, false],
  [2023, 2, 29, false],
  [2023, 4, 31, false],
  [2023, 12, 31, true],
  [2023, 13, 1, false],
  [2023, 0, 1, false],
  [2023, 1, 0, false],
  [-1, 1, 1, false],
])('whether the calendar has %d-%d-%d: %s', (year, month, day, expected) => {
  expect(isDay(year, month, day)).toBe(expected);
});

test('a time ends a second before midnight', () => {
  expect(isTime(23, 59, 59)).toBe(true);
  for (const [hour, minute, second] of [
    [24, 0, 0],
    [0, 60, 0],
    [0, 0, 60],
    [-1, 0, 0],
  ] as const) {
    expect(isTime(hour, minute, second)).toBe(false);
  }
});
