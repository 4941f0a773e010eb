import { CrossvaultError } from '@crossvault/core';

const longestSegment = 2048;
/** Characters of control, and both slashes: some servers take the backward one for the other. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u001f\u007f-\u009f/\\]/;
/** Dots and slashes that a proxy may decode once more before it hands a request on. */
const decodable = /%(?:2f|5c|2e|00)/i;

/**
 * Whether a text can stand as one segment of a path and name one thing: `..` would climb out of it, a slash would make two
 * of it. Ids come from vendors and, in keys and cursors that anyone can make up, from callers.
 */
export function isPathSegment(text: string): boolean {
  return (
    text.trim() !== '' &&
    text.length <= longestSegment &&
    text !== '.' &&
    text !== '..' &&
    text.isWellFormed() &&
    !forbidden.test(text) &&
    !decodable.test(text)
  );
}

/** Puts parameters into the path of a call. One that would change which path it is never leaves. */
export function serializePath(pathname: string, parameters: Readonly<Record<string, unknown>>): string {
  return pathname.replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
    const value = String(parameters[name] ?? '');
    if (!isPathSegment(value)) throw noSuchPlace(name);
    return encodeURIComponent(value);
  });
}

const noSuchPlace = (name: string): CrossvaultError =>
  new CrossvaultError({
    code: 'source-not-found',
    message: `The source cannot have what was asked for: a ${name} is one segment of a path, without slashes, dots alone or control characters.`,
  });
