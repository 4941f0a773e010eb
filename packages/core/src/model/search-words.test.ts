import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { makeJob } from '../testing/make-job.ts';
import {
  encodeWord,
  matchesWords,
  mostWordCharacters,
  searchLimits,
  toSearchedWords,
  toWords,
  wordsOfJob,
} from './search-words.ts';

const errorOf = (message: string) => ({ code: null, message, recommendation: null, helpUrl: null, count: 1 });

test('words are runs of letters and digits of any script, in small letters', () => {
  expect(toWords('VM-01 (Köln) サーバー_2')).toEqual(['vm', '01', 'köln', 'サーバー', '2']);
  expect(toWords('--- ')).toEqual([]);
});

describe('a search', () => {
  test('wants each word once', () => {
    expect(toSearchedWords('disk Disk full')).toEqual(['disk', 'full']);
  });

  test.each(['', '-', '"', '…'])('for %j is refused: it would find every job', (text) => {
    expect(() => toSearchedWords(text)).toThrow(expect.objectContaining({ code: 'invalid-parameter', parameter: 'q' }));
  });

  test('of too many words, or of too long a text, is refused', () => {
    const many = Array.from({ length: searchLimits.words + 1 }, (_, index) => `w${index}`).join(' ');
    for (const text of [many, 'a'.repeat(searchLimits.characters + 1)]) {
      expect(() => toSearchedWords(text)).toThrow(expect.objectContaining({ code: 'invalid-parameter' }));
    }
    expect(toSearchedWords('same '.repeat(100))).toEqual(['same']);
  });
});

test('a job is found by its id, its names, its kind and its errors', () => {
  const job = makeJob({ nativeKind: 'Full Backup', errors: [errorOf('Disk is full.')] });
  for (const text of ['n 1', 'payroll', 'nightly', 'full backup', 'disk'])
    expect(matchesWords(job, toWords(text))).toBe(true);
  expect(matchesWords(job, ['backups'])).toBe(false);
});

test('a message of megabytes is searched as far as a database can index it', () => {
  const long = Array.from({ length: 100_000 }, (_, index) => `w${index}`).join(' ');
  const words = wordsOfJob(makeJob({ errors: [errorOf(long)] }));
  expect([...words].reduce((sum, word) => sum + word.length + 1, 0)).toBeLessThanOrEqual(mostWordCharacters);
  expect(words.has('w1')).toBe(true);
  expect(words.has('w99999')).toBe(false);
});

const word = fc.string({ unit: 'binary' });

property.prop([word, word])('an encoded word begins with another exactly where the words do so', (whole, other) => {
  expect(encodeWord(whole)).toMatch(/^[a-z0-9-]*$/);
  expect(encodeWord(whole + other).startsWith(encodeWord(whole))).toBe(true);
  expect(encodeWord(whole).startsWith(encodeWord(other))).toBe(whole.startsWith(other));
});

property.prop([fc.string({ unit: 'grapheme' })])('every beginning of every word of a job finds it', (name) => {
  const job = makeJob({ target: { type: 'vm', id: null, name } });
  for (const each of toWords(name)) expect(matchesWords(job, [each.slice(0, 1 + each.length / 2)])).toBe(true);
});
