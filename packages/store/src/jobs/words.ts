import type { Job } from '@crossvault/core';
import { encodeWord, wordsOfJob } from '@crossvault/core/store';

/** No index of words takes longer ones; the rest of a word is compared in the row. */
const longestLexeme = 255;

/** Each word behind a space, so that ` word` is where a word begins. */
export const toWordsText = (job: Job): string => [...wordsOfJob(job)].map((word) => ` ${encodeWord(word)}`).join('');

/** What goes into the index of words. */
export function toLexemes(wordsText: string): string {
  const lexemes = new Set(wordsText.split(' ').map((word) => word.slice(0, longestLexeme)));
  return [...lexemes].filter((word) => word !== '').join(' ');
}

/** A searched word, as the index of words knows it. */
export const toLexeme = (word: string): string => encodeWord(word).slice(0, longestLexeme);
