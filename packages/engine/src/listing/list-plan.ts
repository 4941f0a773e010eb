import { createHash } from 'node:crypto';
import type { CursorState, JobList, JobStatus, ListQuery, Position } from '@crossvault/core';
import type { Criteria } from './criteria.ts';

/** Vendors are asked for this much more than `since` says, so that work that began before and ended after is seen. */
const sinceMarginMs = 7 * 86_400_000;

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
  /** Where the list stands: everything up to there has been told. */
  readonly position: Position | null;
  /** Whether it stood elsewhere than the merged answer. */
  readonly lagging: boolean;
  /** Read it whole and sort it here; else it is streamed in the vendor's order. */
  readonly whole: boolean;
  /** It broke its promise on an earlier page of this reading. */
  readonly knownUnordered: boolean;
}

/** A short, stable name for a list of a connection. */
export function nameList(connection: string, list: string): string {
  return createHash('sha256').update(`${connection}\n${list}`).digest('base64url').slice(0, 8);
}

export function planList(connection: string, list: JobList, criteria: Criteria, cursor: CursorState | null): ListPlan {
  const name = nameList(connection, list.key);
  // Its own place first, then its connection's, then everybody's.
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
 * Our instants are cut to milliseconds, the vendors' often are not: what we call 02:00:00.000 may be 02:00:00.0000123
 * there. An upper bound is therefore handed over a millisecond later.
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
