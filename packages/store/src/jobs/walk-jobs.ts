import type { JobCriteria, Position, RowsRequest } from '@crossvault/core';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { type Condition, column, matchesOf, type Way } from './job-filters.ts';
import { toMs } from './job-row.ts';

/** The position of a job in the order, with its key. */
export interface RowPosition {
  readonly seq: number;
  readonly id: string;
  readonly started_ms: number | null;
}

type Times = Pick<JobCriteria, 'since' | 'startedAfter' | 'startedBefore'>;

/** A walk over all jobs that match. */
export interface Walk {
  /** Values of which a job has to have one, along whose indexes it is walked; [] for the order itself. */
  readonly ways: readonly Way[];
  /** Further conditions that all have to hold. */
  readonly others: readonly Condition[];
  /** All conditions, including those of the access paths. */
  readonly filters: readonly Condition[];
  readonly times: Times;
}

/** The positions of jobs after a position, in order. */
export async function walkJobs(
  db: Database,
  engine: Engine,
  { ways, others, times }: Omit<Walk, 'filters'>,
  { sort, after, limit }: Pick<RowsRequest, 'sort' | 'after' | 'limit'>,
): Promise<readonly RowPosition[]> {
  const descending = sort === '-startedAt';
  const positions: RowPosition[] = [];
  for (const { hasStart, conditions } of stretchesBehind(times, after, descending)) {
    if (positions.length >= limit) break;
    const page = { descending, hasStart, limit: limit - positions.length };
    positions.push(...(await findPlaces(db, engine, ways, [...others, ...conditions], page)));
  }
  return positions;
}

/** The same for few jobs, which are sorted instead of walked. */
export async function sortJobs(
  db: Database,
  { filters, times }: Pick<Walk, 'filters' | 'times'>,
  { sort, after, limit }: Pick<RowsRequest, 'sort' | 'after' | 'limit'>,
  few: Condition,
): Promise<readonly RowPosition[]> {
  const descending = sort === '-startedAt';
  const behind = stretchesBehind(times, after, descending).map(({ conditions }) => sql`(${allOf(conditions)})`);
  if (behind.length === 0) return [];
  const found = await sql<RowPosition>`select seq, id, started_ms from jobs
    where ${allOf([few, ...filters])} and (${sql.join(behind, sql` or `)})
    order by case when started_ms is null then 0 else 1 end, ${orderOf(descending)} limit ${limit}`.execute(db);
  return found.rows;
}

export const allOf = (conditions: readonly Condition[]): Condition =>
  sql<boolean>`${sql.join([...conditions], sql` and `)}`;

const orderOf = (descending: boolean) => (descending ? sql`started_ms desc, id` : sql`started_ms, id`);

/** Each key range that is not yet passed, from the position on. */
export const stretchesBehind = (times: Times, after: Position | null, descending: boolean): readonly KeyRange[] =>
  stretches(times, descending).flatMap((stretch) => {
    const behind = positionCondition(stretch, after, descending);
    return behind === null ? [] : [{ ...stretch, conditions: [...stretch.conditions, ...behind] }];
  });

/** The condition for jobs after a position; null when this key range has none. */
function positionCondition(
  { hasStart }: KeyRange,
  after: Position | null,
  descending: boolean,
): readonly Condition[] | null {
  if (after === null) return [];
  if (after.startedAt === null) return hasStart ? [] : [sql<boolean>`jobs.id > ${after.id}`];
  if (!hasStart) return null;
  const ms = toMs(after.startedAt);
  return descending
    ? [sql<boolean>`jobs.started_ms <= ${ms}`, sql<boolean>`(jobs.started_ms < ${ms} or jobs.id > ${after.id})`]
    : [sql<boolean>`jobs.started_ms >= ${ms}`, sql<boolean>`(jobs.started_ms > ${ms} or jobs.id > ${after.id})`];
}

interface Page {
  readonly descending: boolean;
  /** Whether the jobs have a start, by which they are ordered. */
  readonly hasStart: boolean;
  readonly limit: number;
}

/** Up to so many indexes are read whole pages from. */
const fewWays = 2;

async function findPlaces(
  db: Database,
  engine: Engine,
  ways: readonly Way[],
  conditions: readonly Condition[],
  page: Page,
): Promise<readonly RowPosition[]> {
  const order = orderOf(page.descending);
  const where = (more: readonly Condition[]) => allOf([...conditions, ...more]);
  const positions = (more: readonly Condition[]) =>
    sql<RowPosition>`select seq, id, started_ms from jobs where ${where(more)} order by ${order} limit ${page.limit}`;
  const matches = matchesOf(ways);
  if (matches.length <= 1) return (await positions(matches).execute(db)).rows;
  const bound = matches.length <= fewWays || !page.hasStart ? [] : await findEnd(db, engine, ways, conditions, page);
  const parts =
    matches.length <= fewWays
      ? matches.map((match) => positions([match]))
      : ways.map(({ column: name, values }) => positions([engine.among(column(name), values, 'text'), ...bound]));
  const rows = parts.map((part, index) => sql`select * from (${part}) as ${sql.ref(`way${index}`)}`);
  const joined = sql.join(rows, sql` union `);
  return (await sql<RowPosition>`select * from (${joined}) as ways order by ${order} limit ${page.limit}`.execute(db))
    .rows;
}

/**
 * Where the page ends, out of the indexes alone: which of the jobs with one start come first is asked only of those up to
 * there. [] when there is less than a page.
 */
async function findEnd(
  db: Database,
  engine: Engine,
  ways: readonly Way[],
  conditions: readonly Condition[],
  { descending, limit }: Page,
): Promise<readonly Condition[]> {
  // A job that two columns lead to counts twice: among twice as many there is a page in any case.
  const most = limit * ways.length;
  const first = { conditions, descending, limit: most };
  const starts = ways.map(({ column: name, values }) => engine.firstStarts(column(name), [...new Set(values)], first));
  const found = await sql<{
    started_ms: number;
  }>`select started_ms from (${sql.join(starts, sql` union all `)}) as starts
    order by started_ms ${descending ? sql`desc` : sql``} limit 1 offset ${most - 1}`.execute(db);
  const last = found.rows[0]?.started_ms;
  if (last === undefined) return [];
  return [descending ? sql<boolean>`jobs.started_ms >= ${last}` : sql<boolean>`jobs.started_ms <= ${last}`];
}

/** Key ranges of the order that are read one after the other, each by conditions that an index can follow. */
interface KeyRange {
  readonly hasStart: boolean;
  readonly conditions: readonly Condition[];
}

const orNever = (bound: string | null): number | null => (bound === null ? null : toMs(bound));

/** The order as key ranges: jobs without a start, then jobs with one; long-running jobs that match `since` have their own. */
function stretches({ since, startedAfter, startedBefore }: Times, descending: boolean): readonly KeyRange[] {
  const [sinceMs, afterMs, beforeMs] = [orNever(since), orNever(startedAfter), orNever(startedBefore)];
  const [started, ended] = [column('started_ms'), column('ended_ms')];
  const isOpenOrEndedSince = (bound: number): Condition => sql<boolean>`(${ended} is null or ${ended} >= ${bound})`;
  const noStart: KeyRange = {
    hasStart: false,
    conditions: [
      sql<boolean>`${started} is null`,
      ...(afterMs === null ? [] : [isOpenOrEndedSince(afterMs)]),
      ...(sinceMs === null ? [] : [sql<boolean>`(${column('ended')} = 0 or ${isOpenOrEndedSince(sinceMs)})`]),
    ],
  };
  const within = (from: number | null, to: number | null, more: readonly Condition[] = []): KeyRange => ({
    hasStart: true,
    conditions: [
      sql<boolean>`${started} is not null`,
      ...(from === null ? [] : [sql<boolean>`${started} >= ${from}`]),
      ...(to === null ? [] : [sql<boolean>`${started} < ${to}`]),
      ...more,
    ],
  });
  if (sinceMs === null || (afterMs !== null && afterMs >= sinceMs)) return [noStart, within(afterMs, beforeMs)];
  const early = beforeMs === null ? sinceMs : Math.min(sinceMs, beforeMs);
  const stillMeant = sql<boolean>`jobs.seq in (select seq from jobs where ended = 0
    union all select seq from jobs where ended_ms >= ${sinceMs} and started_ms < ${early})`;
  const late = within(sinceMs, beforeMs);
  const straddling = within(afterMs, early, [stillMeant]);
  return descending ? [noStart, late, straddling] : [noStart, straddling, late];
}
