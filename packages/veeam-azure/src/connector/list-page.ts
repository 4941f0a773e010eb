import { mapRows, unreadableAnswer } from '@crossvault/client-kit';
import { isJsonObject, type JobContext, type ListPage, type SourceWarning } from '@crossvault/contract';
import { jobMapper } from './map-job.ts';
import { type Position, toPageToken } from './position.ts';
import { type SessionListWire, sessionListWire } from './wire.ts';

const firstIdsKept = 3;

/** What a page gives, and whether one comes after it. */
export interface Step {
  readonly rows: readonly unknown[];
  readonly next: Position | null;
  readonly warnings: readonly SourceWarning[];
}

/** Maps one page of the sessions, in the vendor's order, and finds out how the reading goes on. */
export function toListPage(body: unknown, position: Position, context: JobContext): ListPage {
  const { rows, next, warnings } = advance(position, parseSessionList(body, context.connection));
  return {
    ...mapRows(jobMapper, rows, context),
    withoutRun: 0,
    next: next === null ? null : toPageToken(next),
    warnings,
  };
}

export function parseSessionList(body: unknown, connection: string): SessionListWire {
  const list = sessionListWire.safeParse(body).data;
  if (list !== undefined) return list;
  throw unreadableAnswer(connection, 'The answer for the list of sessions does not have the documented form.');
}

/** The step after a page. An offset that the server ignored ends the list instead of looping. */
export function advance(position: Position, list: SessionListWire): Step {
  const totalCount = countOf(list.totalCount);
  const firstIds = list.results.flatMap(idOf).slice(0, firstIdsKept);
  if (isOffsetIgnored(position, countOf(list.offset), firstIds, totalCount)) return endedEarly;

  const next: Position = { offset: position.offset + list.results.length, firstIds, totalCount };
  if (list.results.length === 0) {
    return totalCount !== null && position.offset < totalCount ? endedEarly : { rows: [], next: null, warnings: [] };
  }
  // One page of v1 calls totalCount the number of records in the results; a link to a next page outranks it.
  const hasMore = totalCount === null || next.offset < totalCount || hasNextLink(list);
  return { rows: list.results, next: hasMore ? next : null, warnings: [] };
}

const endedEarly: Step = { rows: [], next: null, warnings: ['list-ended-early'] };

/**
 * Sessions that were added between two pages move the others on, at worst by a whole page. Then the same sessions come
 * again, but the total has grown.
 */
function isOffsetIgnored(
  position: Position,
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
