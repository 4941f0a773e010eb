import { type JobStatus, Unreadable } from '@crossvault/core';
import { expect, test } from 'vitest';
import { readStatus, statusWords } from './map-status.ts';

/** The filter's five words, and those of the vendor's sister lists that the table takes. */
const documented: readonly (readonly [string, JobStatus])[] = [
  ['In Progress', 'running'],
  ['Finished', 'succeeded'],
  ['Failed', 'failed'],
  ['Finished with Exception', 'warning'],
  ['Finished with Exceptions', 'warning'],
  ['Partially Finished', 'warning'],
  ['Waiting', 'queued'],
  ['Pending', 'queued'],
  ['Not started', 'queued'],
  ['Failed to start', 'failed'],
  ['Rejected', 'failed'],
  ['Stopped', 'cancelled'],
  ['Canceled', 'cancelled'],
  ['Skipped', 'skipped'],
];

test.each(documented)('%s is %s, however it is spelt', (word, status) => {
  for (const spelt of [
    word,
    word.toLowerCase(),
    word.toUpperCase(),
    word.replaceAll(' ', ''),
    word.replaceAll(' ', '-'),
  ])
    expect(readStatus(spelt)).toEqual({ value: status });
});

test('the table has these words and no others', () => {
  expect(new Set(statusWords.rows.map(([word]) => word))).toEqual(new Set(documented.map(([word]) => word)));
});

test.each(['None', 'Disabled', 'Not scanned', 'Finished somehow', 'unfinished', 'Finish', '2', 'constructor'])(
  '%s is unknown and never a success',
  (word) => expect(readStatus(word).value).toBe('unknown'),
);

test('no word and an unreadable one are unknown, and say why', () => {
  expect(readStatus(null)).toMatchObject({ value: 'unknown', provenance: 'missing' });
  expect(readStatus(new Unreadable(2))).toMatchObject({ value: 'unknown', provenance: 'unreadable' });
});
