import { type CursorState, earlierOf } from '@crossvault/core';
import type { Criteria } from '../criteria.ts';
import { everyList, type ListPlan, nameList, planList, wholeConnection } from '../list-plan.ts';
import type { StoredSource } from './stored-sources.ts';

/** The names under which a cursor may know a source whose lists were read live on an earlier page. */
export function namesOf({ source, lists }: StoredSource): readonly string[] {
  const { name } = source.connection;
  return [wholeConnection.key, ...lists].map((list) => nameList(name, list));
}

/**
 * How a stored source takes part in a page: as one list that stands at the merged position, or, where lists of its lagged
 * when they were read live, at the earliest place that one of them had reached. Told twice beats not told.
 */
export function planStored(stored: StoredSource, criteria: Criteria, cursor: CursorState | null): ListPlan {
  const own = new Set([everyList, ...namesOf(stored)]);
  const lags = (cursor?.lags ?? []).filter(({ lists }) => lists.some((list) => own.has(list)));
  const plan = planList(stored.source.connection.name, wholeConnection, criteria, cursor);
  const position = lags.reduce((first, lag) => earlierOf(criteria.sort, first, lag.position), cursor?.position ?? null);
  return { ...plan, position, lagging: lags.length > 0, startedAfter: criteria.startedAfter };
}
