import type { InventoryKind, JobKind, LinkedRun, LinkedRuns, ObservedThing } from '@crossvault/core';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { type Condition, column } from '../jobs/job-filters.ts';
import { fold, toInstant } from '../jobs/job-row.ts';
import { isCountedSuccess } from '../jobs/success-filter.ts';
import type { ThingTable } from '../schema/action-rows.ts';
import type { JobTable } from '../schema/schema.ts';
import { namesOf } from './link-names.ts';

/** The runs from which interval and streak are computed. */
const recentRuns = 30;

/** What backs something up; where there are backups, what belongs to them is no run of its own. */
const ranks: readonly (readonly JobKind[])[] = [['backup'], ['copy', 'archive', 'snapshot']];

const columnsOf = {
  plan: { id: 'plan_id', name: 'plan_name' },
  item: { id: 'target_id', name: 'target_name' },
} as const satisfies Readonly<Record<InventoryKind, Readonly<Record<string, keyof JobTable>>>>;

type LinkRow = Pick<ThingTable, 'id' | 'connection' | 'name' | 'tie_list' | 'document'>;
type RunRow = Pick<JobTable, 'id' | 'status' | 'started_ms' | 'ended_ms'> & { readonly is_success: 0 | 1 };

export async function runsOf(
  db: Database,
  engine: Engine,
  kind: InventoryKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LinkedRuns>> {
  const rows = await db
    .selectFrom('things')
    .select(['id', 'connection', 'name', 'tie_list', 'document'])
    .where('kind', '=', kind)
    .where(engine.among(sql.ref('id'), ids, 'text'))
    .execute();
  const found = await Promise.all(
    rows.map(async (row) => [row.id, await readRuns(db, engine, row, await waysTo(db, kind, row))] as const),
  );
  return new Map(found);
}

/** Conditions for the jobs of a plan or an item. No job meets two of them, and an index serves each. */
async function waysTo(db: Database, kind: InventoryKind, row: LinkRow): Promise<readonly Condition[]> {
  const { thing, tie }: ObservedThing<InventoryKind> = JSON.parse(row.document);
  const { id, name } = columnsOf[kind];
  const ids = new Set((tie.ids ?? [thing.nativeId]).map(fold));
  const names = new Set(await namesOf(db, kind, row, tie, name));
  names.delete('');
  return [
    ...[...ids].map((value) => sql<boolean>`${column(id)} = ${value}`),
    ...[...names].map((value) => sql<boolean>`${column(name)} = ${value} and ${column(id)} is null`),
  ];
}

async function readRuns(db: Database, engine: Engine, row: LinkRow, ways: readonly Condition[]): Promise<LinkedRuns> {
  for (const kinds of ranks) {
    const place = [
      sql<boolean>`${engine.unfollowed(column('connection'))} = ${row.connection}`,
      engine.among(engine.unfollowed(column('kind')), kinds, 'text'),
      ...(row.tie_list === '' ? [] : [sql<boolean>`${column('list')} = ${row.tie_list}`]),
    ];
    const succeeded = isCountedSuccess(engine);
    const recent = await newest(db, ways, place, succeeded, recentRuns);
    if (recent.length === 0) continue;
    const successes = await newest(db, ways, [...place, succeeded], succeeded, recentRuns);
    // Runs may overlap: the last one to succeed need not be the last one that began.
    const endedMs = successes.map(({ ended_ms: ms }) => ms ?? 0);
    return {
      recent: recent.map(toRun),
      lastSuccessAt: successes.length === 0 ? null : toInstant(Math.max(...endedMs)),
    };
  }
  return { recent: [], lastSuccessAt: null };
}

async function newest(
  db: Database,
  ways: readonly Condition[],
  conditions: readonly Condition[],
  succeeded: Condition,
  limit: number,
): Promise<readonly RunRow[]> {
  const found = await Promise.all(
    ways.map(async (way) => {
      const where = sql.join([way, sql<boolean>`started_ms is not null`, ...conditions], sql` and `);
      const { rows } = await sql<RunRow>`select id, status, started_ms, ended_ms,
        case when ${succeeded} then 1 else 0 end as is_success from jobs where ${where}
        order by started_ms desc, id limit ${limit}`.execute(db);
      return rows;
    }),
  );
  return found
    .flat()
    .toSorted((a, b) => (b.started_ms ?? 0) - (a.started_ms ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

const instantOf = (ms: number | null | undefined): string | null =>
  ms === null || ms === undefined ? null : toInstant(ms);

const toRun = ({ id, status, started_ms: started, ended_ms: ended, is_success }: RunRow): LinkedRun => ({
  id,
  status,
  startedAt: instantOf(started),
  endedAt: instantOf(ended),
  isSuccess: is_success === 1,
});
