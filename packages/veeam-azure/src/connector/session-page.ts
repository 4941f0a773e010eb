import { CrossvaultError, isJsonObject, type ListQuery, type SourceWarning } from '@crossvault/contract';
import type { SessionQuery } from '../client/client.ts';
import { toStatusFilter } from './map-status.ts';
import type { SessionListWire } from './wire.ts';

/** Where a reading of the list stands. */
export interface SessionPosition {
  readonly offset: number;
  /** The first ids of the page before, and the total that it told: what an ignored offset is known by. */
  readonly firstIds: readonly string[];
  readonly totalCount: number | null;
}

export interface SessionPage {
  readonly rows: readonly unknown[];
  readonly next: string | null;
  readonly warnings: readonly SourceWarning[];
}

const firstIdsKept = 3;
const start: SessionPosition = { offset: 0, firstIds: [], totalCount: null };

export function readPosition(token: string | null): SessionPosition {
  if (token === null) return start;
  const [, offset = '', totalCount = '', ids = ''] = /^(\d{1,15})\/(\d{0,15})\/(.*)$/s.exec(token) ?? [];
  if (offset === '')
    throw new CrossvaultError({ code: 'invalid-cursor', message: 'This is no page of a list of sessions.' });
  return {
    offset: Number(offset),
    firstIds: ids.split(' ').filter((id) => id !== ''),
    totalCount: totalCount === '' ? null : Number(totalCount),
  };
}

const writePosition = ({ offset, firstIds, totalCount }: SessionPosition): string =>
  `${offset}/${totalCount ?? ''}/${firstIds.join(' ')}`;

/**
 * The filters are documented in whole seconds. Whether their bounds belong to them is not; they do in what is known of
 * clients, and the bounds are widened, never narrowed.
 */
export function toFilters(query: ListQuery): Pick<SessionQuery, 'fromUtc' | 'toUtc' | 'status'> {
  const status = toStatusFilter(query.status);
  return {
    ...(query.startedAfter === null ? {} : { fromUtc: toWholeSecond(query.startedAfter, Math.floor) }),
    ...(query.startedBefore === null ? {} : { toUtc: toWholeSecond(query.startedBefore, Math.ceil) }),
    ...(status === null ? {} : { status }),
  };
}

const toWholeSecond = (instant: string, round: (seconds: number) => number): string =>
  new Date(round(Date.parse(instant) / 1000) * 1000).toISOString().replace('.000Z', 'Z');

/** What a page is and whether one comes after it. An offset that the server ignored ends the list instead of looping. */
export function toSessionPage(position: SessionPosition, list: SessionListWire): SessionPage {
  const totalCount = countOf(list.totalCount);
  const firstIds = list.results.flatMap(idOf).slice(0, firstIdsKept);
  if (isOffsetIgnored(position, countOf(list.offset), firstIds, totalCount)) return endedEarly;

  const next: SessionPosition = { offset: position.offset + list.results.length, firstIds, totalCount };
  if (list.results.length === 0) {
    return totalCount !== null && position.offset < totalCount ? endedEarly : { rows: [], next: null, warnings: [] };
  }
  // One page of v1 calls totalCount the number of records in the results; a link to a next page outranks it.
  const hasMore = totalCount === null || next.offset < totalCount || hasNextLink(list);
  return { rows: list.results, next: hasMore ? writePosition(next) : null, warnings: [] };
}

const endedEarly: SessionPage = { rows: [], next: null, warnings: ['list-ended-early'] };

/**
 * Sessions that were added between two pages move the others on, at worst by a whole page. Then the same sessions come
 * again, but the total has grown.
 */
function isOffsetIgnored(
  position: SessionPosition,
  echoedOffset: number | null,
  firstIds: readonly string[],
  totalCount: number | null,
): boolean {
  if (position.offset === 0) return false;
  if (echoedOffset !== null && echoedOffset !== position.offset) return true;
  const repeats = firstIds.length > 0 && firstIds.join(' ') === position.firstIds.join(' ');
  return repeats && (totalCount ?? 0) <= (position.totalCount ?? 0);
}

const countOf = (value: unknown): number | null =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;

const idOf = (row: unknown): string[] =>
  isJsonObject(row) && typeof row['id'] === 'string' ? [row['id'].replaceAll(/\s/g, '')] : [];

const hasNextLink = (list: SessionListWire): boolean =>
  isJsonObject(list._links) && list._links['next'] !== null && list._links['next'] !== undefined;
