import { CrossvaultError } from '../errors/error.ts';
import type { Job } from './job.ts';

/** Splits a text into words: runs of letters and digits, in lower case. Live and stored searches both use this tokenizer. */
export function toWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Limits of one search. */
export const searchLimits = { words: 50, characters: 1000 } as const;

const refuse = (reason: string): CrossvaultError =>
  new CrossvaultError({ code: 'invalid-parameter', message: `q: ${reason}`, parameter: 'q' });

/** The distinct words of a search text. Throws `invalid-parameter` for none and beyond `searchLimits`. */
export function toSearchedWords(text: string): readonly string[] {
  const words = [...new Set(text.length > searchLimits.characters ? [] : toWords(text))];
  if (text.length > searchLimits.characters || words.length > searchLimits.words) {
    throw refuse(
      `at most ${searchLimits.words} different words and ${searchLimits.characters} characters are allowed in one search.`,
    );
  }
  // A search for nothing would find every job.
  if (words.length === 0) throw refuse('the text has no letter and no digit to search for.');
  return words;
}

/**
 * Encodes a word in the characters a to z, 0 to 9 and hyphen: any other UTF-16 unit becomes a hyphen and four hexadecimal
 * digits. The encoding keeps prefixes, so that a prefix search works in any database regardless of its tokenizer.
 */
export const encodeWord = (word: string): string =>
  word.replace(/[^a-z0-9]/g, (character) => `-${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * Maximum number of characters of a job's encoded words, with one separator each. Words beyond it are not searched, live or
 * stored, because no database can index an error message of megabytes.
 */
export const mostWordCharacters = 400_000;

const plainWord = /^[a-z0-9]*$/;
const lengthOf = (word: string): number => (plainWord.test(word) ? word : encodeWord(word)).length;

/** The distinct words of a job's id, names, kind and errors, up to `mostWordCharacters`. A search matches these. */
export function wordsOfJob(job: Job): ReadonlySet<string> {
  const texts = [
    job.nativeId,
    job.target?.name,
    job.plan?.name,
    job.nativeKind,
    ...job.errors.map((error) => error.message),
  ];
  const words = new Set<string>();
  let characters = 0;
  for (const word of texts.flatMap((text) => toWords(text ?? ''))) {
    if (words.has(word)) continue;
    characters += 1 + lengthOf(word);
    if (characters > mostWordCharacters) break;
    words.add(word);
  }
  return words;
}

/** Whether every searched word begins some word of the job. */
export function matchesWords(job: Job, searched: readonly string[]): boolean {
  const words = [...wordsOfJob(job)];
  return searched.every((wanted) => words.some((word) => word.startsWith(wanted)));
}
