import { CrossvaultError } from '../errors/error.ts';
import type { Job } from './job.ts';

/** Words of a text: runs of letters and digits, in lower case. The one tokenizer of every search, live and stored. */
export function toWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How much a search may ask for: each word is looked for on its own. */
export const searchLimits = { words: 50, characters: 1000 } as const;

/** The words that are searched for, each once. Throws `invalid-parameter` for more than `searchLimits` allows. */
export function toSearchedWords(text: string): readonly string[] {
  const words = [...new Set(text.length > searchLimits.characters ? [] : toWords(text))];
  if (text.length <= searchLimits.characters && words.length <= searchLimits.words) return words;
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `q: at most ${searchLimits.words} different words and ${searchLimits.characters} characters are searched for at once.`,
    parameter: 'q',
  });
}

/**
 * A word in the letters a to z, digits and a hyphen: any other character is a hyphen and four hexadecimal digits for each
 * of its halves. Begins with the encoded beginning of the word, in any database, whatever its tokenizer thinks of letters.
 */
export const encodeWord = (word: string): string =>
  word.replace(/[^a-z0-9]/g, (character) => `-${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * A job is found by so many characters of encoded words, a space before each; words behind them are not searched, live or
 * stored. No index of a database takes an error message of megabytes.
 */
export const mostWordCharacters = 400_000;

const plainWord = /^[a-z0-9]*$/;
const lengthOf = (word: string): number => (plainWord.test(word) ? word : encodeWord(word)).length;

/** The words that a job is found by: of its id, names, kind and errors, each once, up to `mostWordCharacters`. */
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
