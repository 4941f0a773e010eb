import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { parseSize, type SizeUnit } from './size.ts';

const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB'] as const satisfies readonly SizeUnit[];

describe('the forms that the vendors send', () => {
  test.each<[unknown, SizeUnit | undefined, number]>([
    ['2332 MB', undefined, 2_445_279_232],
    ['0 GB', undefined, 0],
    [67_325_952, undefined, 67_325_952],
    [90_541_989_888, undefined, 90_541_989_888],
    ['67325952', undefined, 67_325_952],
    [0, undefined, 0],
    ['2332', 'MB', 2_445_279_232],
    [2332, 'MB', 2_445_279_232],
    ['0', 'MB', 0],
    ['0.5', 'MB', 524_288],
    [0.5, 'MB', 524_288],
    ['1.5 TB', undefined, 1_649_267_441_664],
    ['512 KB', undefined, 524_288],
    ['10 Bytes', undefined, 10],
    ['1 byte', undefined, 1],
    ['10 B', undefined, 10],
    ['10.0 B', undefined, 10],
    ['3 MiB', undefined, 3_145_728],
    ['3 PB', undefined, 3 * 1024 ** 5],
    ['0.001 EB', undefined, 1_152_921_504_606_847],
    ['2332MB', undefined, 2_445_279_232],
    ['2332 mb', undefined, 2_445_279_232],
    ['1,024 MB', undefined, 1_073_741_824],
    ['1,234,567', undefined, 1_234_567],
    ['1,024.5 KB', undefined, 1_049_088],
    ['0.3 KB', undefined, 307],
    ['0.7 KB', undefined, 717],
    ['5 GB', 'MB', 5_368_709_120],
    [Number.MAX_SAFE_INTEGER, undefined, Number.MAX_SAFE_INTEGER],
    [String(Number.MAX_SAFE_INTEGER), undefined, Number.MAX_SAFE_INTEGER],
    [-0, undefined, 0],
  ])('%j in %s', (value, unit, bytes) => {
    expect(parseSize(value, unit)).toStrictEqual({ kind: 'size', bytes });
  });
});

test.each<[unknown, SizeUnit?]>([
  [-1],
  ['-1'],
  ['-5 MB'],
  [1.5],
  ['1.5'],
  ['1.5 B'],
  [Number.MAX_SAFE_INTEGER + 1],
  ['9007199254740992'],
  ['9007199254740993'],
  ['8 EB'],
  [9_000_000_000, 'MB'],
  [Number.NaN],
  [Number.POSITIVE_INFINITY],
  ['N/A'],
  ['MB'],
  [''],
  [' '],
  ['1,5 TB'],
  ['1,02 MB'],
  [',024 MB'],
  ['1024,000 MB'],
  ['1.024.000 MB'],
  ['.5 MB'],
  ['5. MB'],
  ['5  MB'],
  [' 5 MB'],
  ['5 MB\n'],
  ['5 iB'],
  ['5 XB'],
  ['5 MB/s'],
  ['5 \u212AB'],
  ['1e3'],
  ['0x10'],
  [`${'0'.repeat(100_000)}1 MB`],
  [null],
  [undefined],
  [true],
  [5n],
  [['5 MB']],
  [{}],
])('unreadable: %s', (value, unit) => {
  expect(parseSize(value, unit)).toEqual({ kind: 'unreadable' });
});

describe('properties', () => {
  const bytes = fc.maxSafeNat();

  propertyTest.prop([bytes])('whole bytes come back exactly, as a number and as every kind of text', (count) => {
    const texts = [count, `${count}`, `${count} B`, `${count} Bytes`, count.toLocaleString('en-US')];
    for (const text of texts) expect(parseSize(text)).toEqual({ kind: 'size', bytes: count });
  });

  propertyTest.prop([fc.nat({ max: 8191 }), fc.constantFrom(...units), fc.constantFrom(' ', ''), fc.boolean()])(
    'a count of any unit is that power of 1024, however it is written',
    (count, unit, space, isBinaryName) => {
      const exact = BigInt(count) * 1024n ** BigInt(units.indexOf(unit));
      const expected =
        exact > BigInt(Number.MAX_SAFE_INTEGER) ? { kind: 'unreadable' } : { kind: 'size', bytes: Number(exact) };
      const name = isBinaryName && unit !== 'B' ? unit.replace('B', 'iB') : unit;
      expect(parseSize(`${count}${space}${name}`)).toEqual(expected);
      expect(parseSize(`${count}${space}${name.toLowerCase()}`, 'TB')).toEqual(expected);
      expect(parseSize(count, unit)).toEqual(expected);
      expect(parseSize(String(count), unit)).toEqual(expected);
    },
  );

  propertyTest.prop([fc.integer({ min: Number.MIN_SAFE_INTEGER, max: -1 }), fc.constantFrom(...units)])(
    'no negative size is read',
    (count, unit) => {
      for (const value of [count, `${count}`, `${count} MB`]) {
        expect(parseSize(value, unit)).toEqual({ kind: 'unreadable' });
      }
    },
  );

  const nearMiss = fc.oneof(fc.double(), fc.double().map(String), fc.stringMatching(/^[\d., KMGTPEBbytesi-]{1,70}$/));
  const anyInput = fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: true }), fc.string(), nearMiss);
  propertyTest.prop([anyInput, fc.constantFrom(...units)])(
    'no input throws, and what is read is a safe, non-negative integer',
    (value, unit) => {
      const result = parseSize(value, unit);
      const isInRange = result.kind === 'unreadable' || (Number.isSafeInteger(result.bytes) && result.bytes >= 0);
      expect(isInRange).toBe(true);
    },
  );
});
