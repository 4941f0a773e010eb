import { makeItem, makePlan } from '@crossvault/testkit/fakes';
import { describe, expect, test } from 'vitest';
import { createJudgedFilter } from './judged-filter.ts';

const nowMs = Date.parse('2026-01-15T12:00:00.000Z');
const accepts = (query: Parameters<typeof createJudgedFilter>[0], ...parts: Parameters<typeof makeItem>[2][]) =>
  parts.map((part) => createJudgedFilter(query, nowMs)?.(makeItem('a', 'vm', part)));

const job = (status: 'failed' | 'succeeded' | 'warning' | 'unknown' | 'running') => ({
  lastJob: { id: 'job', status, startedAt: null },
});

test('a query that asks for nothing of the kind has no such filter', () => {
  expect(createJudgedFilter({ name: ['vm'] }, nowMs)).toBeNull();
});

test('problem is an error of the protection, a missed run, or a last job that did not end well', () => {
  const bad = [{ protection: 'error' as const }, { missed: true }, job('failed'), job('warning'), job('unknown')];
  const good = [{}, { missed: false }, job('succeeded'), job('running')];
  expect(accepts({ problem: true }, ...bad, ...good)).toEqual([...bad.map(() => true), ...good.map(() => false)]);
  expect(accepts({ problem: false }, ...bad, ...good)).toEqual([...bad.map(() => false), ...good.map(() => true)]);
});

describe('stale', () => {
  test('is what had no success since, by jobs and by recovery points', () => {
    const [old, young] = ['2026-01-12T11:59:59.000Z', '2026-01-12T12:00:01.000Z'];
    const things = [
      {},
      { lastSuccessAt: old },
      { lastSuccessAt: young },
      { lastSuccessAt: old, lastRecoveryPointAt: young },
    ];
    expect(accepts({ stale: '3d' }, ...things)).toEqual([true, true, false, false]);
    expect(accepts({ stale: '2026-01-12T12:00:00Z' }, ...things)).toEqual([true, true, false, false]);
  });

  test('that is neither a span nor an instant is refused', () => {
    expect(() => createJudgedFilter({ stale: 'long ago' }, nowMs)).toThrow('stale: "long ago" is neither');
  });
});

test('streak is at least so many failures in a row', () => {
  const streaks = [
    { streak: null },
    { streak: { status: 'failed' as const, count: 2 } },
    { streak: { status: 'failed' as const, count: 3 } },
    { streak: { status: 'succeeded' as const, count: 9 } },
  ];
  expect(accepts({ streak: 3 }, ...streaks)).toEqual([false, false, true, false]);
});

test('several filters have to agree, of plans too', () => {
  const isWanted = createJudgedFilter({ missed: true, streak: 2 }, nowMs);
  const streak = { status: 'failed' as const, count: 2 };
  expect(isWanted?.(makePlan('a', 'p', { missed: true, streak }))).toBe(true);
  expect(isWanted?.(makePlan('a', 'p', { missed: false, streak }))).toBe(false);
});
