import { createHash } from 'node:crypto';

/** A weak entity tag: two answers with the same content have the same one. */
export function toEntityTag(content: unknown): string {
  const text = JSON.stringify(content) ?? '';
  return `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
}

/** Whether an `If-None-Match` names the tag, by the weak comparison of RFC 9110. */
export function namesEntityTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  const opaque = tag.replace(/^W\//, '');
  return [...header.matchAll(/"[^"]*"/g)].some(([named]) => named === opaque);
}
