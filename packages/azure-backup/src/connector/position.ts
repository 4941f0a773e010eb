import { createHash } from 'node:crypto';
import { parseToken } from '@crossvault/client-kit';
import { z } from 'zod';

/** How far a reading of a list has come: the link of the next page, and marks of the links and pages already seen. */
export interface Position {
  /** Null before the first page. */
  readonly link: string | null;
  readonly seen: readonly string[];
}

/** The link, then the marks. */
const tokenWire = z.array(z.string()).min(1);

export const firstPosition: Position = { link: null, seen: [] };

/** A mark by which a link or a page's ids are known again. Links are thousands of characters long, marks sixteen. */
export function toMark(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

export function toPageToken({ link, seen }: Position): string {
  return JSON.stringify([link, ...seen]);
}

export function parsePageToken(token: string, connection: string): Position {
  const [link = '', ...seen] = parseToken(token, tokenWire, 'jobs', connection);
  return { link, seen };
}
