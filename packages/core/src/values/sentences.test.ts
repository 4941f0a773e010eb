import { expect, test } from 'vitest';
import { joinSentences, toSentence } from './sentences.ts';

test.each([
  ['It is down', 'It is down.'],
  ['It is down.', 'It is down.'],
  ['It is down..  ', 'It is down.'],
  ['It is down. \r\n', 'It is down.'],
  ['Is it down?', 'Is it down?'],
  ['Wait…', 'Wait…'],
  ['', ''],
  [' . ', ''],
])('%j is the sentence %j', (text, sentence) => {
  expect(toSentence(text)).toBe(sentence);
});

test('sentences are joined by a space, and what is not said leaves no trace', () => {
  expect(joinSentences('It is down.', null, 'Try again', undefined, '', 'Who knows?')).toBe(
    'It is down. Try again. Who knows?',
  );
});

const ends = ['', '.', '..', '. ', '!', '?', '…', ' .\n', '?.'];

test.each(ends)('no joint behind a text that ends with %j has two marks', (end) => {
  for (const next of ends) {
    expect(joinSentences(`It is down${end}`, `See https://a.example/x${next}`)).not.toMatch(/[.!?…]\s*[.]/);
  }
});

test.each([' '.repeat(1_000_000), '.'.repeat(1_000_000), ' .'.repeat(500_000)])(
  'a megabyte of dots and spaces within a text stays, and goes at its end',
  (dots) => {
    expect(toSentence(`One${dots}two`)).toBe(`One${dots}two.`);
    expect(toSentence(`One${dots}`)).toBe('One.');
  },
);
