import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { median, quantile, summarize, summarizeRatios } from './statistics.ts';

test.each([
  [[7], 7],
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[10, 9, 100], 10],
])('the median of %j is %j', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test('nothing has no median', () => {
  expect(() => median([])).toThrow('Nothing was measured.');
});

test('a quantile is one of the values', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([0.5, 0.99, 1].map((share) => quantile(values, share))).toEqual([51, 100, 100]);
  expect(() => quantile([], 0.5)).toThrow('Nothing was measured.');
});

test('the values stay in their order', () => {
  const values = [3, 1, 2];
  expect(summarize(values)).toEqual({ min: 1, median: 2, max: 3 });
  expect(values).toEqual([3, 1, 2]);
});

test('ratios are taken round by round, so that a slow round does not count', () => {
  expect(summarizeRatios([20, 200, 30], [10, 100, 10])).toEqual({ min: 2, median: 2, max: 3 });
});

test('a round that lacks one of the two is no round', () => {
  expect(() => summarizeRatios([1, 2], [1])).toThrow('A round lacks one');
});

const measured = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1 });

property.prop({ values: measured })('half of the values are no more than the median, half no less', ({ values }) => {
  const middle = median(values);
  const half = values.length / 2;
  expect(values.filter((value) => value <= middle).length).toBeGreaterThanOrEqual(half);
  expect(values.filter((value) => value >= middle).length).toBeGreaterThanOrEqual(half);
});

property.prop({ values: measured })('the baseline is once itself', ({ values }) => {
  expect(summarizeRatios(values, values)).toEqual({ min: 1, median: 1, max: 1 });
});
