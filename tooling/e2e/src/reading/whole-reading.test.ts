import { beforeAll, expect, test } from 'vitest';
import { wholeAndOnce } from './compare.ts';
import { measureReading } from './measure-reading.ts';
import { warmUp } from './warm-up.ts';

beforeAll(warmUp);

test('3,000 jobs of all vendors are read completely while one request in twenty fails, with at most 1.3 times the requests', async () => {
  const calm = await measureReading({ jobs: 3000, failing: 0, seed: 5 });
  const stormy = await measureReading({ jobs: 3000, failing: 0.05, seed: 5 });
  expect(calm).toMatchObject({ differences: wholeAndOnce, faults: {} });
  expect(stormy.differences).toEqual(wholeAndOnce);
  expect(stormy.jobs).toBe(calm.jobs);
  expect(Object.keys(stormy.faults)).not.toEqual([]);
  expect(stormy.requests / calm.requests).toBeLessThanOrEqual(1.3);
});
