import type { SourceCondition } from '@crossvault/core';
import { goodCondition } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { conditionSteps } from './probe.ts';

const stepsOf = (condition: Partial<SourceCondition>) => conditionSteps({ ...goodCondition, ...condition });

test('an unknown condition makes no step', () => {
  expect(stepsOf({})).toEqual([]);
});

test.each([
  [0, true, null],
  [60, true, null],
  [-61, true, expect.stringContaining('NTP')],
  [300, true, expect.stringContaining('NTP')],
  [301, false, expect.stringContaining('NTP')],
  [-4000, false, expect.stringContaining('NTP')],
])('a clock that differs by %i seconds', (clockSkewSeconds, ok, advice) => {
  expect(stepsOf({ clockSkewSeconds })).toMatchObject([
    { name: 'clock', ok, code: ok ? null : 'clock-skewed', advice },
  ]);
});

test.each([
  [1, "The source's clock and this machine's agree."],
  [90, "The source's clock is 90 seconds ahead of this machine's."],
  [-90, "The source's clock is 90 seconds behind this machine's."],
])('which clock is ahead is said: %i', (clockSkewSeconds, detail) => {
  expect(stepsOf({ clockSkewSeconds })).toMatchObject([{ detail }]);
});

const resetAt = '2026-01-15T12:05:00.000Z';
test.each([
  [{ remaining: 900, resetAt: null }, '900 requests are left.', null],
  [
    { remaining: 3, resetAt },
    `3 requests are left; it is filled up again at ${resetAt}.`,
    expect.stringContaining('concurrency'),
  ],
  [{ remaining: null, resetAt: null }, 'The source counts requests.', null],
])('a budget of %j', (budget, detail, advice) => {
  expect(stepsOf({ budget })).toMatchObject([{ name: 'budget', ok: true, detail, advice }]);
});
