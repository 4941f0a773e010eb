import type { JobCriteria, ListedRow, RowsRequest } from '@crossvault/core/store';
import type { Database, Engine } from '../database.ts';
import { type AccessPath, findAccessPath, type ReadSources } from './access-path.ts';
import { listAlong } from './select-jobs.ts';

/** Rows of a quick page: the usual limit twice, and the one that shows whether more follow. */
const mostRows = 101;
/** Ranges of an index that a quick page is merged from: each costs a look into its index. */
const mostRanges = 32;

/**
 * A page that reads no more entries of an index than it has rows, since all of its filters are columns of one index: it is read
 * faster than it is asked for in another thread. Null for any other page. `since` makes another one, since it collects jobs by
 * their ends.
 */
export async function listQuickly(
  db: Database,
  engine: Engine,
  criteria: JobCriteria,
  request: RowsRequest,
  readSources?: ReadSources,
): Promise<readonly ListedRow[] | null> {
  const found = request.include.raw ? null : await findQuickPath(db, engine, criteria, request.limit, readSources);
  return found === null ? null : listAlong(db, engine, found.path, criteria, request);
}

/** The access path of such a page; null of any other page. */
export async function findQuickPath(
  db: Database,
  engine: Engine,
  criteria: JobCriteria,
  rows: number,
  readSources?: ReadSources,
): Promise<{ readonly path: AccessPath | null } | null> {
  const { target, plan, nativeId, tenant } = criteria.query;
  const isNamed = [target, plan, nativeId, tenant].some((names) => names !== undefined);
  const mayCollect = isNamed || criteria.words.length > 0 || criteria.since !== null;
  if (mayCollect || rows > mostRows) return null;
  const path = await findAccessPath(db, engine, criteria, readSources);
  return path !== null && (path.others.length > 0 || path.branches.length > mostRanges) ? null : { path };
}
