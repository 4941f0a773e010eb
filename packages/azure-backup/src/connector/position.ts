import { createHash } from 'node:crypto';
import { parseToken } from '@crossvault/client-kit';
import { z } from 'zod';

/** So many of the latest marks are kept. A longer circle is found by the anchor. */
const recentKept = 32;

/** Which links and pages a reading has come by, in a size that does not grow with the list. */
export interface Trail {
  /** How many marks there were. */
  readonly count: number;
  /** The latest of them. */
  readonly recent: readonly string[];
  /** An older mark, kept for ever longer stretches: a circle of any length comes back to it. */
  readonly anchor: string | null;
}

/** How far a reading of a list has come: the link of the next page, and the trail behind it. */
export interface Position {
  /** Null before the first page. */
  readonly link: string | null;
  readonly trail: Trail;
}

export const noTrail: Trail = { count: 0, recent: [], anchor: null };

/** The link, how many marks there were, the anchor, then the latest marks. */
const tokenWire = z.tuple([z.string(), z.int().nonnegative(), z.string().nullable()]).rest(z.string());

export const firstPosition: Position = { link: null, trail: noTrail };

/** A mark by which a link or a page's ids are known again. Links are thousands of characters long, marks sixteen. */
export function toMark(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

export const hasCome = ({ recent, anchor }: Trail, mark: string): boolean => mark === anchor || recent.includes(mark);

export function goOn({ count, recent, anchor }: Trail, mark: string): Trail {
  return {
    count: count + 1,
    recent: [...recent, mark].slice(-recentKept),
    anchor: Number.isInteger(Math.log2(count + 1)) ? mark : anchor,
  };
}

export function toPageToken({ link, trail }: Position): string {
  return JSON.stringify([link, trail.count, trail.anchor, ...trail.recent]);
}

export function parsePageToken(token: string, connection: string): Position {
  const [link, count, anchor, ...recent] = parseToken(token, tokenWire, 'jobs', connection);
  return { link, trail: { count, anchor, recent: recent.slice(-recentKept) } };
}
