import type { JobStatus, ListQuery } from '@crossvault/core';
import { expect, test } from 'vitest';
import { toListFilter, toStatusFilter } from './list-filter.ts';

const all: ListQuery = { startedAfter: null, startedBefore: null, status: null };

test('the bounds are widened to whole seconds', () => {
  const query = { ...all, startedAfter: '2026-03-01T00:00:00.999Z', startedBefore: '2026-03-02T00:00:00.001Z' };
  expect(toListFilter(query)).toEqual({ fromUtc: '2026-03-01T00:00:00Z', toUtc: '2026-03-02T00:00:01Z' });
  const whole = { ...all, startedAfter: '2026-03-01T00:00:00.000Z', startedBefore: '2026-03-02T00:00:00.000Z' };
  expect(toListFilter(whole)).toEqual({ fromUtc: '2026-03-01T00:00:00Z', toUtc: '2026-03-02T00:00:00Z' });
});

test('what is not asked for is not sent, and unknown cannot be requested', () => {
  expect(toListFilter(all)).toEqual({});
  expect(toListFilter({ ...all, status: ['failed', 'unknown'] })).toEqual({});
  expect(toListFilter({ ...all, status: ['failed', 'cancelled'] })).toEqual({ status: ['Error', 'Canceled'] });
});

test.each<[readonly JobStatus[] | null, readonly string[] | null]>([
  [['failed'], ['Error']],
  [['running'], ['Running', 'RunningWithWarning', 'RunningWithError']],
  [
    ['succeeded', 'warning'],
    ['Success', 'Warning'],
  ],
  [['failed', 'skipped'], ['Error']],
  [['unknown'], null],
  [['failed', 'unknown'], null],
  [['skipped'], null],
  [null, null],
])('asked for %j, the list is asked for %j', (statuses, expected) => {
  expect(toStatusFilter(statuses)).toEqual(expected);
});
