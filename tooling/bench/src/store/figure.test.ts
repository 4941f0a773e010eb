import { expect, test } from 'vitest';
import { type Figure, isReached, quantile, toFigureTable } from './figure.ts';

const figure = (ratio: number | null, aim: Figure['aim']): Figure => ({ name: 'pages', measured: '1 ms', ratio, aim });

test('an aim is reached within its bounds, and a figure without an aim has no verdict', () => {
  expect(isReached(figure(3, { most: 3 }))).toBe(true);
  expect(isReached(figure(3.1, { most: 3 }))).toBe(false);
  expect(isReached(figure(0.3, { least: 0.4 }))).toBe(false);
  expect(isReached(figure(3, null))).toBeNull();
  expect(isReached(figure(null, { most: 3 }))).toBeNull();
});

test('the table says what was missed, in columns', () => {
  expect(toFigureTable([figure(4, { most: 3 }), figure(1, null)]).split('\n')).toEqual([
    'figure  measured  ratio  aim',
    'pages   1 ms      4.00   <= 3  NOT REACHED',
    'pages   1 ms      1.00',
  ]);
});

test('a quantile is one of the values', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([0.5, 0.99, 1].map((share) => quantile(values, share))).toEqual([51, 100, 100]);
  expect(() => quantile([], 0.5)).toThrow('Nothing was measured.');
});
