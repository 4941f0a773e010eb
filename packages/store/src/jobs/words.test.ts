import { matchesWords, toWords } from '@crossvault/core/store';
import { makeJob } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { toLexeme, toLexemes, toWordsText } from './words.ts';

const named = (name: string) => makeJob('c', '1', { target: { type: 'vm', id: null, name } });

test('each word of a job stands behind a space, so that a search finds where a word begins', () => {
  const text = toWordsText(named('Web-02 Straße'));
  for (const word of toWords('web straß')) expect(text).toContain(` ${toLexeme(word)}`);
  expect(text.startsWith(' ')).toBe(true);
});

test('a job is stored with the words by which the live search finds it', () => {
  const job = named('ÄPFEL backup');
  for (const q of ['äpf', 'BACK', 'nothing', 'ckup']) {
    const words = toWords(q);
    const isStored = words.every((word) => toWordsText(job).includes(` ${toLexeme(word)}`));
    expect([q, isStored]).toEqual([q, matchesWords(job, words)]);
  }
});

test('a lexeme is in the index once, and never longer than an index of words takes', () => {
  const long = 'a'.repeat(300);
  expect(toLexemes(` one two one ${long}b ${long}c`)).toBe(`one two ${'a'.repeat(255)}`);
  expect(toLexeme(long)).toBe('a'.repeat(255));
});

test('a job without words has no lexemes', () => {
  expect(toLexemes('')).toBe('');
});
