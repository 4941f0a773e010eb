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
