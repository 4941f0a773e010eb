import { CrossvaultError } from '@crossvault/core';
import { parseSince, parseUserInstant } from '@crossvault/core/internal';
import { searchLimits, toSearchedWords } from '@crossvault/core/store';
import { z } from 'zod';

/** Maximum values of one parameter: each may cause a request to every vendor. */
const mostValues = 100;

/** Several values of one parameter; a job matches if it has any of them. */
export const listOf = <Value extends z.ZodType>(value: Value) =>
  z.array(value).min(1).max(mostValues, `at most ${mostValues} values are allowed.`);

/** How the document shows a parameter of several values. */
export const several = (description: string) => ({
  description: `${description} Separate several values with commas, or repeat the parameter.`,
  param: { style: 'form', explode: false } as const,
});

/** A text that is refused with the message of the core's parser. */
export const textReadBy = (read: (text: string) => unknown) =>
  z.string().superRefine((text, context) => {
    try {
      read(text);
    } catch (error) {
      // The core's message begins with the parameter's name, which the caller has already.
      const message = CrossvaultError.from(error).message.replace(/^\w+: /, '');
      const lostPlus = / \d\d:\d\d$/.test(text) ? ' A plus sign is written %2B in an address.' : '';
      context.addIssue({ code: 'custom', message: `${message}${lostPlus}` });
    }
  });

/** Words to search for. */
export const searchText = (description: string) =>
  // An empty text is refused as any empty value is.
  textReadBy((text) => text.trim() === '' || toSearchedWords(text))
    .exactOptional()
    .describe(
      `${description} At most ${searchLimits.words} different words and ${searchLimits.characters} characters.`,
    );

/** An instant with a zone. */
export const instant = (name: string) => textReadBy((text) => parseUserInstant(text, name));

/** An instant with a zone, or `all`. */
export const instantOrAll = (name: string) => textReadBy((text) => text === 'all' || parseUserInstant(text, name));

/** A duration before now, or an instant. Only the form is checked here; the engine resolves "now". */
export const spanOrInstant = () => textReadBy((text) => parseSince(text, Date.parse('9999-12-31T23:59:59Z')));
