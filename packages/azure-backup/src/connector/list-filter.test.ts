import { type JobStatus, jobStatuses } from '@crossvault/core';
import { expect, test } from 'vitest';
import { toListFilter } from './list-filter.ts';

const nowMs = Date.parse('2024-02-06T06:00:00.250Z');
const anything = { startedAfter: null, startedBefore: null, status: null };

test('without bounds both are sent all the same: a far past, and a day from now', () => {
  expect(toListFilter(anything, nowMs)).toBe(
    "startTime eq '2001-01-01 12:00:00 AM' and endTime eq '2024-02-07 06:00:01 AM'",
  );
});

test.each([
  ['2024-05-01T00:00:00.000Z', '2024-05-01 12:00:00 AM'],
  ['2024-05-01T00:59:59.000Z', '2024-05-01 12:59:59 AM'],
  ['2024-05-01T01:38:04.000Z', '2024-05-01 01:38:04 AM'],
  ['2024-05-01T11:59:59.000Z', '2024-05-01 11:59:59 AM'],
  ['2024-05-01T12:00:00.000Z', '2024-05-01 12:00:00 PM'],
  ['2024-05-01T13:38:04.000Z', '2024-05-01 01:38:04 PM'],
  ['2024-05-01T23:59:59.000Z', '2024-05-01 11:59:59 PM'],
])('%s is written %s', (instant, text) => {
  expect(toListFilter({ ...anything, startedAfter: instant, startedBefore: instant }, nowMs)).toBe(
    `startTime eq '${text}' and endTime eq '${text}'`,
  );
});

test('bounds are widened to whole seconds, never narrowed', () => {
  const query = { ...anything, startedAfter: '2024-05-01T10:00:00.999Z', startedBefore: '2024-05-01T10:00:01.001Z' };
  expect(toListFilter(query, nowMs)).toBe(
    "startTime eq '2024-05-01 10:00:00 AM' and endTime eq '2024-05-01 10:00:02 AM'",
  );
});

test('bounds never cross because one of them was made up', () => {
  expect(toListFilter({ ...anything, startedAfter: '2030-01-01T00:00:00.000Z' }, nowMs)).toBe(
    "startTime eq '2030-01-01 12:00:00 AM' and endTime eq '2030-01-01 12:00:00 AM'",
  );
  expect(toListFilter({ ...anything, startedBefore: '1999-01-01T00:00:00.000Z' }, nowMs)).toBe(
    "startTime eq '1999-01-01 12:00:00 AM' and endTime eq '1999-01-01 12:00:00 AM'",
  );
});

const pushed: Partial<Record<JobStatus, string>> = {
  running: 'InProgress',
  cancelling: 'Cancelling',
  succeeded: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

test.each(jobStatuses)('the single status %s is pushed only where one word holds all of it', (status) => {
  const filter = toListFilter({ ...anything, status: [status] }, nowMs);
  const word = pushed[status];
  expect(filter.endsWith(word === undefined ? "AM'" : ` and status eq '${word}'`)).toBe(true);
});

test.each<[readonly JobStatus[]]>([[[]], [['failed', 'cancelled']], [['failed', 'warning']]])(
  'the statuses %j are not pushed: the filter has no or',
  (status) => {
    expect(toListFilter({ ...anything, status }, nowMs)).not.toContain('status');
  },
);
