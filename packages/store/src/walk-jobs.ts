import type { JobCriteria, Position, RowsRequest } from '@crossvault/contract';
import { sql } from 'kysely';
import type { Database } from './engine.ts';
import { type Condition, column } from './job-filters.ts';
import { toMs } from './job-row.ts';

/** Where a job stands, and which it is. */
export interface Place {
  readonly seq: number;
  readonly id: string;
  readonly started_ms: number | null;
}

type Times = Pick<JobCriteria, 'since' | 'startedAfter' | 'startedBefore'>;

/** What is walked: all jobs that fit. */
export interface Walk {
  /** Conditions of which one has to hold, each of which an index follows; [] for the order itself. */
  readonly ways: readonly Condition[];
  /** Conditions that all have to hold. */
  readonly filters: readonly Condition[];
  readonly times: Times;
}

/** The places behind a position, in order. */
export async function walkJobs(
  db: Database,
  { ways, filters, times }: Walk,
  { sort, after, limit }: Pick<RowsRequest, 'sort' | 'after' | 'limit'>,
): Promise<readonly Place[]> {
  const descending = sort === '-startedAt';
  const places: Place[] = [];
  for (const conditions of stretchesBehind(times, after, descending)) {
    if (places.length >= limit) break;
    const page = { descending, limit: limit - places.length };
    places.push(...(await findPlaces(db, ways, [...filters, ...conditions], page)));
  }
  return places;
}

/**
 * The same, out of the first so many places only, for conditions that no index follows. Null when these are too few to say
 * what the page is.
 */
export async function glanceAtJobs(
  db: Database,
  { ways, filters, times }: Walk,
  { sort, after, limit }: Pick<RowsRequest, 'sort' | 'after' | 'limit'>,
  { rows, wanted }: { readonly rows: number; readonly wanted: readonly Condition[] },
): Promise<readonly Place[] | null> {
  const descending = sort === '-startedAt';
  const places: Place[] = [];
  for (const conditions of stretchesBehind(times, after, descending)) {
    const where = sql.join([...ways, ...filters, ...conditions], sql` and `);
    const near = sql`select seq, id, started_ms, words from jobs where ${where}
      order by ${orderOf(descending)} limit ${rows}`;
    const found = await sql<Place>`select seq, id, started_ms from (${near}) as jobs
      where ${sql.join([...wanted], sql` and `)} order by ${orderOf(descending)} limit ${limit}`.execute(db);
    places.push(...found.rows);
    if (places.length >= limit) return places.slice(0, limit);
    const seen = await sql<{ rows: number }>`select count(*) as rows from (${near}) as jobs`.execute(db);
    if (seen.rows[0]?.rows === rows) return null;
  }
  return places;
}

const orderOf = (descending: boolean) => (descending ? sql`started_ms desc, id` : sql`started_ms, id`);

/** The conditions of each stretch that is not yet passed. */
const stretchesBehind = (
  times: Times,
  after: Position | null,
  descending: boolean,
): readonly (readonly Condition[])[] =>
  stretches(times, descending).flatMap((stretch) => {
    const behind = positionCondition(stretch, after, descending);
    return behind === null ? [] : [[...stretch.conditions, ...behind]];
  });

/** What lies behind a position; null when nothing of this stretch does. */
function positionCondition(
  { hasStart }: Stretch,
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

async function findPlaces(
  db: Database,
  ways: readonly Condition[],
  conditions: readonly Condition[],
  { descending, limit }: { readonly descending: boolean; readonly limit: number },
): Promise<readonly Place[]> {
  const order = orderOf(descending);
  const where = (more: readonly Condition[]) => sql.join([...conditions, ...more], sql` and `);
  const places = (more: readonly Condition[]) =>
    sql<Place>`select seq, id, started_ms from jobs where ${where(more)} order by ${order} limit ${limit}`;
  if (ways.length <= 1) return (await places(ways).execute(db)).rows;
  const parts = ways.map((way, index) => sql`select * from (${places([way])}) as ${sql.ref(`way${index}`)}`);
  const joined = sql.join(parts, sql` union `);
  return (await sql<Place>`select * from (${joined}) as ways order by ${order} limit ${limit}`.execute(db)).rows;
}

/** Stretches of the order that are walked one after the other, each by conditions that an index can follow. */
interface Stretch {
  readonly hasStart: boolean;
  readonly conditions: readonly Condition[];
}

const orNever = (bound: string | null): number | null => (bound === null ? null : toMs(bound));

/** The order as stretches: first what has no start, then what has one; long-running jobs that `since` still means apart. */
function stretches({ since, startedAfter, startedBefore }: Times, descending: boolean): readonly Stretch[] {
  const [sinceMs, afterMs, beforeMs] = [orNever(since), orNever(startedAfter), orNever(startedBefore)];
  const [started, ended] = [column('started_ms'), column('ended_ms')];
  const isOpenOrEndedSince = (bound: number): Condition => sql<boolean>`(${ended} is null or ${ended} >= ${bound})`;
  const noStart: Stretch = {
    hasStart: false,
    conditions: [
      sql<boolean>`${started} is null`,
      ...(afterMs === null ? [] : [isOpenOrEndedSince(afterMs)]),
      ...(sinceMs === null ? [] : [sql<boolean>`(${column('ended')} = 0 or ${isOpenOrEndedSince(sinceMs)})`]),
    ],
  };
  const within = (from: number | null, to: number | null, more: readonly Condition[] = []): Stretch => ({
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
