import { CrossvaultError, quoteVendor } from '@crossvault/core';

/** Whether a path may be followed. It is given without the path of `baseUrl`, decoded, and in lower case. */
export type LinkRule = (path: string) => boolean;

/** Exactly this path, in any case. */
export const samePath =
  (expected: string): LinkRule =>
  (path) =>
    path === normalize(expected);

/**
 * The address of a link that a vendor gave, relative or absolute. Our token goes only to the scheme and host that the
 * connection is configured with, and there only to the paths that the rule allows. A link may also come from a caller, in
 * a cursor that was made up.
 */
export function checkLink(link: string, baseUrl: string, connection: string, isExpected: LinkRule): URL {
  const own = new URL(baseUrl);
  const url = URL.canParse(link, `${baseUrl}/`) ? new URL(link, `${baseUrl}/`) : null;
  if (url === null) throw refused('an address that cannot be read', own.origin, connection);
  if (url.origin !== own.origin || url.username !== '' || url.password !== '') {
    throw refused(quoteVendor(url.origin === 'null' ? url.protocol : url.origin, connection), own.origin, connection);
  }
  const path = pathBelow(own, url);
  if (path !== null && isExpected(path)) return url;
  throw refused(`the path ${quoteVendor(url.pathname, connection)}`, 'the path of what was asked', connection);
}

/** The path of an address below another one, as rules compare it; null where it is not below, or holds a coded slash. */
function pathBelow(base: URL, url: URL): string | null {
  if (/%(?:2f|5c|00|25)/i.test(url.pathname)) return null;
  const [whole, front] = [normalize(url.pathname), normalize(base.pathname)];
  return front === '/' ? whole : whole.startsWith(`${front}/`) ? whole.slice(front.length) : null;
}

/** Vendors write paths in any case, some with a slash too many, and code more than they have to. */
function normalize(path: string): string {
  const decoded = decode(path)
    .toLowerCase()
    .replaceAll(/\/{2,}/g, '/');
  return decoded.length > 1 && decoded.endsWith('/') ? decoded.slice(0, -1) : decoded;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const refused = (where: string, only: string, source: string): CrossvaultError =>
  new CrossvaultError({
    code: 'link-refused',
    message: `The source pointed to ${where}; only ${only} is followed, so that the token goes nowhere else.`,
    source,
  });

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
  return pathname.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
    const value = String(parameters[name] ?? '');
    if (!isPathSegment(value)) throw invalidSegment(name);
    return encodeURIComponent(value);
  });
}

const invalidSegment = (name: string): CrossvaultError =>
  new CrossvaultError({
    code: 'source-not-found',
    message: `The source cannot have what was asked for: a ${name} is one segment of a path, without slashes, dots alone or control characters.`,
  });

/** What a page token holds, by its schema. Throws `invalid-cursor` for a token that was made for something else than `list`. */
export function parseToken<T>(
  token: string,
  schema: { parse(value: unknown): T },
  list: string,
  connection: string,
): T {
  try {
    return schema.parse(JSON.parse(token));
  } catch (cause) {
    throw new CrossvaultError({
      code: 'invalid-cursor',
      message: `This page token does not belong to a list of ${list}.`,
      source: connection,
      cause,
    });
  }
}
