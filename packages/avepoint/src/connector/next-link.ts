import { withoutEndSlashes } from '@crossvault/core';

/** The target of the vendor's `nextLink`. The form of the link is not documented. */
export type NextLink =
  /** An address of the same list, at the configured scheme and host. */
  | { readonly kind: 'own'; readonly url: string }
  /** Another address; the token is not sent to it. */
  | { readonly kind: 'foreign' }
  /** Not an address, as in the vendor's sister list: it only means that there are more rows. */
  | { readonly kind: 'token' }
  /** Empty: the end, as documented. */
  | { readonly kind: 'end' }
  /** Not in the answer. */
  | { readonly kind: 'absent' };

/** An address names a host, or it is relative and has a query: that of a page cannot do without. */
const addressPattern = /^(?:[a-z][a-z0-9+.-]*:)?[\\/]{2}|\?/i;

export function readNextLink(link: string | null, listUrl: string): NextLink {
  if (link === null) return { kind: 'absent' };
  if (link === '') return { kind: 'end' };
  if (!addressPattern.test(link)) return { kind: 'token' };
  if (!URL.canParse(link, listUrl)) return { kind: 'foreign' };
  const url = new URL(link, listUrl);
  const list = new URL(listUrl);
  // Links of other products of the vendor's spell the path in other cases.
  const isSamePath = withoutEndSlashes(url.pathname.toLowerCase()) === list.pathname.toLowerCase();
  const isOwn = url.origin === list.origin && isSamePath && url.username === '' && url.password === '';
  return isOwn ? { kind: 'own', url: url.href } : { kind: 'foreign' };
}
