import { type JobStatus, Unreadable } from '@crossvault/core';
import { expect, test } from 'vitest';
import { readStatus, statusWords } from './map-status.ts';

/** JobStatus of v8.1 in full and in its order. */
const words: readonly (readonly [word: string, status: JobStatus])[] = [
  ['Canceled', 'cancelled'],
  ['Canceling', 'cancelling'],
  ['Error', 'failed'],
  ['NeverExecuted', 'unknown'],
  ['Running', 'running'],
  ['RunningWithError', 'running'],
  ['RunningWithWarning', 'running'],
  ['Success', 'succeeded'],
  ['Warning', 'warning'],
  ['Pending', 'queued'],
  ['Unknown', 'unknown'],
];

test.each(words)('%s is %s', (word, status) => {
  expect(readStatus(word).value).toBe(status);
  expect(readStatus(word.toUpperCase()).value).toBe(status);
});

test('the table holds no other word', () => {
  expect(new Set(statusWords.rows.map(([word]) => word))).toEqual(new Set(words.map(([word]) => word)));
});

test('the two words of a troubled run are marked, plain running is not', () => {
  expect(readStatus('RunningWithError').troubled).toBe(true);
  expect(readStatus('RunningWithWarning').troubled).toBe(true);
  expect(readStatus('Running').troubled).toBeUndefined();
});

test('an undocumented, an absent and an unreadable word are unknown', () => {
  expect(readStatus('Failed')).toEqual({ value: 'unknown' });
  expect(readStatus('Succeeded')).toEqual({ value: 'unknown' });
  expect(readStatus(undefined)).toEqual({ value: 'unknown', provenance: 'missing' });
  expect(readStatus(new Unreadable(3))).toMatchObject({ value: 'unknown', provenance: 'unreadable' });
});
