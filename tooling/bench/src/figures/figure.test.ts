import { expect, test } from 'vitest';
import { type Figure, isReached, single, toFigureTable } from './figure.ts';

const figure = (ratio: number | null, aim: Figure['aim']): Figure => ({
  name: 'pages',
  measured: '1 ms',
  ratio: ratio === null ? null : single(ratio),
  aim,
});

test('an aim is reached within its bounds, and a figure without an aim has no verdict', () => {
  expect(isReached(figure(3, { most: 3 }))).toBe(true);
  expect(isReached(figure(3.1, { most: 3 }))).toBe(false);
  expect(isReached(figure(0.4, { least: 0.4 }))).toBe(true);
  expect(isReached(figure(0.3, { least: 0.4 }))).toBe(false);
  expect(isReached(figure(3, null))).toBeNull();
  expect(isReached(figure(null, { most: 3 }))).toBeNull();
});

test('the table says what was missed, in columns, and the range of several rounds', () => {
  const several: Figure = { ...figure(1, null), ratio: { min: 0.5, median: 1, max: 12.34 } };
  expect(toFigureTable([figure(4, { most: 3 }), several]).split('\n')).toEqual([
    'figure  measured  ratio  range      aim',
    'pages   1 ms      4.00              <= 3  NOT REACHED',
    'pages   1 ms      1.00   0.50-12.3',
  ]);
});
