import { createHash } from 'node:crypto';
import { parseToken } from '@crossvault/client-kit';
import { z } from 'zod';

/** Number of recent marks. The anchor detects longer cycles. */
const recentKept = 32;

/** The links and pages that a reading has visited, in constant size. */
export interface Trail {
  /** How many marks there were. */
  readonly count: number;
  /** The latest of them. */
  readonly recent: readonly string[];
  /** An older mark, replaced at growing intervals, so that a cycle of any length is detected. */
  readonly anchor: string | null;
}

/** Position of a reading of a list: the link of the next page, and the trail. */
export interface Position {
  /** Null before the first page. */
  readonly link: string | null;
  readonly trail: Trail;
}

export const noTrail: Trail = { count: 0, recent: [], anchor: null };

/** The link, how many marks there were, the anchor, then the latest marks. */
const tokenWire = z.tuple([z.string(), z.int().nonnegative(), z.string().nullable()]).rest(z.string());

export const firstPosition: Position = { link: null, trail: noTrail };

/** Fingerprint of a link or of a page's ids: sixteen characters instead of thousands. */
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
