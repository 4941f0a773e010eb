import { expect, test } from 'vitest';
import { isCovered, mergeSpans } from './spans.ts';

const span = (fromMs: number, untilMs: number) => ({ fromMs, untilMs });

test('spans are merged where they touch or overlap, in any order', () => {
  expect(mergeSpans([span(5, 7), span(1, 3), span(3, 4), span(9, 9), span(6, 8), span(2, 3)])).toEqual([
    span(1, 4),
    span(5, 8),
  ]);
});

test.each([
  [1, 4, true],
  [2, 3, true],
  [5, 8, true],
  [0, 2, false],
  [3, 6, false],
  [4, 5, false],
  [7, 9, false],
  [9, 10, false],
])('of 1 to 4 and 5 to 8 the stretch %i to %i is covered: %s', (fromMs, untilMs, expected) => {
  expect(isCovered([span(1, 4), span(5, 8)], span(fromMs, untilMs))).toBe(expected);
});

test('nothing is covered by no span', () => {
  expect(isCovered([], span(1, 2))).toBe(false);
});
