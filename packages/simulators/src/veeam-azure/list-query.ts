import type { FieldErrors } from './problems.ts';
import type { SessionView } from './sessions.ts';
import { parseInstant } from './time-text.ts';
import { FILTER_TYPES, STATUS_WORDS } from './words.ts';

type Query = Readonly<Record<string, unknown>>;

type ListQuery = {
  readonly offset: number;
  /** -1: everything behind the offset. */
  readonly limit: number;
  matches(view: SessionView): boolean;
};

type Reading<Value> = { readonly value: Value } | { readonly errors: readonly string[] };

const INT_MAX = 2_147_483_647;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Since version 4 no other form is taken. */
const UTC_SECOND = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

const texts = (query: Query, name: string): string[] =>
  [query[name]].flat().filter((value) => typeof value === 'string');

/** Names are compared with case, as the documentation says from version 2 on; a scalar that is repeated counts once. */
const firstText = (query: Query, name: string): string | undefined => texts(query, name)[0];

const invalid = (value: string, name: string) => ({ errors: [`The value '${value}' is not valid for ${name}.`] });

const readInteger = (query: Query, name: string, least: number, fallback: number): Reading<number> => {
  const text = firstText(query, name);
  if (text === undefined) return { value: fallback };
  if (!/^[+-]?\d+$/.test(text)) return invalid(text, name);
  const value = Number(text);
  if (value >= least && value <= INT_MAX) return { value };
  return { errors: [`The field ${name} must be between ${least} and ${INT_MAX}.`] };
};

/** Words of an enumeration are repeated keys; a list with commas is one unknown word (inferred: unknown words are refused). */
const readWords = (query: Query, name: string, known: readonly string[]): Reading<readonly string[] | null> => {
  const given = texts(query, name);
  if (given.length === 0) return { value: null };
  const words = given.map((word) => known.find((candidate) => candidate.toLowerCase() === word.toLowerCase()));
  const wrong = given.filter((_, index) => words[index] === undefined);
  if (wrong.length > 0) return { errors: wrong.flatMap((word) => invalid(word, name).errors) };
  return { value: words.filter((word) => word !== undefined) };
};

const readUuid = (query: Query, name: string): Reading<string | null> => {
  const text = firstText(query, name);
  if (text === undefined) return { value: null };
  return UUID.test(text) ? { value: text.toLowerCase() } : invalid(text, name);
};

const readSecond = (query: Query, name: string): Reading<number | null> => {
  const text = firstText(query, name);
  if (text === undefined) return { value: null };
  const micros = UTC_SECOND.test(text) ? parseInstant(text) : null;
  if (micros === null || !new Date(micros / 1000).toISOString().startsWith(text.slice(0, 19)))
    return invalid(text, name);
  return { value: micros };
};

const isOneOf = (words: readonly string[] | null, word: unknown): boolean =>
  words === null || (typeof word === 'string' && words.includes(word));

const isPolicy = (asked: string | null, policyId: unknown): boolean =>
  asked === null || (typeof policyId === 'string' && policyId.toLowerCase() === asked);

/** The reference page knows no parameters; others of the first version use these two, in lower case. */
const readFirstVersion = (query: Query, defaultLimit: number) => ({
  offset: readInteger(query, 'offset', 0, 0),
  limit: readInteger(query, 'limit', -1, defaultLimit),
});

const readLaterVersion = (query: Query, defaultLimit: number) => ({
  Offset: readInteger(query, 'Offset', 0, 0),
  Limit: readInteger(query, 'Limit', -1, defaultLimit),
  Status: readWords(query, 'Status', STATUS_WORDS),
  Types: readWords(query, 'Types', FILTER_TYPES),
  PolicyId: readUuid(query, 'PolicyId'),
  FromUtc: readSecond(query, 'FromUtc'),
  ToUtc: readSecond(query, 'ToUtc'),
});

const errorsOf = (readings: Readonly<Record<string, Reading<unknown>>>): FieldErrors | null => {
  const wrong = Object.entries(readings).flatMap(([name, reading]) =>
    'errors' in reading ? [[name, reading.errors] as const] : [],
  );
  return wrong.length === 0 ? null : Object.fromEntries(wrong);
};

const readingOr = <Value>(reading: Reading<Value>, fallback: Value): Value =>
  'errors' in reading ? fallback : reading.value;

/** Parameters that the version does not know are ignored; the first version filters nothing. */
export const parseListQuery = (
  query: Query,
  isFirst: boolean,
  defaultLimit: number,
): { readonly query: ListQuery } | { readonly errors: FieldErrors } => {
  if (isFirst) {
    const readings = readFirstVersion(query, defaultLimit);
    const errors = errorsOf(readings);
    const page = { offset: readingOr(readings.offset, 0), limit: readingOr(readings.limit, 0) };
    return errors === null ? { query: { ...page, matches: () => true } } : { errors };
  }
  const readings = readLaterVersion(query, defaultLimit);
  const errors = errorsOf(readings);
  if (errors !== null) return { errors };
  const statuses = readingOr(readings.Status, null);
  const types = readingOr(readings.Types, null);
  const policyId = readingOr(readings.PolicyId, null);
  const fromMicros = readingOr(readings.FromUtc, null);
  const toMicros = readingOr(readings.ToUtc, null);
  const isWithin = (startMicros: number | null): boolean => {
    if (fromMicros === null && toMicros === null) return true;
    if (startMicros === null) return false;
    return startMicros >= (fromMicros ?? startMicros) && startMicros <= (toMicros ?? startMicros);
  };
  return {
    query: {
      offset: readingOr(readings.Offset, 0),
      limit: readingOr(readings.Limit, 0),
      matches: (view) =>
        isOneOf(statuses, view.status) &&
        isOneOf(types, view.type) &&
        isPolicy(policyId, view.policyId) &&
        isWithin(view.startMicros),
    },
  };
};
