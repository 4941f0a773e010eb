import { createTestClock } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createRequestRate } from './limits.ts';

const call = { signal: new AbortController().signal };

test('as many requests as are allowed at once go without waiting, then as they come back', async () => {
  const clock = createTestClock();
  const startedMs = clock.now();
  const rate = createRequestRate(clock, { requests: 10, refillPerSecond: 5 });
  for (let sent = 0; sent < 10; sent += 1) await rate.take(call);
  expect(clock.now() - startedMs).toBe(0);
  for (let sent = 0; sent < 10; sent += 1) await rate.take(call);
  expect(clock.now() - startedMs).toBe(2000);
});

test('requests that come at once leave one after the other', async () => {
  const clock = createTestClock();
  const startedMs = clock.now();
  const rate = createRequestRate(clock, { requests: 1, refillPerSecond: 10 });
  const left = await Promise.all([1, 2, 3, 4].map(() => rate.take(call).then(() => clock.now() - startedMs)));
  expect(left).toEqual([0, 100, 200, 300]);
});

test("the vendor's own count outranks ours when it is lower, and only then", async () => {
  const clock = createTestClock();
  const startedMs = clock.now();
  const rate = createRequestRate(clock, { requests: 250, refillPerSecond: 25 });
  rate.limitTo(9999);
  await rate.take(call);
  rate.limitTo(1);
  await rate.take(call);
  expect(clock.now() - startedMs).toBe(0);
  await rate.take(call);
  expect(clock.now() - startedMs).toBe(40);
});

test('waiting ends with the signal', async () => {
  const controller = new AbortController();
  const rate = createRequestRate(createTestClock(), { requests: 0, refillPerSecond: 0.001 });
  const taking = rate.take({ signal: controller.signal });
  controller.abort(new Error('given up'));
  await expect(taking).rejects.toThrow('given up');
});

test('without an allowance no request waits', async () => {
  const rate = createRequestRate(createTestClock(), null);
  rate.limitTo(0);
  await expect(rate.take(call)).resolves.toBeUndefined();
});
