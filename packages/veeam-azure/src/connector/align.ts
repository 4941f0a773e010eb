import { isJsonObject } from '@crossvault/core';
import type { SessionListWire } from '../mapping/wire.ts';
import type { Position } from './position.ts';

/** The requested page, including a few rows that were already returned. */
export interface Window {
  readonly offset: number;
  readonly limit: number;
}

/** A page that continues the reading: its rows that were not returned yet, and the new position. */
export interface Aligned {
  readonly rows: readonly unknown[];
  readonly reached: Position;
  readonly hasMore: boolean;
}

/** How many returned sessions are requested again, to see whether the list has moved. */
const overlapSize = 3;
const returnedKept = 8;

/** With small pages at most half of the rows are requested again, so that every page contains new rows. */
function overlapOf({ offset, reported, most }: Position): number {
  return Math.min(overlapSize, most === null ? overlapSize : Math.floor(most / 2), reported.length, offset);
}

export function windowOf(position: Position, size: number): Window {
  const overlap = overlapOf(position);
  return { offset: position.offset - overlap, limit: size + overlap };
}

/**
 * Aligns a page with the returned sessions: behind the first returned session on it, every other row is new. Null when the page
 * does not overlap them, because the list has moved by more than a page or the appliance ignored the offset.
 */
export function align(position: Position, window: Window, list: SessionListWire): Aligned | null {
  const echoed = countOf(list.offset);
  if (echoed !== null && echoed !== window.offset) return null;
  const results = isTurned(position, list) ? list.results.toReversed() : list.results;
  const ids = results.map(idOf);
  const first = ids.findIndex((id) => id !== '' && position.reported.includes(id));
  if (first < 0 && overlapOf(position) > 0) return null;

  const newIndexes = findNewIndexes(position.reported, ids, first);
  const totalCount = countOf(list.totalCount);
  const offset = window.offset + list.results.length;
  // One page of v1 calls totalCount the number of records in the results; a link to a next page outranks it.
  const hasMore = totalCount === null || offset < totalCount || hasNextLink(list);
  // Without a total, a short page may just as well be the last one, unless it brings nothing.
  const isShort = hasMore && list.results.length < window.limit && (totalCount !== null || newIndexes.length === 0);
  const reached = {
    offset,
    reported: [...position.reported, ...newIndexes.map((index) => ids[index] ?? '')].slice(-returnedKept),
    totalCount,
    most: isShort ? list.results.length : position.most,
  };
  return {
    rows: newIndexes.map((index) => results[index]),
    reached,
    hasMore: hasMore && list.results.length > 0,
  };
}

/**
 * A page that ends with the returned sessions that were requested again, and with no others, has its rows in reverse
 * order. A page of a list that has grown may end in the same way: then the total decides.
 */
function isTurned(position: Position, { results, totalCount }: SessionListWire): boolean {
  const overlap = overlapOf(position);
  const total = countOf(totalCount);
  if (overlap === 0 || total === null || total !== position.totalCount || total <= results.length) return false;
  const positions = results.flatMap((row, index) => (position.reported.includes(idOf(row)) ? [index] : []));
  return positions.length === overlap && positions[0] === results.length - overlap && positions[0] > 0;
}

/** Indices of the new rows. Of rows without an id, as many count as returned as followed the first returned session before. */
function findNewIndexes(reported: readonly string[], ids: readonly string[], first: number): readonly number[] {
  const behind = first < 0 ? [] : reported.slice(reported.indexOf(ids[first] ?? ''));
  let nameless = behind.filter((id) => id === '').length;
  return ids.flatMap((id, index) => {
    if (index <= first || (id !== '' && reported.includes(id))) return [];
    if (id !== '' || nameless === 0) return [index];
    nameless -= 1;
    return [];
  });
}

/**
 * Next offset when a page did not overlap the returned sessions: moved by the change of the total, else one page back.
 * A page whose offset was ignored is requested once more.
 */
export function lookElsewhere(position: Position, window: Window, list: SessionListWire, size: number): Window {
  const echoed = countOf(list.offset);
  if (echoed !== null && echoed !== window.offset) return window;
  const moved = (countOf(list.totalCount) ?? 0) - (position.totalCount ?? 0);
  const expected = windowOf(position, size);
  if (moved !== 0 && window.offset === expected.offset) {
    return { offset: Math.max(0, window.offset + moved), limit: window.limit };
  }
  const offset = Math.max(0, window.offset - size);
  return { offset, limit: window.limit + (window.offset - offset) };
}

const countOf = (value: unknown): number | null =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;

const idOf = (row: unknown): string =>
  isJsonObject(row) && typeof row['id'] === 'string' ? row['id'].replaceAll(/\s/g, '') : '';

const hasNextLink = (list: SessionListWire): boolean =>
  isJsonObject(list._links) && list._links['next'] !== null && list._links['next'] !== undefined;
