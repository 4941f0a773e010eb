import { createHash } from 'node:crypto';
import {
  CrossvaultError,
  type CursorState,
  decodeCursor,
  type JobCriteria,
  type JobQuery,
  type JobSort,
  type PageQuery,
  parseSince,
  parseUserInstant,
  toSearchedWords,
} from '@crossvault/core';

/** A list without order is read this far back unless the query says otherwise. */
const defaultWindowMs = 30 * 86_400_000;

/** What is asked for and in which order: the same for all pages of one reading. */
export interface Criteria extends JobCriteria {
  readonly sort: JobSort;
  /** Names the filters and the order; a cursor carries it. */
  readonly fingerprint: string;
  /** Lower bound for lists without order: the query's own, or the default window of the first page. */
  readonly unorderedAfter: string | null;
}

/**
 * Reads query and cursor together. Throws for dates that are none, cursors of other filters, and, where vendors are read,
 * for sorts without a bound: a store knows its oldest job, a vendor's list would have to be read to its end.
 */
export function resolveCriteria(
  query: JobQuery,
  page: Pick<PageQuery, 'sort' | 'cursor'>,
  { nowMs, readsVendors }: { readonly nowMs: number; readonly readsVendors: boolean },
): { readonly criteria: Criteria; readonly cursor: CursorState | null } {
  const fingerprint = fingerprintOf(query, page.sort);
  const cursor = page.cursor === null ? null : decodeCursor(page.cursor);
  if (cursor !== null && cursor.filter !== fingerprint) {
    throw new CrossvaultError({
      code: 'cursor-mismatch',
      message:
        'The cursor was made for other filters or another order. Send the same filters as for the first page, or start without a cursor.',
      parameter: 'cursor',
    });
  }
  const bound = (text: string | undefined, parameter: string): string | null =>
    text === undefined || text === 'all' ? null : parseUserInstant(text, parameter);
  const startedAfter = bound(query.startedAfter, 'startedAfter');
  if (readsVendors && page.sort === 'startedAt' && startedAfter === null) {
    throw new CrossvaultError({
      code: 'sort-needs-window',
      message:
        'sort=startedAt reads from the oldest job on and so needs startedAfter, such as startedAfter=2026-01-01T00:00:00Z.',
      parameter: 'sort',
    });
  }
  const since = cursor?.since ?? (query.since === undefined ? null : parseSince(query.since, nowMs));
  const criteria: Criteria = {
    query,
    sort: page.sort,
    fingerprint,
    startedAfter,
    startedBefore: bound(query.startedBefore, 'startedBefore'),
    since,
    unorderedAfter: cursor === null ? defaultLowerBound(query, startedAfter, nowMs) : cursor.startedAfter,
    words: toSearchedWords(query.q ?? ''),
  };
  return { criteria, cursor };
}

function defaultLowerBound(query: JobQuery, startedAfter: string | null, nowMs: number): string | null {
  if (startedAfter !== null || query.startedAfter === 'all' || query.nativeId !== undefined) return startedAfter;
  return new Date(nowMs - defaultWindowMs).toISOString();
}

/** The same filters in any order and spelling of lists give the same name. */
function fingerprintOf(query: JobQuery, sort: JobSort): string {
  const entries = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value])
    .sort(([a], [b]) => String(a).localeCompare(String(b)));
  return createHash('sha256')
    .update(JSON.stringify([sort, entries]))
    .digest('base64url')
    .slice(0, 12);
}
