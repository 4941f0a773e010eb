import { expect, test } from 'vitest';
import { backoffMs, createRetryQuota, retryReasonOfStatus } from './retry.ts';

test.each([
  [408, 'transient'],
  [429, 'throttled'],
  [500, 'transient'],
  [502, 'transient'],
  [503, 'transient'],
  [504, 'transient'],
  [520, 'transient'],
  [501, null],
  [505, null],
  [400, null],
  [401, null],
  [404, null],
  [409, null],
  [200, null],
] as const)('status %i is %s', (status, retryReason) => {
  expect(retryReasonOfStatus(status)).toBe(retryReason);
});

test('the longest back-off doubles with each attempt, and a throttled vendor gets more time', () => {
  const most = () => 1;
  expect([1, 2, 3, 4].map((attempt) => backoffMs('transient', attempt, most))).toEqual([50, 100, 200, 400]);
  expect([1, 2, 3, 12].map((attempt) => backoffMs('throttled', attempt, most))).toEqual([1000, 2000, 4000, 20_000]);
});

test('the back-off is anything down to nothing, so that many callers do not come back together', () => {
  expect([0, 0.25, 0.5].map((drawn) => backoffMs('throttled', 1, () => drawn))).toEqual([0, 250, 500]);
});

test('the quota lets 35 transient retries through and then none', () => {
  const quota = createRetryQuota();
  const taken = Array.from({ length: 100 }, () => quota.take('transient')).filter((given) => given);
  expect(taken).toHaveLength(35);
});

test('a success gives back what its retry took, else a little, and never more than there was', () => {
  const quota = createRetryQuota();
  quota.giveBack(null);
  expect(quota.left).toBe(500);
  quota.take('transient');
  quota.take('throttled');
  quota.giveBack('transient');
  expect(quota.left).toBe(495);
  quota.giveBack(null);
  expect(quota.left).toBe(496);
});
