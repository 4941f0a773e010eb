import { hash as hashOnce } from 'node:crypto';
import { parseToken } from '@crossvault/client-kit';
import { isJsonObject, type SourceWarning } from '@crossvault/core';
import { z } from 'zod';
import type { ListAnswer } from '../mapping/unwrap.ts';
import type { NextLink } from './next-link.ts';

/** Position of a reading of a list: the next page, and fingerprints that reveal repeated pages. */
const positionSchema = z.strictObject({
  /** The vendor's link to the page; null: it is requested by its index. */
  link: z.string().nullable(),
  index: z.int().nonnegative(),
  /** The same on all pages of a reading, or the index would count other rows. */
  size: z.int().positive(),
  /** Rows read so far; a repeated page counts once. */
  collected: z.int().nonnegative(),
  /** Rows so far that were not on the page before or the first: no more than there really were. */
  fresh: z.int().nonnegative(),
  /** The smallest total so far: at least this many jobs existed throughout. */
  least: z.int().nonnegative().nullable(),
  pages: z.int().nonnegative(),
  /** The total of the previous page; null when it reported none. */
  total: z.int().nonnegative().nullable(),
  /** Fingerprints of the rows of the previous page. */
  former: z.array(z.string()),
  /** Fingerprints of the first page, which a vendor returns when it ignores the index. */
  front: z.array(z.string()),
  /** Rows of the largest page so far: the vendor may return fewer than requested. */
  widest: z.int().nonnegative(),
  /** Fingerprint of an older page, replaced at growing intervals, so that a cycle of any length is detected. */
  anchor: z.string().nullable(),
  /** The page is requested a second time, since its first answer showed rows of the page before. */
  again: z.boolean(),
  /** The page before was the same as the one before it. */
  stalled: z.boolean(),
  /** How often the reading went back because jobs were removed from the list. */
  returns: z.int().nonnegative(),
});

export type Position = z.infer<typeof positionSchema>;

export interface Step {
  readonly next: Position | null;
  readonly warnings: readonly SourceWarning[];
}

/** Maximum number of times that a reading goes back in a shrinking list. */
const mostReturns = 20;

export function firstPosition(size: number): Position {
  return {
    link: null,
    index: 0,
    size,
    collected: 0,
    fresh: 0,
    least: null,
    pages: 0,
    total: null,
    former: [],
    front: [],
    widest: 0,
    anchor: null,
    again: false,
    stalled: false,
    returns: 0,
  };
}

export function toPageToken(position: Position): string {
  return JSON.stringify(position);
}

export function parsePageToken(token: string, connection: string): Position {
  return parseToken(token, positionSchema, 'jobs', connection);
}

/**
 * The step after a page. Rows are counted from the front of a list that changes, so three cases occur:
 * - Rows of the page before, or of the first, come again: jobs were added in front, or the vendor returned the wrong page
 *    by mistake. The page is requested once more, and then accepted.
 * - The very page before comes again: the vendor's first page is 1, as its sample has it. It is skipped once; the
 *   second in a row ends the list.
 * - The total falls: jobs were removed, and others moved to pages that were read already. Those pages are read again.
 */
export function advance(position: Position, page: ListAnswer, link: NextLink): Step {
  const look = lookAt(position, page);
  const refused: readonly SourceWarning[] = link.kind === 'foreign' ? ['link-refused'] : [];
  if (look.overlaps && !position.again) return { next: { ...position, again: true }, warnings: refused };
  if (look.goneCount > 0 && position.index > 0 && position.returns < mostReturns) {
    return { next: goBack(position, page, look.goneCount), warnings: refused };
  }
  const isMore = promisesMore(page, link, look.collected, position);
  const next = isMore && !isStuck(position, page, look) ? toNextPage(position, page, link, look) : null;
  const isMissing = look.least !== null && look.fresh < look.least;
  // The reading no longer goes back, or the vendor reported more rows than it returned.
  const isShort =
    look.goneCount > 0 || (next === null && (isMissing || ((isMore || look.isRepeated) && !look.isWhole)));
  return { next, warnings: isShort ? [...refused, 'list-ended-early'] : refused };
}

/** What a page shows compared with the ones before it. */
interface Look {
  readonly prints: readonly string[];
  /** Fingerprint of the whole page, with the total. */
  readonly print: string;
  readonly isRepeated: boolean;
  readonly overlaps: boolean;
  /** Most of its rows are those of the page before. */
  readonly isMostlyFormer: boolean;
  readonly fresh: number;
  readonly least: number | null;
  readonly goneCount: number;
  readonly collected: number;
  /** The number of rows equals the total. */
  readonly isWhole: boolean;
}

function lookAt(position: Position, { rows, total }: ListAnswer): Look {
  const prints = rows.map(printOf);
  const former = new Set(position.former);
  const known = new Set([...position.former, ...position.front]);
  const isSamePage =
    prints.length === position.former.length && prints.every((print, at) => print === position.former[at]);
  const isRepeated = prints.length > 0 && total === position.total && isSamePage;
  const collected = position.collected + (isRepeated ? 0 : rows.length);
  const totals = [position.least, total].filter((each) => each !== null);
  return {
    prints,
    print: hash([total, prints]),
    isRepeated,
    overlaps: prints.some((print) => known.has(print)),
    isMostlyFormer: prints.filter((print) => former.has(print)).length * 2 > prints.length,
    fresh: position.fresh + prints.filter((print) => !known.has(print)).length,
    least: totals.length === 0 ? null : Math.min(...totals),
    goneCount: position.total === null || total === null ? 0 : Math.max(0, position.total - total),
    collected,
    isWhole: total !== null && collected >= total,
  };
}

/** An empty page, the third copy of a page, or an old page: further pages would repeat. */
function isStuck(position: Position, page: ListAnswer, { isRepeated, print }: Look): boolean {
  return page.rows.length === 0 || (isRepeated ? position.stalled : print === position.anchor);
}

function toNextPage(position: Position, page: ListAnswer, link: NextLink, look: Look): Position {
  const pages = position.pages + 1;
  // A link that returned the previous page did not return the page of this index.
  const isAstray = look.isMostlyFormer && position.link !== null;
  const isAhead = link.kind === 'own' && link.url !== position.link;
  return {
    link: isAhead ? link.url : null,
    index: isAstray && !isAhead ? position.index : position.index + 1,
    size: position.size,
    collected: look.collected,
    fresh: look.fresh,
    least: look.least,
    pages,
    total: page.total,
    former: [...look.prints],
    front: position.pages === 0 ? [...look.prints] : position.front,
    widest: Math.max(position.widest, page.rows.length),
    anchor: Number.isInteger(Math.log2(pages)) ? look.print : position.anchor,
    again: false,
    stalled: look.isRepeated,
    returns: position.returns,
  };
}

/** To the page that may now contain the first of the moved rows. */
function goBack(position: Position, page: ListAnswer, goneCount: number): Position {
  const pagesBack = Math.min(position.index, Math.ceil(goneCount / Math.max(1, page.rows.length)));
  const index = position.index - pagesBack;
  return {
    ...firstPosition(position.size),
    index,
    collected: Math.max(0, position.collected - pagesBack * position.size),
    fresh: position.fresh,
    least: page.total,
    pages: position.pages,
    total: page.total,
    widest: position.widest,
    returns: position.returns + 1,
  };
}

/** A link says that there is more whatever the total is: of a list that grows, some rows are counted twice. */
function promisesMore({ rows, total }: ListAnswer, link: NextLink, collected: number, position: Position): boolean {
  if (link.kind === 'own' || link.kind === 'foreign' || link.kind === 'token') return true;
  if (total !== null && collected < total) return true;
  if (link.kind !== 'absent' || rows.length === 0) return false;
  return total === null || rows.length >= (position.widest || position.size);
}

/** Identity of a row's job, independent of its state. */
function printOf(row: unknown): string {
  return hash(isJsonObject(row) ? (row['id'] ?? row) : row);
}

function hash(value: unknown): string {
  return hashOnce('sha256', JSON.stringify(value) ?? '', 'base64url').slice(0, 8);
}
