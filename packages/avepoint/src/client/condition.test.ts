import type { SourceCondition } from '@crossvault/core';
import { expect, test } from 'vitest';
import { joinConditions } from './condition.ts';

const quiet: SourceCondition = {
  budget: null,
  circuit: 'closed',
  waitMs: 0,
  until: null,
  clockSkewSeconds: null,
  requests: { sent: 3, retried: 1 },
};

test('requests of both hosts are counted', () => {
  expect(joinConditions(quiet, quiet)).toEqual({ ...quiet, requests: { sent: 6, retried: 2 } });
});

test.each([
  ['closed', 'open', 'open'],
  ['half-open', 'closed', 'half-open'],
  ['open', 'half-open', 'open'],
] as const)('of the circuits %s and %s the connection shows %s', (api, identity, shown) => {
  expect(joinConditions({ ...quiet, circuit: api }, { ...quiet, circuit: identity }).circuit).toBe(shown);
});

test('the later wait and the clock of the API are shown, each of the other host where there is no other', () => {
  const api = { ...quiet, waitMs: 10_000, until: '2026-03-02T12:00:10.000Z', clockSkewSeconds: 4 };
  const identity = { ...quiet, waitMs: 30_000, until: '2026-03-02T12:00:30.000Z', clockSkewSeconds: 9 };
  expect(joinConditions(api, identity)).toMatchObject({ until: identity.until, clockSkewSeconds: 4 });
  expect(joinConditions(quiet, identity)).toMatchObject({ until: identity.until, clockSkewSeconds: 9 });
});
