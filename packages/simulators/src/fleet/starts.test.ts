import { expect, test } from 'vitest';
import { createRandom } from './random.ts';
import { growStarts } from './starts.ts';

const fromMs = Date.parse('2026-11-06T06:00:00Z');
const untilMs = Date.parse('2026-11-20T06:00:00Z');
const grow = (count: number) => growStarts({ random: createRandom(1), count, fromMs, untilMs });

test('starts lie within the window, as many as were requested', () => {
  const starts = grow(2000);
  expect(starts).toHaveLength(2000);
  expect(Math.min(...starts)).toBeGreaterThanOrEqual(fromMs);
  expect(Math.max(...starts)).toBeLessThan(untilMs);
});

test('most starts fall into the night, some into one second, some into one millisecond', () => {
  const starts = grow(2000);
  const nightly = starts.filter((start) => [21, 22, 23, 0, 1, 2, 3].includes(new Date(start).getUTCHours()));
  expect(nightly.length).toBeGreaterThan(starts.length / 2);
  const milliseconds = new Set(starts);
  const seconds = new Set(starts.map((start) => Math.floor(start / 1000)));
  expect(milliseconds.size).toBeLessThan(starts.length);
  expect(seconds.size).toBeLessThan(milliseconds.size);
});
