import { CrossvaultError, quoteVendor } from '@crossvault/core/errors';

/** Whether a link with this path may be followed. The path is relative to `baseUrl`, decoded, and in lower case. */
export type LinkRule = (path: string) => boolean;

/** Exactly this path, in any case. */
export const samePath =
  (expected: string): LinkRule =>
  (path) =>
    path === normalize(expected);

/**
 * Resolves a link of a vendor, relative or absolute. The token is sent only to the scheme and host that the
 * connection is configured with, and there only to paths that the rule allows. A link may also come from a caller, in
 * a forged cursor.
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

/** The path of an address below another one, as rules compare it; null where it is not below, or contains an encoded slash. */
function pathBelow(base: URL, url: URL): string | null {
  if (/%(?:2f|5c|00|25)/i.test(url.pathname)) return null;
  const [whole, front] = [normalize(url.pathname), normalize(base.pathname)];
  return front === '/' ? whole : whole.startsWith(`${front}/`) ? whole.slice(front.length) : null;
}

/** Vendors write paths in any case, with duplicate slashes, and with unnecessary encoding. */
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
    message: `The source pointed to ${where}; only ${only} is followed, so that the token is sent to no other address.`,
    source,
  });

const longestSegment = 2048;
/** Control characters and both slashes: some servers treat a backslash as a slash. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u001f\u007f-\u009f/\\]/;
/** Encoded dots and slashes, which a proxy may decode again before it forwards a request. */
const decodable = /%(?:2f|5c|2e|00)/i;

/**
 * Whether a text is a valid single path segment: `..` would leave the path, a slash would make two
 * segments. Ids come from vendors and, in keys and cursors that callers can forge, from callers.
 */
export function isPathSegment(text: string): boolean {
  if (text.length > longestSegment) return false;
  if (isPlain(text)) return true;
  return (
    text.trim() !== '' &&
    text !== '.' &&
    text !== '..' &&
    text.isWellFormed() &&
    !forbidden.test(text) &&
    !decodable.test(text)
  );
}

const hyphen = 45;

/** A uuid, a number or a word, as nearly all ids are. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const lower = code | 0x20;
    if (code !== hyphen && !(code >= 0x30 && code <= 0x39) && !(lower >= 0x61 && lower <= 0x7a)) return false;
  }
  return text !== '';
}

/** Inserts parameters into the path of a call. Throws for a parameter that would change the path. */
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
    message: `The source cannot have this object: a ${name} is one segment of a path, without slashes, only dots, or control characters.`,
  });

/** Parses a page token. Throws `invalid-cursor` for a token of another list. */
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
