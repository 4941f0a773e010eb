import type { FieldErrors } from './problems.ts';
import { parseInstant } from './time-text.ts';

export type Query = Readonly<Record<string, unknown>>;

export type Reading<Value> = { readonly value: Value } | { readonly errors: readonly string[] };

const INT_MAX = 2_147_483_647;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** From v4 on no other form is taken. */
const UTC_SECOND = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** For a parameter that a version does not know. */
export const NOTHING: Reading<null> = { value: null };

const texts = (query: Query, name: string): string[] =>
  [query[name]].flat().filter((value) => typeof value === 'string');

/** Names are compared with case, as the documentation says from version 2 on; a scalar that is repeated counts once. */
const firstText = (query: Query, name: string): string | undefined => texts(query, name)[0];

const invalid = (value: string, name: string) => ({ errors: [`The value '${value}' is not valid for ${name}.`] });

export const readText = (query: Query, name: string): Reading<string | null> => ({
  value: firstText(query, name) ?? null,
});

export const readInteger = (query: Query, name: string, least: number, fallback: number): Reading<number> => {
  const text = firstText(query, name);
  if (text === undefined) return { value: fallback };
  if (!/^[+-]?\d+$/.test(text)) return invalid(text, name);
  const value = Number(text);
  if (value >= least && value <= INT_MAX) return { value };
  return { errors: [`The field ${name} must be between ${least} and ${INT_MAX}.`] };
};

/** Words of an enumeration are repeated keys; a list with commas is one unknown word (inferred: unknown words are refused). */
export const readWords = (query: Query, name: string, known: readonly string[]): Reading<readonly string[] | null> => {
  const given = texts(query, name);
  if (given.length === 0) return { value: null };
  const words = given.map((word) => known.find((candidate) => candidate.toLowerCase() === word.toLowerCase()));
  const wrong = given.filter((_, index) => words[index] === undefined);
  if (wrong.length > 0) return { errors: wrong.flatMap((word) => invalid(word, name).errors) };
  return { value: words.filter((word) => word !== undefined) };
};

export const readUuid = (query: Query, name: string): Reading<string | null> => {
  const text = firstText(query, name);
  if (text === undefined) return { value: null };
  return UUID.test(text) ? { value: text.toLowerCase() } : invalid(text, name);
};

/** Microseconds since 1970. */
export const readTime = (query: Query, name: string, isStrict: boolean): Reading<number | null> => {
  const text = firstText(query, name);
  if (text === undefined) return { value: null };
  if (!isStrict) {
    const milliseconds = Date.parse(text);
    return Number.isNaN(milliseconds) ? invalid(text, name) : { value: milliseconds * 1000 };
  }
  const micros = UTC_SECOND.test(text) ? parseInstant(text) : null;
  if (micros === null || !new Date(micros / 1000).toISOString().startsWith(text.slice(0, 19)))
    return invalid(text, name);
  return { value: micros };
};

export const errorsOf = (readings: Readonly<Record<string, Reading<unknown>>>): FieldErrors | null => {
  const wrong = Object.entries(readings).flatMap(([name, reading]) =>
    'errors' in reading ? [[name, reading.errors] as const] : [],
  );
  return wrong.length === 0 ? null : Object.fromEntries(wrong);
};

export const readingOr = <Value>(reading: Reading<Value>, fallback: Value): Value =>
  'errors' in reading ? fallback : reading.value;
