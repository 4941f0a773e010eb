import { expect, test } from 'vitest';
import { type MeasureOptions, measure } from './measure.ts';

/** Work that takes the given times, one after the other, on a clock of its own. */
function takes(durations: readonly number[], made = 5) {
  const left = [...durations];
  let nowMs = 0;
  const work = async () => {
    nowMs += left.shift() ?? Number.NaN;
    return made;
  };
  const options: MeasureOptions = {
    expected: 5,
    warmUps: 2,
    samples: 3,
    now: () => nowMs,
    cpu: () => nowMs * 2,
    held: () => 100,
    peak: () => 350,
  };
  return { work, options, left };
}

test('the first time stands alone, warming up does not count, the rest gives the median', async () => {
  const { work, options, left } = takes([50, 30, 20, 11, 10, 12]);
  expect(await measure(work, options)).toEqual({ firstMs: 50, warmMs: 11, cpuMs: 22, peakBytes: 250 });
  expect(left).toEqual([]);
});

test('work that never needed more than was held before needed nothing', async () => {
  const { work, options } = takes([1, 1, 1, 1, 1, 1]);
  expect(await measure(work, { ...options, peak: () => 90 })).toMatchObject({ peakBytes: 0 });
});

test('work that came to less is not measured', async () => {
  const { work, options } = takes([1], 4);
  await expect(measure(work, options)).rejects.toThrow('The work came to 4 instead of 5.');
});
