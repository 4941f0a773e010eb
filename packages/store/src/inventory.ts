import type { InventoryKind, LeaseClaim, ObservedThing, StoredThing, ThingsRequest } from '@crossvault/contract';
import { sql } from 'kysely';
import type { ThingTable } from './acting-schema.ts';
import type { Database, Engine } from './engine.ts';
import { fold, toMs } from './job-row.ts';
import { requireLease } from './sync-memory.ts';
import { toStoredThing, toThingRow } from './thing-row.ts';
import { encodeWord } from './words.ts';

export async function putThings<Kind extends InventoryKind>(
  db: Database,
  engine: Engine,
  kind: Kind,
  things: readonly ObservedThing<Kind>[],
  lease?: LeaseClaim,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if (lease !== undefined) await requireLease(transaction, engine, lease);
    const ids = things.map(({ thing }) => thing.id);
    const stored = await transaction
      .selectFrom('things')
      .select(['id', 'next_ms', 'due_ms'])
      .where('kind', '=', kind)
      .where(engine.among(sql.ref('id'), ids, 'text'))
      .execute();
    const before = new Map(stored.map((row) => [row.id, row]));
    for (const thing of things) {
      const { id, ...row } = toThingRow(kind, thing, before.get(thing.thing.id));
      await transaction
        .insertInto('things')
        .values({ id, ...row })
        .onConflict((conflict) =>
          conflict.columns(['kind', 'id']).doUpdateSet(row).where('things.observed_ms', '<=', row.observed_ms),
        )
        .execute();
    }
  });
}

export async function markThingsGone(
  db: Database,
  engine: Engine,
  kind: InventoryKind,
  { connection, seenSince, lease }: { connection: string; seenSince: string; lease: LeaseClaim | undefined },
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    if (lease !== undefined) await requireLease(transaction, engine, lease);
    const gone = await transaction
      .updateTable('things')
      .set({ gone_ms: toMs(seenSince) })
      .where('kind', '=', kind)
      .where('connection', '=', connection)
      .where('observed_ms', '<', toMs(seenSince))
      .where('gone_ms', 'is', null)
      .returning('id')
      .execute();
    return gone.length;
  });
}

export async function markThingGone(db: Database, kind: InventoryKind, id: string, seenAt: string): Promise<void> {
  await db
    .updateTable('things')
    .set({ gone_ms: toMs(seenAt) })
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('observed_ms', '<=', toMs(seenAt))
    .where('gone_ms', 'is', null)
    .execute();
}

export async function getThing<Kind extends InventoryKind>(
  db: Database,
  kind: Kind,
  id: string,
): Promise<StoredThing<Kind> | null> {
  const row = await db
    .selectFrom('things')
    .select(['document', 'due_ms', 'gone_ms'])
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toStoredThing(row);
}

export async function listThings<Kind extends InventoryKind>(
  db: Database,
  engine: Engine,
  kind: Kind,
  { query, words, after, limit }: ThingsRequest,
): Promise<readonly StoredThing<Kind>[]> {
  const { connection, vendor, name, plan, protection, type, enabled } = query;
  const among = (column: keyof ThingTable, values: readonly string[]) => engine.among(sql.ref(column), values, 'text');
  const either = (one: keyof ThingTable, other: keyof ThingTable, values: readonly string[]) => {
    const folded = values.map(fold);
    return sql<boolean>`(${among(one, folded)} or ${among(other, folded)})`;
  };
  const conditions = [
    sql<boolean>`kind = ${kind} and gone_ms is null`,
    ...(connection === undefined ? [] : [among('connection', connection)]),
    ...(vendor === undefined ? [] : [among('vendor', vendor)]),
    ...(name === undefined ? [] : [either('native_id', 'name', name)]),
    ...(plan === undefined ? [] : [either('plan_id', 'plan_name', plan)]),
    ...(protection === undefined ? [] : [among('protection', protection)]),
    ...(type === undefined ? [] : [among('type', type)]),
    ...(enabled === undefined ? [] : [sql<boolean>`enabled = ${enabled ? 1 : 0}`]),
    ...words.map((word) => sql<boolean>`words like ${`% ${encodeWord(word)}%`}`),
    ...(after === null
      ? []
      : [sql<boolean>`(sort_name > ${after.name} or (sort_name = ${after.name} and id > ${after.id}))`]),
  ];
  const rows = await sql<Pick<ThingTable, 'document' | 'due_ms' | 'gone_ms'>>`select document, due_ms, gone_ms
    from things where ${sql.join(conditions, sql` and `)} order by sort_name, id limit ${limit}`.execute(db);
  return rows.rows.map((row) => toStoredThing<Kind>(row));
}
