import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { createDurations, createLateness, durationLimit, startGrace } from './graces.ts';

const minutes = (count: number): number => count * 60_000;
const graceOf = (more: Partial<Parameters<typeof startGrace>[0]>): number =>
  startGrace({ defaultMs: minutes(120), configuredMs: null, latenessMs: null, gapMs: minutes(1440), ...more });

test.each([
  ["the vendor's, until runs are known", {}, 120],
  ['twice the lateness of earlier runs', { latenessMs: minutes(20) }, 40],
  ['at least a quarter of an hour', { latenessMs: minutes(1) }, 15],
  ['at most half the time to the next run', { gapMs: minutes(60) }, 30],
  ['half the time to the next run also where that is less than a quarter of an hour', { gapMs: minutes(10) }, 5],
  ['that of the configuration before all others', { configuredMs: minutes(3), latenessMs: minutes(20) }, 3],
])('a start grace is %s', (_, facts, expected) => {
  expect(graceOf(facts)).toBe(minutes(expected));
});

test('fewer than five runs say nothing', () => {
  const lateness = createLateness();
  for (const each of [1, 2, 3, 4]) lateness.add(each);
  expect(lateness.percentile()).toBeNull();
  lateness.add(0);
  expect(lateness.percentile()).toBe(4);
});

property.prop([fc.array(fc.nat(50), { minLength: 31, maxLength: 200 })])(
  'only the newest 30 durations count',
  (values) => {
    const durations = createDurations();
    for (const each of values) durations.add(each);
    expect(durations.percentile()).toBe(Math.max(...values.slice(-30)));
  },
);

test.each([
  [null, null],
  [minutes(10), minutes(60)],
  [minutes(50), minutes(100)],
])('of runs that take %j ms at most, one of more than %j ms is overrunning', (percentile, limit) => {
  expect(durationLimit(percentile)).toBe(limit);
});
