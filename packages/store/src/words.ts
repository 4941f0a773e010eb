import { type Job, wordsOfJob } from '@crossvault/contract';

/** No index of words takes longer ones; the rest of a word is compared in the row. */
const longestLexeme = 255;

/** What the index of words takes of one job, so that no error message of megabytes breaks a write. */
const longestLexemes = 400_000;

/**
 * A word in the letters a to z, digits and a hyphen: any other character is a hyphen and four hexadecimal digits for each
 * of its halves. Begins with the encoded beginning of the word, in any database, whatever its tokenizer thinks of letters.
 */
export const encodeWord = (word: string): string =>
  word.replace(/[^a-z0-9]/g, (character) => `-${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Each word behind a space, so that ` word` is where a word begins. */
export const toWordsText = (job: Job): string => [...wordsOfJob(job)].map((word) => ` ${encodeWord(word)}`).join('');

/** What goes into the index of words. */
export function toLexemes(wordsText: string): string {
  const lexemes = new Set(wordsText.split(' ').map((word) => word.slice(0, longestLexeme)));
  const text = [...lexemes].filter((word) => word !== '').join(' ');
  return text.length > longestLexemes ? text.slice(0, text.lastIndexOf(' ', longestLexemes)) : text;
}

/** A searched word, as the index of words knows it. */
export const toLexeme = (word: string): string => encodeWord(word).slice(0, longestLexeme);
