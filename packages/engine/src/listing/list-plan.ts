import { hash } from 'node:crypto';
import {
  CrossvaultError,
  type JobList,
  type JobQuery,
  type JobSort,
  type JobStatus,
  type ListQuery,
  type PageQuery,
} from '@crossvault/core';
import { type CursorState, decodeCursor, parseSince, parseUserInstant, sinceMarginMs } from '@crossvault/core/internal';
import { type JobCriteria, type Position, toSearchedWords } from '@crossvault/core/store';

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

interface ReadingFacts {
  readonly nowMs: number;
  readonly readsVendors: boolean;
  /** As those of the criteria. @default none */
  readonly tenantConnections?: readonly string[];
}

/**
 * Reads query and cursor together. Throws for malformed dates, cursors of other filters, and, where vendors are read live,
 * ascending order without a lower bound: a store finds its oldest job, but a vendor's list would have to be read to its end.
 */
export function resolveCriteria(
  query: JobQuery,
  page: Pick<PageQuery, 'sort' | 'cursor'>,
  { nowMs, readsVendors, tenantConnections = [] }: ReadingFacts,
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
    words: query.q === undefined ? [] : toSearchedWords(query.q),
    tenantConnections,
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
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return hash('sha256', JSON.stringify([sort, entries]), 'base64url').slice(0, 12);
}

/** The key that stands for a connection whose lists are not known, or not read. No list has it. */
export const wholeConnection: JobList = { key: '\n', order: 'none', nativeFilters: [] };

/** Stands in a cursor for every list, where naming each of them would make it too long. */
export const everyList = '*';

/** How one list takes part in one page. */
export interface ListPlan {
  /** Short name of the list in cursors. */
  readonly name: string;
  readonly list: JobList;
  /** What the vendor is asked for. */
  readonly query: ListQuery;
  /** Lower bound that is applied here as well. */
  readonly startedAfter: string | null;
  /** The position in the list: all jobs up to it were listed on earlier pages. */
  readonly position: Position | null;
  /** Whether its position differs from that of the merged answer. */
  readonly lagging: boolean;
  /** Read it whole and sort it here; else it is streamed in the vendor's order. */
  readonly whole: boolean;
  /** It was out of order on an earlier page of this reading. */
  readonly knownUnordered: boolean;
}

/** A short, stable name for a list of a connection. */
export function nameList(connection: string, list: string): string {
  return hash('sha256', `${connection}\n${list}`, 'base64url').slice(0, 8);
}

export function planList(connection: string, list: JobList, criteria: Criteria, cursor: CursorState | null): ListPlan {
  const name = nameList(connection, list.key);
  // The position of the list itself, else of its connection, else of all lists.
  const names = [name, nameList(connection, wholeConnection.key), everyList];
  const lag = names
    .map((known) => cursor?.lags.find(({ lists }) => lists.includes(known)))
    .find((found) => found !== undefined);
  const position = lag === undefined ? (cursor?.position ?? null) : lag.position;
  const knownUnordered = cursor?.unordered.some((unordered) => unordered === name || unordered === everyList) ?? false;
  const whole = criteria.sort === 'startedAt' || list.order === 'none' || knownUnordered;
  const startedAfter = whole && list.order === 'none' ? criteria.unorderedAfter : criteria.startedAfter;
  return {
    name,
    list,
    query: toListQuery(criteria, list, startedAfter, whole ? null : (position?.startedAt ?? null)),
    startedAfter,
    position,
    lagging: lag !== undefined,
    whole,
    knownUnordered,
  };
}

const earlierText = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? b : a;
const laterText = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

/**
 * Instants of the model have milliseconds, those of vendors often more: 02:00:00.000 here may be 02:00:00.0000123
 * there. So an upper bound is sent to the vendor a millisecond later.
 */
export const orJustAfter = (instant: string): string => new Date(Date.parse(instant) + 1).toISOString();

function toListQuery(
  criteria: Criteria,
  list: JobList,
  startedAfter: string | null,
  resumeAt: string | null,
): ListQuery {
  const { since } = criteria;
  const touched = since === null ? null : new Date(Date.parse(since) - sinceMarginMs).toISOString();
  const can = new Set(list.nativeFilters);
  const status: readonly JobStatus[] | undefined = criteria.query.status;
  return {
    startedAfter: can.has('startedAfter') ? laterText(startedAfter, touched) : null,
    startedBefore: can.has('startedBefore')
      ? earlierText(criteria.startedBefore, resumeAt === null ? null : orJustAfter(resumeAt))
      : null,
    status: can.has('status') && status !== undefined ? status : null,
  };
}
