import type { JobStatus, ListQuery } from '@crossvault/core';
import type { SessionQuery } from '../client/client.ts';
import { statusWords } from '../mapping/map-status.ts';

/**
 * The filters are documented in whole seconds. Whether their bounds belong to them is not; they do in what is known of
 * clients, and the bounds are widened, never narrowed.
 */
export function toListFilter(query: ListQuery): Pick<SessionQuery, 'fromUtc' | 'toUtc' | 'status'> {
  const status = toStatusFilter(query.status);
  return {
    ...(query.startedAfter === null ? {} : { fromUtc: toWholeSecond(query.startedAfter, Math.floor) }),
    ...(query.startedBefore === null ? {} : { toUtc: toWholeSecond(query.startedBefore, Math.ceil) }),
    ...(status === null ? {} : { status }),
  };
}

/**
 * Values for the list's filter; null when it cannot express the status, because `unknown` includes unlisted values.
 * No other status is ever computed here: a session counts no failed objects.
 */
export function toStatusFilter(statuses: readonly JobStatus[] | null): readonly string[] | null {
  if (statuses === null || statuses.includes('unknown')) return null;
  const words = statuses.flatMap((status) => statusWords.wordsFor(status));
  return words.length === 0 ? null : words;
}

const toWholeSecond = (instant: string, round: (seconds: number) => number): string =>
  new Date(round(Date.parse(instant) / 1000) * 1000).toISOString().replace('.000Z', 'Z');
