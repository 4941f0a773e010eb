import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tolerant } from '../wire/wire.ts';
import {
  asRead,
  combine,
  readCount,
  readDuration,
  readInstant,
  readPercent,
  readSize,
  readText,
  readWord,
} from './reading.ts';

const missing = { value: null, provenance: 'missing' };

describe('an instant that no backup can have', () => {
  test.each([
    '0001-01-01T00:00:00Z',
    '0000-00-00 00:00:00',
    '1601-01-01T00:00:00Z',
    '1753-01-01T00:00:00.000',
    '1899-12-30T00:00:00+01:00',
    '1900-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '1970-01-01T00:00:00.000Z',
    '1970-01-01T01:00:00+01:00',
    '1980-01-01T00:00:00',
    '1989-12-31T23:59:59.999Z',
    '2200-01-01T00:00:00Z',
    '2262-04-11T23:47:16.854Z',
    '9999-12-31T23:59:59.9999999Z',
    '9999-12-31T23:59:59-07:00',
  ])('%s is none, and is said to be missing', (text) => {
    expect(readInstant(text)).toEqual(missing);
  });

  test.each(['1990-01-01T00:00:00Z', '2001-01-01T00:00:00Z', '2199-12-31T23:59:59.999Z'])(
    '%s is one, as long as the vendor does not mean never by it',
    (text) => {
      expect(readInstant(text).value).toBe(new Date(text).toISOString());
      expect(readInstant(text, [text])).toEqual(missing);
    },
  );

  propertyTest.prop([
    fc.date({ min: new Date('0002-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
  ])('is any before 1990 and any from 2200 on', (date) => {
    const year = date.getUTCFullYear();
    const { value } = readInstant(date.toISOString());
    expect(value).toBe(year >= 1990 && year < 2200 ? date.toISOString() : null);
  });
});

const word = (text: string) => (text === 'Done' ? ('succeeded' as const) : undefined);

describe('a value of a vendor', () => {
  test.each([null, undefined])('that is %s is missing, whatever is to be read of it', (value) => {
    for (const reading of [
      readText(value),
      readInstant(value),
      readCount(value),
      readSize(value),
      readPercent(value),
    ]) {
      expect(reading).toEqual(missing);
    }
    expect(readDuration(value, 'seconds')).toEqual(missing);
    expect(readWord(value, word, 'unknown')).toEqual({ value: 'unknown', provenance: 'missing' });
  });

  test('in a form that cannot be read is null, and an anomaly', () => {
    const broken = tolerant(z.string()).parse({ nested: true });
    const unreadable = { value: null, provenance: 'unreadable', anomalies: ['unreadable-value'] };
    expect(readText(broken)).toEqual(unreadable);
    expect(readInstant(broken)).toEqual(unreadable);
    expect(readInstant('soon')).toEqual(unreadable);
    expect(readDuration('long', 'seconds')).toEqual(unreadable);
    expect(readSize('much')).toEqual(unreadable);
    for (const count of ['1.5', '-1', 'many', 1.5, -1, Number.NaN]) expect(readCount(count)).toEqual(unreadable);
    for (const percent of [-1, 100.1, Number.NaN]) expect(readPercent(percent)).toEqual(unreadable);
  });
});

test('an empty text is none', () => {
  expect(readText('')).toEqual(missing);
  expect(readText(' ')).toEqual({ value: ' ' });
});

test('a word of no table is kept for unknown, and was read', () => {
  expect(readWord('Done', word, 'unknown')).toEqual({ value: 'succeeded' });
  expect(readWord('Exploded', word, 'unknown')).toEqual({ value: 'unknown' });
});

test('a time without a zone is an inference', () => {
  expect(readInstant('2026-03-01T10:00:00')).toEqual({ value: '2026-03-01T10:00:00.000Z', provenance: 'inferred' });
});

test('a size with a unit is computed, a plain number of bytes was read', () => {
  expect(readSize(1024)).toEqual({ value: 1024 });
  expect(readSize('1 KB')).toEqual({ value: 1024, provenance: 'computed' });
  expect(readSize(1, 'KB')).toEqual({ value: 1024, provenance: 'computed' });
});

test('a count is a whole number, also in digits', () => {
  expect(readCount(' 12 ')).toEqual({ value: 12 });
  expect(readCount(0)).toEqual({ value: 0 });
});

describe('several readings as one', () => {
  const unreadable = readCount('many');

  test('are unreadable where a part is, with each anomaly once', () => {
    expect(combine('whole', [unreadable, unreadable, asRead(1)])).toEqual({
      value: 'whole',
      provenance: 'unreadable',
      anomalies: ['unreadable-value'],
    });
  });

  test('were read where no part is worse than missing', () => {
    expect(combine('whole', [readCount(1), readCount(null)])).toEqual({ value: 'whole' });
    expect(combine('whole', [])).toEqual({ value: 'whole' });
  });

  test('keep an anomaly of a part that could be read', () => {
    const odd = { value: 1, anomalies: ['counts-disagree' as const] };
    expect(combine(1, [odd])).toEqual({ value: 1, anomalies: ['counts-disagree'] });
  });
});
