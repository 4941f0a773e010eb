import type { JobSort } from '@crossvault/core';
import type { Position, RowsRequest } from '@crossvault/core/store';
import type { Database, Engine } from '../database.ts';
import type { AccessPath } from './access-path.ts';
import { allOf } from './conditions.ts';
import { type Fragment, fragment, joinFragments, plain } from './fragment.ts';
import { toInstant } from './job-row.ts';
import { type KeyRange, keyRanges, type Times } from './key-ranges.ts';

/** The position of a job in the order, with its key and what a page shows of it beside its document. */
export interface RowPosition {
  readonly seq: number;
  readonly id: string;
  readonly started_ms: number | null;
  readonly connection: string;
  readonly vendor: string;
  readonly ended: 0 | 1;
  readonly ended_ms: number | null;
  readonly text_version: number;
}

export const positionColumns = 'seq, id, started_ms, connection, vendor, ended, ended_ms, text_version';

type OrderedRow = Pick<RowPosition, 'id' | 'started_ms'>;

/** As `comparePositions`: rows without a start first, then by start, then by id. */
export function compareRows(sort: JobSort, a: OrderedRow, b: OrderedRow): number {
  if (a.started_ms === b.started_ms) return a.id < b.id ? -1 : 1;
  if (a.started_ms === null) return -1;
  if (b.started_ms === null) return 1;
  return sort === 'startedAt' ? a.started_ms - b.started_ms : b.started_ms - a.started_ms;
}

/** The position of a row. Its instant is written when it is asked for: of a page only the last one is. */
export const toPosition = ({ id, started_ms: startedMs }: OrderedRow): Position => ({
  get startedAt() {
    return startedMs === null ? null : toInstant(startedMs);
  },
  id,
});

/** What is asked of the list, but for words. */
export interface Question extends AccessPath {
  readonly times: Times;
}

type After = Pick<RowsRequest, 'sort' | 'after' | 'limit'>;

/** The positions of jobs after a position, in order. */
export async function findPositions(
  db: Database,
  engine: Engine,
  question: Question,
  request: After,
): Promise<readonly RowPosition[]> {
  const found = selectPositions(engine, question, request);
  return found === null ? [] : engine.lists.query<RowPosition>(db, found);
}

/**
 * The statement for them: the key ranges one after the other, as many as fill the page. No database reads a range once the
 * limit is reached. Null when nothing is left after the position.
 */
export function selectPositions(
  engine: Engine,
  question: Question,
  { sort, after, limit }: After,
  columns: string = positionColumns,
): Fragment | null {
  const descending = sort === '-startedAt';
  const page = { descending, limit, columns };
  const ranges = keyRanges(question.times, after, descending).map((range) =>
    selectRange(engine, question, range, page),
  );
  const [only, ...others] = ranges;
  if (only === undefined || others.length === 0) return only ?? null;
  const parts = ranges.map((range, index) => fragment`select * from (${range}) as ${plain(`range${index}`)}`);
  return fragment`${joinFragments(parts, ' union all ')} limit ${limit}`;
}

export interface RangePage {
  readonly descending: boolean;
  readonly limit: number;
  /** What is selected; by `id` and `started_ms` it is ordered. */
  readonly columns: string;
}

/** The statement for the first jobs of a key range: each branch is read in the order of its index, and the database merges them. */
export function selectRange(
  engine: Engine,
  { branches, others, all }: AccessPath,
  { conditions, isFew }: KeyRange,
  { descending, limit, columns }: RangePage,
): Fragment {
  const order = plain(descending ? 'started_ms desc, id' : 'started_ms, id');
  const select = (filters: readonly Fragment[]) =>
    fragment`select ${plain(columns)} from jobs where ${allOf([...conditions, ...filters])}`;
  const selects =
    isFew || branches.length === 0 ? [select(all)] : branches.map((branch) => select([branch, ...others]));
  return engine.lists.firstOf(selects, order, limit);
}
