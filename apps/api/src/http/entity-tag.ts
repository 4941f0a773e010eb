import { hash } from 'node:crypto';
import isFresh from 'fresh';

/** A weak entity tag: two answers with the same content have the same one. */
export const toEntityTag = (content: unknown): string => toWeakTag(hashText(JSON.stringify(content) ?? ''));

const hashText = (text: string): string => hash('sha256', text, 'base64url').slice(0, 27);

/** The weak entity tag of a text. */
export const toTextTag = (text: string): string => toWeakTag(hashText(text));

/** The tag of content that has a name of its own. */
export const toWeakTag = (validator: string): string => `W/"${validator}"`;

/**
 * Whether an `If-None-Match` names the tag, by the weak comparison of RFC 9110. No other header is compared: a fetch that is
 * conditional sends `Cache-Control: no-cache` too, for which `request.fresh` would never answer 304.
 */
export const namesEntityTag = (header: string | undefined, tag: string): boolean =>
  // RFC 9110 also allows tabs between the tags; the library knows spaces only.
  isFresh({ 'if-none-match': header?.replaceAll('\t', ' ').trim() }, { etag: tag });
