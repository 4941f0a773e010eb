import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { type DurationForm, formatDuration, parseDuration } from './duration.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const hundredYearsMs = 36_525 * dayMs;
const forms = [
  'timespan',
  'iso',
  'timespan-or-iso',
  'decimal-hours',
  'seconds',
  'milliseconds',
  'timespan-or-milliseconds',
] as const satisfies readonly DurationForm[];

describe('the forms that the vendors send', () => {
  test.each<[DurationForm, unknown, number]>([
    ['timespan', '00:20:23.0896697', 1_223_089],
    ['timespan', '00:00:43.1809140', 43_180],
    ['timespan', '00:01:17.8237000', 77_823],
    ['timespan', '00:02:11.9724387', 131_972],
    ['timespan', '00:00:00', 0],
    ['timespan', '1.02:03:04.5', dayMs + 2 * hourMs + 3 * minuteMs + 4_500],
    ['timespan', '1.02:03:04.5000000', dayMs + 2 * hourMs + 3 * minuteMs + 4_500],
    ['timespan', '0:00:01.863098', 1_863],
    ['timespan', '23:59:59.9999999', dayMs - 1],
    ['timespan', '36525.00:00:00', hundredYearsMs],
    ['iso', 'PT12.4272909S', 12_427],
    ['iso', 'PT0S', 0],
    ['iso', 'P1DT2H', dayMs + 2 * hourMs],
    ['iso', 'P4W', 28 * dayMs],
    ['iso', 'PT20M23.0896697S', 1_223_089],
    ['iso', 'PT20M23,0896697S', 1_223_089],
    ['iso', 'PT1.5H', 90 * minuteMs],
    ['iso', 'P0,5D', 12 * hourMs],
    ['iso', 'PT90M', 90 * minuteMs],
    ['iso', 'PT100000S', 100_000_000],
    ['iso', 'P0Y0M1D', dayMs],
    ['iso', 'P0Y', 0],
    ['timespan-or-iso', '00:20:23.0896697', 1_223_089],
    ['timespan-or-iso', 'PT20M23.0896697S', 1_223_089],
    ['decimal-hours', '0.011', 39_600],
    ['decimal-hours', '0.014', 50_400],
    ['decimal-hours', '0.5', 30 * minuteMs],
    ['decimal-hours', 0.011, 39_600],
    ['decimal-hours', 5e-7, 1],
    ['decimal-hours', '0', 0],
    ['seconds', 98, 98_000],
    ['seconds', '98', 98_000],
    ['seconds', '1.2349', 1_234],
    ['seconds', 4.35, 4_350],
    ['milliseconds', 77_823, 77_823],
    ['milliseconds', '77823', 77_823],
    ['milliseconds', -0, 0],
    ['timespan-or-milliseconds', '00:01:17.8237000', 77_823],
    ['timespan-or-milliseconds', 77_823, 77_823],
    ['timespan-or-milliseconds', '77823', 77_823],
  ])('%s: %j', (form, value, milliseconds) => {
    expect(parseDuration(value, form)).toStrictEqual({ kind: 'duration', milliseconds });
  });
});

test.each<[DurationForm, unknown]>([
  ['timespan', '-00:00:01'],
  ['timespan', '24:00:00'],
  ['timespan', '00:60:00'],
  ['timespan', '00:00:60'],
  ['timespan', '00:01'],
  ['timespan', '1:2:3'],
  ['timespan', '1:02:03:04'],
  ['timespan', '.02:03:04'],
  ['timespan', '00:00:01.'],
  ['timespan', '00:00:01,5'],
  ['timespan', ' 00:00:01'],
  ['timespan', '00:00:01\n'],
  ['timespan', '36525.00:00:00.001'],
  ['timespan', '10675199.02:48:05.4775807'],
  ['timespan', 'PT1S'],
  ['timespan', 98],
  ['iso', 'P'],
  ['iso', 'PT'],
  ['iso', 'P1DT'],
  ['iso', '1D'],
  ['iso', 'pt1s'],
  ['iso', '-PT1S'],
  ['iso', 'PT-1S'],
  ['iso', 'P1Y'],
  ['iso', 'P1M'],
  ['iso', 'P0.1Y'],
  ['iso', 'P0Y1M2D'],
  ['iso', 'P1.5DT2H'],
  ['iso', 'PT1.5H30M'],
  ['iso', 'PT1.2.3S'],
  ['iso', 'PT.5S'],
  ['iso', 'PT5.S'],
  ['iso', 'PT1S2M'],
  ['iso', 'PT1D'],
  ['iso', 'P5000000W'],
  ['iso', '00:00:01'],
  ['timespan-or-iso', '98'],
  ['timespan-or-iso', 98],
  ['decimal-hours', '0,011'],
  ['decimal-hours', '-0.5'],
  ['decimal-hours', '0.5 h'],
  ['decimal-hours', '00:20:23'],
  ['decimal-hours', 1e300],
  ['decimal-hours', '1e999'],
  ['seconds', -1],
  ['seconds', '1,000'],
  ['seconds', '.5'],
  ['seconds', '0x10'],
  ['seconds', 3_155_760_001],
  ['milliseconds', 1.5],
  ['milliseconds', '1.5'],
  ['milliseconds', '-1'],
  ['milliseconds', hundredYearsMs + 1],
  ['timespan-or-milliseconds', 'PT1S'],
  ['timespan-or-milliseconds', -1],
])('unreadable as %s: %j', (form, value) => {
  expect(parseDuration(value, form)).toEqual({ kind: 'unreadable' });
});

test.each(forms)('no duration in any case, as %s', (form) => {
  for (const value of [null, undefined, '', ' ', 'N/A', Number.NaN, Number.POSITIVE_INFINITY, true, 5n, [], {}]) {
    expect(parseDuration(value, form)).toEqual({ kind: 'unreadable' });
  }
  expect(parseDuration('1'.repeat(100_000), form)).toEqual({ kind: 'unreadable' });
});

describe('formatDuration', () => {
  test.each([
    [0, 'PT0S'],
    [0.9, 'PT0S'],
    [1, 'PT0.001S'],
    [1_223_089, 'PT20M23.089S'],
    [dayMs + 2 * hourMs + 3 * minuteMs + 4_500, 'P1DT2H3M4.5S'],
    [28 * dayMs, 'P28D'],
    [hourMs, 'PT1H'],
    [dayMs + minuteMs, 'P1DT1M'],
    [-1_500, '-PT1.5S'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%d has no form', (milliseconds) => {
    expect(() => formatDuration(milliseconds)).toThrow(RangeError);
  });
});

describe('properties', () => {
  const milliseconds = fc.integer({ min: 0, max: hundredYearsMs });
  const writeTimespan = (ms: number): string => {
    const days = Math.trunc(ms / dayMs);
    return `${days === 0 ? '' : `${days}.`}${new Date(ms % dayMs).toISOString().slice(11, 23)}`;
  };

  propertyTest.prop([milliseconds, fc.stringMatching(/^\d{0,4}$/)])(
    'a timespan of up to 7 digits comes back to the same millisecond',
    (ms, finerDigits) => {
      for (const form of ['timespan', 'timespan-or-iso', 'timespan-or-milliseconds'] as const) {
        const text = `${writeTimespan(ms)}${ms === hundredYearsMs ? '' : finerDigits}`;
        expect(parseDuration(text, form)).toEqual({ kind: 'duration', milliseconds: ms });
      }
    },
  );

  propertyTest.prop([milliseconds])('what formatDuration writes is read as the same millisecond', (ms) => {
    for (const form of ['iso', 'timespan-or-iso'] as const) {
      expect(parseDuration(formatDuration(ms), form)).toEqual({ kind: 'duration', milliseconds: ms });
    }
  });

  propertyTest.prop([milliseconds])('milliseconds and seconds, as numbers and as text, come back exactly', (ms) => {
    const secondsText = `${Math.trunc(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}`;
    const expected = { kind: 'duration', milliseconds: ms };
    expect(parseDuration(ms, 'milliseconds')).toEqual(expected);
    expect(parseDuration(String(ms), 'timespan-or-milliseconds')).toEqual(expected);
    expect(parseDuration(secondsText, 'seconds')).toEqual(expected);
    expect(parseDuration(Number(secondsText), 'seconds')).toEqual(expected);
  });

  propertyTest.prop([fc.integer({ min: 0, max: 876_600_000 })])('thousandths of an hour are exactly 3.6 s', (count) => {
    const text = `${Math.trunc(count / 1000)}.${String(count % 1000).padStart(3, '0')}`;
    const expected = { kind: 'duration', milliseconds: count * 3_600 };
    expect(parseDuration(text, 'decimal-hours')).toEqual(expected);
    expect(parseDuration(Number(text), 'decimal-hours')).toEqual(expected);
  });

  const count = fc.option(fc.nat({ max: 999 }));
  propertyTest.prop([count, count, count, count, count])('ISO parts add up', (weeks, days, hours, minutes, seconds) => {
    const write = (value: number | null, letter: string): string => (value === null ? '' : `${value}${letter}`);
    const time = `${write(hours, 'H')}${write(minutes, 'M')}${write(seconds, 'S')}`;
    const text = `P${write(weeks, 'W')}${write(days, 'D')}${time && `T${time}`}`;
    const sum =
      ((weeks ?? 0) * 7 + (days ?? 0)) * dayMs +
      (hours ?? 0) * hourMs +
      (minutes ?? 0) * minuteMs +
      (seconds ?? 0) * secondMs;
    const expected = text === 'P' ? { kind: 'unreadable' } : { kind: 'duration', milliseconds: sum };
    expect(parseDuration(text, 'iso')).toEqual(expected);
  });

  propertyTest.prop([milliseconds.filter((ms) => ms > 0)])('no negative duration is read', (ms) => {
    for (const text of [`-${writeTimespan(ms)}`, formatDuration(-ms), String(-ms), -ms]) {
      for (const form of forms) expect(parseDuration(text, form)).toEqual({ kind: 'unreadable' });
    }
  });

  const nearMiss = fc.oneof(fc.double(), fc.double().map(String), fc.stringMatching(/^[-P\dDT:.,HMSWYe+]{1,70}$/));
  const anyInput = fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: true }), fc.string(), nearMiss);
  propertyTest.prop([anyInput, fc.constantFrom(...forms)])(
    'no input throws, and what is read is whole, non-negative and at most 100 years',
    (value, form) => {
      const result = parseDuration(value, form);
      const isInRange =
        result.kind === 'unreadable' ||
        (Number.isInteger(result.milliseconds) && result.milliseconds >= 0 && result.milliseconds <= hundredYearsMs);
      expect(isInRange).toBe(true);
    },
  );
});
