import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { parseInstant } from './instant.ts';

const azureNeverBackedUp = '2001-01-01T00:00:00Z';

describe('the forms that the vendors send', () => {
  test.each([
    ['7 digits, cut and not rounded', '2018-05-21T08:35:40.9488967Z', '2018-05-21T08:35:40.948Z'],
    ['7 digits', '2018-05-21T08:56:04.0385664Z', '2018-05-21T08:56:04.038Z'],
    ['6 digits', '2020-02-03T18:10:48.296012Z', '2020-02-03T18:10:48.296Z'],
    ['6 digits that would round up', '2020-02-07T12:22:22.046855Z', '2020-02-07T12:22:22.046Z'],
    ['5 digits, a zero trimmed', '2020-02-07T09:55:10.63284Z', '2020-02-07T09:55:10.632Z'],
    ['4 digits, zeros trimmed', '2020-02-07T10:23:35.3557Z', '2020-02-07T10:23:35.355Z'],
    ['4 digits, zeros trimmed', '2020-02-06T19:10:19.6246Z', '2020-02-06T19:10:19.624Z'],
    ['milliseconds', '2018-12-07T08:30:00.767Z', '2018-12-07T08:30:00.767Z'],
    ['whole seconds', '2024-12-02T07:52:25Z', '2024-12-02T07:52:25.000Z'],
    ['an offset east, 7 digits', '2018-10-12T01:37:05.2423906+03:00', '2018-10-11T22:37:05.242Z'],
    ['an offset east, no fraction', '2018-12-08T00:30:00+03:00', '2018-12-07T21:30:00.000Z'],
    ['an offset west', '2016-11-01T10:35:28.0000000-07:00', '2016-11-01T17:35:28.000Z'],
  ])('%s: %s', (_form, text, instant) => {
    expect(parseInstant(text)).toEqual({ kind: 'instant', instant, zone: 'given' });
  });

  test.each([
    ['1 digit', '2020-01-01T00:00:00.9Z', '2020-01-01T00:00:00.900Z'],
    ['9 digits', '2020-01-01T00:00:00.999999999Z', '2020-01-01T00:00:00.999Z'],
    ['a space for the T', '2020-01-01 12:00:00Z', '2020-01-01T12:00:00.000Z'],
    ['lower case, as RFC 3339 allows', '2020-01-01t12:00:00z', '2020-01-01T12:00:00.000Z'],
    ['minus zero', '2020-01-01T12:00:00-00:00', '2020-01-01T12:00:00.000Z'],
    ['before 1970, still cut downwards', '1969-12-31T23:59:59.9999Z', '1969-12-31T23:59:59.999Z'],
    ['.NET’s last instant', '9999-12-31T23:59:59.9999999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s: %s', (_form, text, instant) => {
    expect(parseInstant(text)).toEqual({ kind: 'instant', instant, zone: 'given' });
  });

  test('without a zone it is UTC, and says so', () => {
    const expected = { kind: 'instant', instant: '2024-12-02T07:52:25.123Z', zone: 'assumed-utc' };
    expect(parseInstant('2024-12-02T07:52:25.1239')).toEqual(expected);
    expect(parseInstant('2024-12-02 07:52:25.1239')).toEqual(expected);
  });
});

describe('never', () => {
  test.each([
    '0001-01-01T00:00:00',
    '0001-01-01T00:00:00Z',
    '0001-01-01T00:00:00.0000000Z',
    '0001-01-01T00:00:00+03:00',
    '0001-01-01T00:00:00.0000000-08:00',
    '0001-12-31T23:59:59.9999999-12:00',
    '0002-01-01T00:00:00+00:01',
    '0000-06-01T00:00:00Z',
    '0000-00-00T00:00:00Z',
    '0000-12-31T23:00:00-05:00',
    '9999-12-31T23:59:59-07:00',
  ])('an empty date and the end of all dates are never: %s', (text) => {
    expect(parseInstant(text)).toEqual({ kind: 'never' });
  });

  test.each([azureNeverBackedUp, '2001-01-01T00:00:00', '2001-01-01T00:00:00.0000000Z', '2001-01-01T02:00:00+02:00'])(
    'a sentinel is never in each of its forms: %s',
    (text) => {
      expect(parseInstant(text, { sentinels: [azureNeverBackedUp] })).toEqual({ kind: 'never' });
      expect(parseInstant(text).kind).toBe('instant');
    },
  );

  test('a millisecond beside a sentinel is an instant, and a sentinel that cannot be read matches nothing', () => {
    const sentinels = [azureNeverBackedUp, 'never', ''];
    expect(parseInstant('2001-01-01T00:00:00.001Z', { sentinels }).kind).toBe('instant');
    expect(parseInstant('never', { sentinels })).toEqual({ kind: 'unreadable' });
  });
});

test.each([
  ['no leap year', '2019-02-29T00:00:00Z'],
  ['no leap year in 1900', '1900-02-29T00:00:00Z'],
  ['Feb 30', '2020-02-30T00:00:00Z'],
  ['Feb 30 of year 0001', '0001-02-30T00:00:00Z'],
  ['April 31', '2020-04-31T00:00:00Z'],
  ['day 0', '2020-01-00T00:00:00Z'],
  ['month 0', '2020-00-01T00:00:00Z'],
  ['month 13', '2020-13-01T00:00:00Z'],
  ['hour 24', '2020-01-01T24:00:00Z'],
  ['hour 25', '2020-01-01T25:00:00Z'],
  ['minute 61', '2020-01-01T00:61:00Z'],
  ['second 60', '2016-12-31T23:59:60Z'],
  ['offset 99:99', '2020-01-01T00:00:00+99:99'],
  ['offset 24:00', '2020-01-01T00:00:00+24:00'],
  ['offset minute 60', '2020-01-01T00:00:00+01:60'],
  ['year of five digits', '12020-01-01T00:00:00Z'],
  ['signed year', '+002020-01-01T00:00:00Z'],
  ['date only', '2024-01-01'],
  ['no seconds', '2024-01-01T00:00Z'],
  ['a point without digits', '2024-01-01T00:00:00.Z'],
  ['10 fraction digits', '2024-01-01T00:00:00.0000000000Z'],
  ['two spaces', '2024-01-01  00:00:00Z'],
  ['a space around it', ' 2024-01-01T00:00:00Z'],
  ['a line break after it', '2024-01-01T00:00:00Z\n'],
  ['an offset without colon', '2024-01-01T00:00:00+0300'],
  ['12-hour clock', '2019-05-20 01:38:04 PM'],
  ['digits of another script', '٢٠٢٤-01-01T00:00:00Z'],
  ['empty', ''],
  ['a word', 'N/A'],
  ['very long', `2024-01-01T00:00:00.${'0'.repeat(100_000)}Z`],
  ['null', null],
  ['absent', undefined],
  ['a number', 1_700_000_000_000],
  ['a Date', new Date(0)],
  ['a list', ['2024-01-01T00:00:00Z']],
])('unreadable: %s', (_case, value) => {
  expect(parseInstant(value)).toEqual({ kind: 'unreadable' });
});

describe('properties', () => {
  const epochSecond = fc.integer({
    min: Date.parse('0002-01-02T00:00:00Z') / 1000,
    max: Date.parse('9999-12-30T23:59:59Z') / 1000,
  });
  const fractionDigits = fc.stringMatching(/^\d{0,9}$/);
  const offsetMinutes = fc.integer({ min: -(24 * 60 - 1), max: 24 * 60 - 1 });
  const writeOffset = (minutes: number): string => {
    const [hour, minute] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    return `${minutes < 0 ? '-' : '+'}${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  };

  propertyTest.prop([epochSecond, fractionDigits, fc.option(offsetMinutes), fc.constantFrom('T', ' ')])(
    'any instant, written with any fraction, offset and separator, comes back to the same millisecond',
    (second, digits, offset, separator) => {
      const [day, time] = new Date((second + (offset ?? 0) * 60) * 1000).toISOString().slice(0, 19).split('T');
      const text = `${day}${separator}${time}${digits && `.${digits}`}${offset === null ? '' : writeOffset(offset)}`;
      const expected = new Date(second * 1000 + Number(`${digits}000`.slice(0, 3))).toISOString();
      const zone = offset === null ? 'assumed-utc' : 'given';
      expect(parseInstant(text)).toEqual({ kind: 'instant', instant: expected, zone });
    },
  );

  propertyTest.prop([
    fc.date({ min: new Date('0002-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }),
  ])('what Date writes is read as it stands', (date) => {
    const instant = date.toISOString();
    expect(parseInstant(instant)).toEqual({ kind: 'instant', instant, zone: 'given' });
    expect(parseInstant(instant, { sentinels: [instant] })).toEqual({ kind: 'never' });
  });

  propertyTest.prop([
    fc.integer({ min: 2, max: 9999 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
    fc.integer({ min: 0, max: 25 }),
    fc.integer({ min: 0, max: 61 }),
  ])('a date and time is readable exactly when the calendar has it', (year, month, day, hour, minute) => {
    const two = (part: number): string => String(part).padStart(2, '0');
    const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00Z`;
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const days = [0, 31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0][month] ?? 0;
    const exists = day >= 1 && day <= days && hour <= 23 && minute <= 59;
    expect(parseInstant(text).kind).toBe(exists ? 'instant' : 'unreadable');
  });

  propertyTest.prop([fc.stringMatching(/^0001-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3])(:[0-5]\d){2}$/)])(
    'the whole year 0001 is never',
    (text) => {
      for (const zone of ['', 'Z', '+14:00', '-23:59', '.1234567+03:00']) {
        expect(parseInstant(`${text}${zone}`)).toEqual({ kind: 'never' });
      }
    },
  );

  const nearMiss = fc.stringMatching(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/);
  const anyInput = fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: true }), fc.string(), nearMiss);
  propertyTest.prop([anyInput, fc.array(fc.oneof(fc.string(), nearMiss), { maxLength: 3 })])(
    'no input throws, and what is read has the one form that we write',
    (value, sentinels) => {
      const result = parseInstant(value, { sentinels });
      expect(['instant', 'never', 'unreadable']).toContain(result.kind);
      if (result.kind === 'instant') expect(result.instant).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    },
  );
});
