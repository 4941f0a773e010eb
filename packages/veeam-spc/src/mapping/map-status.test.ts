import { type JobStatus, Unreadable } from '@crossvault/core';
import { expect, test } from 'vitest';
import { isOpen, readStatus, statusWords } from './map-status.ts';

/** Every word of both versions' pages, as they print it. */
const documented: readonly (readonly [word: string, status: JobStatus])[] = [
  ['Unknown', 'unknown'],
  ['None', 'unknown'],
  ['Success', 'succeeded'],
  ['Warning', 'warning'],
  ['Failed', 'failed'],
  ['Running', 'running'],
  ['Starting', 'queued'],
  ['Stopping', 'cancelling'],
  ['Idle', 'unknown'],
  ['Enabling', 'unknown'],
  ['Disabling', 'unknown'],
  ['WaitingTape', 'queued'],
  ['WaitingRepository', 'queued'],
  ['Pending', 'queued'],
  ['Stopped', 'cancelled'],
  ['-', 'unknown'],
];

test.each(documented)('%s is %s, whatever its casing', (word, status) => {
  const lowerCamel = word.charAt(0).toLowerCase() + word.slice(1);
  for (const spelling of [word, lowerCamel, word.toUpperCase()]) {
    expect(readStatus(spelling)).toEqual({ value: status });
    expect(statusWords.lookup(spelling)).toBe(status);
  }
});

test('the table has these words and no other', () => {
  expect(statusWords.rows.map(([word]) => word).toSorted()).toEqual(documented.map(([word]) => word).toSorted());
});

test('an invented word is unknown and never a success', () => {
  expect(readStatus('SuccessWithDoubts')).toEqual({ value: 'unknown' });
});

test('an absent and an unreadable word are unknown, and say why', () => {
  expect(readStatus(undefined)).toEqual({ value: 'unknown', provenance: 'missing' });
  expect(readStatus(new Unreadable(3))).toEqual({
    value: 'unknown',
    provenance: 'unreadable',
    anomalies: ['unreadable-value'],
  });
});

test('only queued, running and cancelling are open', () => {
  const open = documented.filter(([, status]) => isOpen(status)).map(([word]) => word);
  expect(open).toEqual(['Running', 'Starting', 'Stopping', 'WaitingTape', 'WaitingRepository', 'Pending']);
});
