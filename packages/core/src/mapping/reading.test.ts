import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readInstant } from './reading.ts';

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
