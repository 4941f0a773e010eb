import { type JobStatus, Unreadable } from '@crossvault/core';
import { expect, test } from 'vitest';
import { readStatus, statusWords, taskWords } from './map-status.ts';

const documented: readonly (readonly [string, JobStatus])[] = [
  ['Invalid', 'unknown'],
  ['InProgress', 'running'],
  ['Completed', 'succeeded'],
  ['Failed', 'failed'],
  ['CompletedWithWarnings', 'warning'],
  ['Cancelled', 'cancelled'],
  ['Cancelling', 'cancelling'],
];

test.each(documented)('%s, a documented status of jobs, is %s', (word, status) => {
  expect(readStatus(word)).toEqual({ value: status });
});

test('the table holds the documented words and no other', () => {
  expect(new Set(statusWords.rows.map(([word]) => word))).toEqual(new Set(documented.map(([word]) => word)));
});

test.each(['completed', 'COMPLETED_WITH_WARNINGS', 'In Progress', 'completed-with-warnings'])(
  '%s is known in spite of its case, spaces and hyphens',
  (word) => {
    expect(readStatus(word).value).not.toBe('unknown');
  },
);

test.each(['Succeeded', 'Canceled', 'Paused', 'Completed!'])('%s, no word of jobs, is unknown', (word) => {
  expect(readStatus(word)).toEqual({ value: 'unknown' });
});

test.each([null, undefined, ''])('a status of %j is unknown and missing', (word) => {
  expect(readStatus(word)).toEqual({ value: 'unknown', provenance: 'missing' });
});

test('a status that is no text is unknown and unreadable', () => {
  expect(readStatus(new Unreadable(7))).toMatchObject({ value: 'unknown', provenance: 'unreadable' });
});

test.each([
  ['NotStarted', 'queued'],
  ['InProgress', 'running'],
  ['Completed', 'succeeded'],
  ['Failed', 'failed'],
  ['Skipped', 'unknown'],
] as const)('%s of a task is %s', (word, status) => {
  expect(readStatus(word, taskWords).value).toBe(status);
});
