import type { JobKind } from '@crossvault/core';
import type { InventoryKind, LinkedRun, LinkedRuns, ObservedThing } from '@crossvault/core/store';
import { type RawBuilder, sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { fold, toInstant } from '../jobs/job-row.ts';
import { isCountedSuccess } from '../jobs/success-filter.ts';
import type { ThingTable } from '../schema/action-rows.ts';
import type { JobTable } from '../schema/schema.ts';
import { linkedJobNames } from './linked-job-names.ts';

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

const column = (name: keyof JobTable): RawBuilder<unknown> => sql.ref(`jobs.${name}`);

/** A thing whose runs are wanted, and the conditions that lead to its jobs. */
interface Wanted {
  readonly row: LinkRow;
  readonly links: readonly RawBuilder<boolean>[];
}

/** So many things are looked for by one statement. */
const thingsAtOnce = 20;

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
  const found = new Map<string, LinkedRuns>();
  for (let start = 0; start < rows.length; start += thingsAtOnce) {
    const wanted: Wanted[] = [];
    for (const row of rows.slice(start, start + thingsAtOnce)) {
      wanted.push({ row, links: await findLinks(db, kind, row) });
    }
    for (const [id, runs] of await readRuns(db, engine, wanted)) found.set(id, runs);
  }
  return found;
}

/** Conditions for the jobs of a plan or an item. No job meets two of them, and an index serves each. */
export async function findLinks(
  db: Database,
  kind: InventoryKind,
  row: LinkRow,
): Promise<readonly RawBuilder<boolean>[]> {
  const { thing, tie: link }: ObservedThing<InventoryKind> = JSON.parse(row.document);
  const { id, name } = columnsOf[kind];
  const ids = new Set((link.ids ?? [thing.nativeId]).map(fold));
  const names = new Set(await linkedJobNames(db, kind, row, link, name));
  names.delete('');
  return [
    ...[...ids].map((value) => sql<boolean>`${column(id)} = ${value}`),
    ...[...names].map((value) => sql<boolean>`${column(name)} = ${value} and ${column(id)} is null`),
  ];
}

async function readRuns(
  db: Database,
  engine: Engine,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, LinkedRuns>> {
  const found = new Map<string, LinkedRuns>(wanted.map(({ row }) => [row.id, { recent: [], lastSuccessAt: null }]));
  let left = wanted;
  for (const kinds of ranks) {
    const recent = await newest(db, engine, left, kinds);
    const withRuns = left.filter(({ row }) => recent.has(row.id));
    left = left.filter(({ row }) => !recent.has(row.id));
    // Where all runs were read, and where all of the newest are successes, these are the newest successes.
    const isOpen = ({ row }: Wanted): boolean => {
      const runs = recent.get(row.id) ?? [];
      return runs.length === recentRuns && runs.some(({ is_success: is }) => is === 0);
    };
    const successes = await newest(db, engine, withRuns.filter(isOpen), kinds, isCountedSuccess(engine));
    for (const each of withRuns) {
      const { id } = each.row;
      const runs = recent.get(id) ?? [];
      const succeeded = isOpen(each) ? (successes.get(id) ?? []) : runs.filter(({ is_success: is }) => is === 1);
      // Runs may overlap: the last one to succeed need not be the last one that began.
      const endedMs = succeeded.map(({ ended_ms: ms }) => ms ?? 0);
      found.set(id, {
        recent: runs.map(toRun),
        lastSuccessAt: succeeded.length === 0 ? null : toInstant(Math.max(...endedMs)),
      });
    }
  }
  return found;
}

/** The newest runs of each thing that has any, by its id. */
async function newest(
  db: Database,
  engine: Engine,
  wanted: readonly Wanted[],
  kinds: readonly JobKind[],
  condition?: RawBuilder<boolean>,
): Promise<ReadonlyMap<string, readonly RunRow[]>> {
  const succeeded = isCountedSuccess(engine);
  const selects = wanted.flatMap(({ row, links }, index) =>
    links.map((link) => {
      const conditions = [
        link,
        sql<boolean>`started_ms is not null`,
        sql<boolean>`${engine.unfollowed(column('connection'))} = ${row.connection}`,
        engine.among(engine.unfollowed(column('kind')), kinds, 'text'),
        ...(row.tie_list === '' ? [] : [sql<boolean>`${column('list')} = ${row.tie_list}`]),
        ...(condition === undefined ? [] : [condition]),
      ];
      return sql`select * from (select ${sql.lit(index)} as thing, id, status, started_ms, ended_ms,
        case when ${succeeded} then 1 else 0 end as is_success from jobs where ${sql.join(conditions, sql` and `)}
        order by started_ms desc, id limit ${recentRuns}) as runs`;
    }),
  );
  if (selects.length === 0) return new Map();
  const { rows } = await sql<RunRow & { readonly thing: number }>`${sql.join(selects, sql` union all `)}`.execute(db);
  const byThing = Map.groupBy(rows, ({ thing }) => thing);
  return new Map(
    [...byThing].map(([thing, runs]) => [
      wanted[thing]?.row.id ?? '',
      runs.toSorted((a, b) => (b.started_ms ?? 0) - (a.started_ms ?? 0) || (a.id < b.id ? -1 : 1)).slice(0, recentRuns),
    ]),
  );
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
