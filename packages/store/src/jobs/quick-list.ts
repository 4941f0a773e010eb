import type { JobCriteria, RowsRequest } from '@crossvault/core/store';
import type { Database, Engine } from '../database.ts';
import { findAccessPath } from './access-path.ts';

/** Rows of a quick page: the usual limit twice, and the one that shows whether more follow. */
const mostRows = 101;
/** Ranges of an index that a quick page is merged from: each costs a look into its index. */
const mostRanges = 32;

/**
 * Whether a page reads no more entries of an index than it has rows: all of its filters are columns of one index. Such a page
 * is read faster than it is asked for in another thread. `since` is not among them, since it collects jobs by their ends.
 */
export async function isQuickList(
  db: Database,
  engine: Engine,
  { query, words, since }: JobCriteria,
  { limit, include }: RowsRequest,
): Promise<boolean> {
  const { target, plan, nativeId } = query;
  const isNamed = target !== undefined || plan !== undefined || nativeId !== undefined;
  if (isNamed || words.length > 0 || since !== null || include.raw || limit > mostRows) return false;
  const path = await findAccessPath(db, engine, query);
  return path === null || (path.others.length === 0 && path.branches.length <= mostRanges);
}
