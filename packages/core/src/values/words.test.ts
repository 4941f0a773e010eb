import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { defineWords, foldWord } from './words.ts';

const table = defineWords<'failed' | 'succeeded' | 'skipped'>({
  failed: ['Failed', 'CompletedWithErrors'],
  succeeded: ['Completed'],
});

test.each(['CompletedWithErrors', 'completed with errors', 'COMPLETED_WITH-ERRORS', ' completedwitherrors '])(
  '%j is the documented word, however it is spelt',
  (word) => {
    expect(table.lookup(word)).toBe('failed');
  },
);

test('a word that is not in the table has no translation', () => {
  expect(table.lookup('Exploded')).toBeUndefined();
  expect(table.lookup('')).toBeUndefined();
});

test('the words of a vendor are listed as documented; a word of ours may have none', () => {
  expect(table.wordsFor('failed')).toEqual(['Failed', 'CompletedWithErrors']);
  expect(table.wordsFor('skipped')).toEqual([]);
  expect(table.rows).toEqual([
    ['Failed', 'failed'],
    ['CompletedWithErrors', 'failed'],
    ['Completed', 'succeeded'],
  ]);
});

test('a table with one word twice is refused when it is made, also in another spelling', () => {
  expect(() => defineWords({ failed: ['In Error'], succeeded: ['inError'] })).toThrow('twice');
});

property.prop([fc.string()])('folding is done once and for all', (word) => {
  expect(foldWord(foldWord(word))).toBe(foldWord(word));
});
