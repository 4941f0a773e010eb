import { isJsonObject, joinSentences } from '@crossvault/core';

/** Maximum depth and number of reported errors. */
const limits = { depth: 5, texts: 20 } as const;

/** Where vendors write what went wrong, the fuller text first. */
const messageNames = ['message', 'detail', 'error_description', 'errormessage', 'description', 'title'] as const;
const codeNames = ['code', 'errorcode'] as const;

type Fields = ReadonlyMap<string, unknown>;

/**
 * A vendor's words out of the body of an error, in every form that is usual: a text, or an object with `message`, `code`,
 * `detail` or `title`, alone, under `error`, in a list under `errors`, or in lists by the names of fields. Names count
 * without regard to case. Null for a body that has no words; a body that is a text alone is some page and has none.
 */
export function readErrorText(body: unknown): string | null {
  if (!isJsonObject(body)) return null;
  const texts = [...new Set(readTexts(body, limits.depth))].slice(0, limits.texts);
  return texts.length > 1 ? joinSentences(...texts) : (texts[0] ?? null);
}

function readTexts(node: unknown, depth: number): readonly string[] {
  const text = textOf(node);
  if (text !== null) return [text];
  if (depth === 0) return [];
  if (Array.isArray(node)) return node.slice(0, limits.texts).flatMap((inner) => readTexts(inner, depth - 1));
  if (!isJsonObject(node)) return [];
  const fields: Fields = new Map(Object.entries(node).map(([name, value]) => [name.toLowerCase(), value]));
  const own = describe(fields);
  return [
    ...(own === null ? [] : [own]),
    ...(textOf(fields.get('error')) === null ? readTexts(fields.get('error'), depth - 1) : []),
    ...readSeveral(fields.get('errors'), depth - 1),
    ...(Array.isArray(fields.get('details')) ? readTexts(fields.get('details'), depth - 1) : []),
  ];
}

/** One error's code and message, and the field that it is about. A code that is a number is a status, and told elsewhere. */
function describe(fields: Fields): string | null {
  const error = textOf(fields.get('error'));
  const message = firstText(fields, messageNames);
  const words = [firstText(fields, codeNames) ?? error, message].filter((part) => part !== null).join(': ');
  const field = textOf(fields.get('field'));
  return words === '' ? null : `${words}${field === null ? '' : ` (${field})`}`;
}

/** Errors in a list, one alone, or those of each field under its name. */
function readSeveral(errors: unknown, depth: number): readonly string[] {
  const own = readTexts(errors, depth);
  if (own.length > 0 || !isJsonObject(errors)) return own;
  return Object.entries(errors).flatMap(([name, inner]) => {
    const texts = readTexts(inner, depth - 1);
    return texts.length === 0 ? [] : [`${name}: ${texts.length > 1 ? joinSentences(...texts) : texts[0]}`];
  });
}

const firstText = (fields: Fields, names: readonly string[]): string | null =>
  names.map((name) => textOf(fields.get(name))).find((text) => text !== null) ?? null;

/** Texts on one line. Null for what is no text, or none to be seen. */
const textOf = (value: unknown): string | null => (typeof value === 'string' ? toOneLine(value) || null : null);

const toOneLine = (text: string): string =>
  text
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
