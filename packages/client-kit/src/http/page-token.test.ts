import { expect, test } from 'vitest';
import { parseToken } from '../index.ts';

const numbers = {
  parse(value: unknown): number {
    if (typeof value === 'number') return value;
    throw new TypeError('no number');
  },
};

test('a token gives what it holds', () => {
  expect(parseToken('7', numbers, 'jobs', 'console')).toBe(7);
});

test.each(['', 'seven', '"seven"', '[7]'])('%j belongs to no list of ours', (token) => {
  expect(() => parseToken(token, numbers, 'jobs', 'console')).toThrow(
    expect.objectContaining({
      code: 'invalid-cursor',
      source: 'console',
      message: 'This page token does not belong to a list of jobs.',
    }),
  );
});
