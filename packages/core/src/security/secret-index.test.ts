import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { addRange, SecretIndex } from './secret-index.ts';

const formOf = (text: string, spreads = false) => ({ text, length: text.length, spreads });
const always = () => true;

/** An index that looks for these. */
function indexOf(...texts: readonly string[]): SecretIndex {
  const index = new SecretIndex();
  index.add(
    texts.map((text) => formOf(text)),
    'a',
  );
  return index;
}

const secret = fc.string({ minLength: 8, maxLength: 300 });

property.prop([fc.string({ maxLength: 40 }), secret, fc.string({ maxLength: 40 })])(
  'a secret is found wherever it stands, whole',
  (before, text, after) => {
    const found = indexOf(text).find(before + text + after, always);
    expect(found.some(({ start, end }) => start <= before.length && end >= before.length + text.length)).toBe(true);
  },
);

property.prop([fc.array(secret, { maxLength: 5 }), fc.string({ maxLength: 60 })])(
  'what is found are ranges in order that do not touch, within the text',
  (texts, whole) => {
    const found = indexOf(...texts).find(texts.join(whole) + whole, always);
    for (const [index, { start, end }] of found.entries()) {
      expect(start).toBeGreaterThan(index === 0 ? -1 : (found[index - 1]?.end ?? 0));
      expect(end).toBeGreaterThan(start);
    }
  },
);

test('a text without it is left alone, also one that begins as it does', () => {
  const index = indexOf('correct-horse-battery');
  expect(index.find('correct-horse-batterz', always)).toEqual([]);
  expect(index.find('correct', always)).toEqual([]);
  expect(index.find('', always)).toEqual([]);
});

describe('a scope', () => {
  test('is looked for only where it is admitted', () => {
    const index = indexOf('correct-horse');
    expect(index.find('correct-horse', (scope) => scope === 'b')).toEqual([]);
    expect(index.find('correct-horse', (scope) => scope === 'a')).toEqual([{ start: 0, end: 13 }]);
  });

  test('that dropped a secret does not take it from another', () => {
    const index = new SecretIndex();
    const [one, other] = ['a', 'b'].map((scope) => index.add([formOf('correct-horse')], scope));
    one?.();
    expect(index.find('correct-horse', (scope) => scope === 'a')).toEqual([]);
    expect(index.find('correct-horse', (scope) => scope === 'b')).toHaveLength(1);
    other?.();
    expect(index.size).toBe(0);
  });

  test('that added a secret twice drops it with the second drop, and no drop counts twice', () => {
    const index = new SecretIndex();
    const [one, other] = [0, 1].map(() => index.add([formOf('correct-horse')], 'a'));
    one?.();
    one?.();
    expect(index.find('correct-horse', always)).toHaveLength(1);
    other?.();
    expect(index.find('correct-horse', always)).toEqual([]);
  });
});

test('of two secrets that begin alike the longer one is found where it stands', () => {
  const index = indexOf('correct-horse', 'correct-horse-battery-staple');
  expect(index.find('(correct-horse-battery-staple)', always)).toEqual([{ start: 1, end: 29 }]);
  expect(index.find('(correct-horse)', always)).toEqual([{ start: 1, end: 14 }]);
});

test('what spreads takes the whole run of base64 that it stands in', () => {
  const index = new SecretIndex();
  index.add([formOf('c2VjcmV0MTIz', true)], 'a');
  expect(index.find('x: dXNlcjpzc2VjcmV0MTIzNDU2==, y', always)).toEqual([{ start: 3, end: 29 }]);
});

test('its cost follows from the text, not from how many secrets are known', () => {
  const text = 'The quick brown fox jumps over the lazy dog. '.repeat(50);
  const many = indexOf(...Array.from({ length: 2_000 }, (_, index) => `secret-number-${index}`));
  many.find(text, always);
  expect(many.steps).toBeLessThan(text.length * 2);
});

test('ranges that overlap or touch are one', () => {
  const ranges = [{ start: 0, end: 5 }];
  addRange(ranges, { start: 5, end: 7 });
  addRange(ranges, { start: 6, end: 6 });
  addRange(ranges, { start: 9, end: 10 });
  expect(ranges).toEqual([
    { start: 0, end: 7 },
    { start: 9, end: 10 },
  ]);
});
