import type { JobQuery, RowsRequest } from '@crossvault/core';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import {
  type Condition,
  connectionFilter,
  equals,
  type Filter,
  filtersOf,
  mostConnections,
  vendorFilter,
  type Way,
} from './job-filters.ts';
import { toMs } from './job-row.ts';
import type { Walk } from './walk-jobs.ts';

/** Jobs of a value that are sampled to estimate their density. */
const sample = 100;

/**
 * The access path that finds a page with the fewest reads. Of several indexed filters it is the one whose
 * jobs are the least dense where the page begins, estimated from a few entries of each index. Null when no job can match.
 */
export async function chooseAccessPath(
  db: Database,
  engine: Engine,
  query: JobQuery,
  request: Pick<RowsRequest, 'sort' | 'after'>,
): Promise<Omit<Walk, 'times'> | null> {
  const connections = await connectionFilters(db, engine, query);
  if (connections === null) return null;
  const filters = [...filtersOf(engine, query), ...connections];
  const candidates = filters.flatMap((filter) => (filter.ways === null ? [] : [{ filter, ways: filter.ways }]));
  const [first, second] = candidates;
  const chosen =
    first === undefined || second === undefined
      ? first
      : candidates[
          await findSparsest(
            db,
            candidates.map(({ ways }) => ways),
            request,
          )
        ];
  const others = filters.filter((filter) => filter !== chosen?.filter);
  return { ways: chosen?.ways ?? [], others: conditionsOf(others), filters: conditionsOf(filters) };
}

const conditionsOf = (filters: readonly Filter[]): readonly Condition[] => filters.map(({ condition }) => condition);

/** The filters on connections and vendors; null when no stored job has them. */
async function connectionFilters(
  db: Database,
  engine: Engine,
  { connection, vendor }: JobQuery,
): Promise<readonly Filter[] | null> {
  if (vendor === undefined) {
    if (connection === undefined) return [];
    if (connection.length === 1 || connection.length > mostConnections) return [connectionFilter(engine, connection)];
  }
  const among = (name: 'connection' | 'vendor', values: readonly string[] | undefined): readonly Condition[] =>
    values === undefined ? [] : [engine.among(sql.ref(`sources.${name}`), values, 'text')];
  const isMeant = sql.join([...among('connection', connection), ...among('vendor', vendor)], sql` and `);
  const found = await sql<{ connection: string }>`select distinct connection from sources
    where ${isMeant}`.execute(db);
  const meant = found.rows.map((row) => row.connection);
  if (meant.length === 0) return null;
  const own = engine.among(sql.ref('sources.connection'), meant, 'text');
  const { rows } = await sql<{ others: number; mixed: number | null }>`select count(*) as others,
    sum(case when ${own} then 1 else 0 end) as mixed from sources where not (${isMeant})`.execute(db);
  const { others = 0, mixed = 0 } = rows[0] ?? {};
  const filter = connectionFilter(engine, meant);
  return [
    // A value that all jobs have selects nothing.
    others === 0 ? { ...filter, ways: null } : filter,
    // Matters only for a connection that once belonged to another vendor.
    ...(vendor === undefined || Number(mixed) === 0 ? [] : [vendorFilter(engine, vendor)]),
  ];
}

/** The candidate whose jobs are the least dense, from where the page begins. */
async function findSparsest(
  db: Database,
  candidates: readonly (readonly Way[])[],
  { sort, after }: Pick<RowsRequest, 'sort' | 'after'>,
): Promise<number> {
  const descending = sort === '-startedAt';
  const order = descending ? sql`started_ms desc` : sql`started_ms`;
  const from = after?.startedAt == null ? null : toMs(after.startedAt);
  const behind = descending ? sql`started_ms <= ${from}` : sql`started_ms >= ${from}`;
  const started = from === null ? sql`started_ms is not null` : behind;
  const nth = (condition: Condition, offset: number) =>
    sql`(select started_ms from jobs where ${condition} and ${started} order by ${order} limit 1 offset ${offset})`;
  const ways = candidates.flatMap((each, candidate) =>
    each.flatMap(({ column: name, values }) => values.map((value) => ({ candidate, match: equals(name, value) }))),
  );
  const columns = ways.map(({ match }, index) => sql`${nth(match, sample)} as ${sql.ref(`way${index}`)}`);
  const start = sql`${nth(sql<boolean>`true`, 0)} as start`;
  const found = await sql<Readonly<Record<string, number | null>>>`select ${sql.join([start, ...columns])}`.execute(db);
  const row = found.rows[0] ?? {};
  const begin = from ?? row['start'] ?? 0;
  const density = candidates.map((_, candidate) =>
    ways.reduce((sum, way, index) => {
      const end = row[`way${index}`] ?? null;
      return way.candidate !== candidate || end === null ? sum : sum + 1 / Math.max(1, Math.abs(begin - end));
    }, 0),
  );
  return density.indexOf(Math.min(...density));
}
