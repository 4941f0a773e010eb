import { createHash } from 'node:crypto';
import { CrossvaultError, isJsonObject, type SourceWarning } from '@crossvault/contract';
import { z } from 'zod';
import type { NextLink } from './next-link.ts';
import type { ListAnswer } from './unwrap.ts';

/** Where a reading of a list stands: what the next page is, and what tells that the vendor repeats itself. */
const positionSchema = z.strictObject({
  /** The vendor's own link to the page; null: it is asked for by its index. */
  link: z.string().nullable(),
  index: z.int().nonnegative(),
  /** The same on all pages of a reading, or the index would count other rows. */
  size: z.int().positive(),
  /** Rows so far, a page that came twice once. */
  collected: z.int().nonnegative(),
  pages: z.int().nonnegative(),
  /** Fingerprint of the page before. */
  former: z.string().nullable(),
  /** Fingerprint of an older page, kept for ever longer stretches: a circle of any length comes back to it. */
  anchor: z.string().nullable(),
  /** The page before was the same as the one before it. */
  stalled: z.boolean(),
});

export type Position = z.infer<typeof positionSchema>;

export interface Step {
  readonly next: Position | null;
  readonly warnings: readonly SourceWarning[];
}

export function firstPosition(size: number): Position {
  return {
    link: null,
    index: 0,
    size,
    collected: 0,
    pages: 0,
    former: null,
    anchor: null,
    stalled: false,
  };
}

export function toPageToken(position: Position): string {
  return JSON.stringify(position);
}

export function parsePageToken(token: string, connection: string): Position {
  try {
    return positionSchema.parse(JSON.parse(token));
  } catch (cause) {
    throw new CrossvaultError({
      code: 'invalid-cursor',
      message: 'This page token does not belong to a list of jobs.',
      source: connection,
      cause,
    });
  }
}

/**
 * The step after a page. A page that is the same as the one before may be an accident (the vendor's first page is 1, as
 * its sample has it): it is passed over once, and the second in a row ends the list. Where the total has changed with
 * it, rows were added and moved the others, and nothing is wrong.
 */
export function advance(position: Position, page: ListAnswer, link: NextLink): Step {
  const refused: readonly SourceWarning[] = link.kind === 'foreign' ? ['link-refused'] : [];
  const endedEarly: Step = { next: null, warnings: [...refused, 'list-ended-early'] };
  const print = fingerprint(page);
  const repeated = page.rows.length > 0 && print === position.former;
  const collected = position.collected + (repeated ? 0 : page.rows.length);
  if (!isMore(page, link, collected, position.size)) return repeated ? endedEarly : { next: null, warnings: refused };
  const circled = !repeated && print === position.anchor;
  if (page.rows.length === 0 || circled || (repeated && position.stalled)) return endedEarly;
  const pages = position.pages + 1;
  const next: Position = {
    link: link.kind === 'own' ? link.url : null,
    index: position.index + 1,
    size: position.size,
    collected,
    pages,
    former: print,
    anchor: Number.isInteger(Math.log2(pages)) ? print : position.anchor,
    stalled: repeated,
  };
  return { next, warnings: refused };
}

function isMore(page: ListAnswer, link: NextLink, collected: number, size: number): boolean {
  if (page.total !== null && collected >= page.total) return false;
  if (link.kind === 'own' || link.kind === 'foreign' || link.kind === 'token') return true;
  return page.total !== null || (link.kind === 'absent' && page.rows.length >= size);
}

/** Which jobs a page has, whatever became of them meanwhile, and of how many. */
function fingerprint({ rows, total }: ListAnswer): string {
  const ids = rows.map((row) => (isJsonObject(row) ? (row['id'] ?? row) : row));
  return createHash('sha256')
    .update(JSON.stringify([total, ids]))
    .digest('base64url')
    .slice(0, 16);
}
