import type { RowsRequest } from '@crossvault/core';
import { type RawBuilder, sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import type { AccessPath } from './access-path.ts';
import { allOf, type Condition } from './conditions.ts';
import { type KeyRange, keyRanges, type Times } from './key-ranges.ts';

/** The position of a job in the order, with its key. */
export interface RowPosition {
  readonly seq: number;
  readonly id: string;
  readonly started_ms: number | null;
}

/** What is asked of the list, but for words. */
export interface Question extends AccessPath {
  readonly times: Times;
}

/** The positions of jobs after a position, in order. */
export async function findPositions(
  db: Database,
  engine: Engine,
  question: Question,
  { sort, after, limit }: Pick<RowsRequest, 'sort' | 'after' | 'limit'>,
): Promise<readonly RowPosition[]> {
  const descending = sort === '-startedAt';
  const positions: RowPosition[] = [];
  for (const range of keyRanges(question.times, after, descending)) {
    if (positions.length >= limit) break;
    const page = { descending, limit: limit - positions.length, column: 'seq' } as const;
    positions.push(...(await selectRange(engine, question, range, page).execute(db)).rows);
  }
  return positions;
}

interface Page {
  readonly descending: boolean;
  readonly limit: number;
  /** What is selected besides id and start. */
  readonly column: 'seq' | 'words';
}

/** The statement for the first jobs of a key range: each branch is read in the order of its index, and the database merges them. */
export function selectRange(
  engine: Engine,
  { branches, others, all }: AccessPath,
  { conditions, isFew }: KeyRange,
  { descending, limit, column }: Page,
): RawBuilder<RowPosition> {
  const order = descending ? sql`started_ms desc, id` : sql`started_ms, id`;
  const select = (filters: readonly Condition[]) =>
    sql`select ${sql.ref(column)}, id, started_ms from jobs where ${allOf([...conditions, ...filters])}`;
  const selects =
    isFew || branches.length === 0 ? [select(all)] : branches.map((branch) => select([branch, ...others]));
  return engine.firstOf<RowPosition>(selects, order, limit);
}
