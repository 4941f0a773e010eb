import { withoutEndSlashes } from '@crossvault/core';

/** What the vendor's `nextLink` leads to. The form of the link is not documented. */
export type NextLink =
  /** An address of this very list, at our own scheme and host. */
  | { readonly kind: 'own'; readonly url: string }
  /** An address elsewhere: our token does not go there. */
  | { readonly kind: 'foreign' }
  /** No address at all, as the vendor's sister list sends it: it only says that there is more. */
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
