import { createHash } from 'node:crypto';
import { CrossvaultError } from '@crossvault/contract';

/** How far a reading of a list has come: the link of the next page, and marks of the links and pages already seen. */
export interface Position {
  /** Null before the first page. */
  readonly link: string | null;
  readonly seen: readonly string[];
}

export const firstPosition: Position = { link: null, seen: [] };

/** A mark by which a link or a page's ids are known again. Links are thousands of characters long, marks sixteen. */
export function toMark(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

export function toPageToken({ link, seen }: Position): string {
  return JSON.stringify([link, ...seen]);
}

export function parsePageToken(token: string, connection: string): Position {
  try {
    const parts: unknown = JSON.parse(token);
    if (Array.isArray(parts) && parts.length > 0 && parts.every((part) => typeof part === 'string')) {
      const [link = '', ...seen] = parts;
      return { link, seen };
    }
  } catch {
    // Falls through: what is no JSON is none of ours either.
  }
  throw new CrossvaultError({
    code: 'invalid-cursor',
    message: 'This page token does not belong to a list of jobs.',
    source: connection,
  });
}
