import {
  type Absence,
  encodeWord,
  type InventoryKind,
  type LeaseClaim,
  type MissedResult,
  type ObservedThing,
  type StoredThing,
  type ThingsRequest,
} from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { fold, toMs } from '../jobs/job-row.ts';
import { noteReportedSuccesses } from '../jobs/successes.ts';
import type { ThingTable } from '../schema/action-rows.ts';
import { requireLease } from '../sync/sync-memory.ts';
import { inWrite } from '../write-transaction.ts';
import { toStoredThing, toThingRow } from './thing-row.ts';

export async function putThings<Kind extends InventoryKind>(
  db: Database,
  engine: Engine,
  kind: Kind,
  things: readonly ObservedThing<Kind>[],
  lease?: LeaseClaim,
): Promise<void> {
  await inWrite(db, engine, async (transaction) => {
    if (lease !== undefined) await requireLease(transaction, engine, lease);
    // The new row depends on the old one: no other transaction may change it in between.
    await engine.lockConnections(transaction, [...new Set(things.map(({ thing }) => thing.connection))].toSorted());
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
          conflict
            .columns(['kind', 'id'])
            .doUpdateSet(row)
            .where(sql<number>`coalesce(things.observed_no, 0)`, '<=', row.observed_no ?? 0)
            .where(sql<number>`coalesce(things.gone_no, 0)`, '<=', row.observed_no ?? 0),
        )
        .execute();
    }
    if (kind === 'item') await noteReportedSuccesses(transaction, engine, things);
  });
}

const unreadSince = (number: number) => sql<boolean>`gone_ms is null and coalesce(observed_no, 0) < ${number}`;

export async function markThingGone(
  db: Database,
  engine: Engine,
  kind: InventoryKind,
  {
    id,
    absence: { at, number },
    lease,
  }: { readonly id: string; readonly absence: Absence; readonly lease: LeaseClaim | undefined },
): Promise<boolean> {
  return inWrite(db, engine, async (transaction) => {
    if (lease !== undefined) await requireLease(transaction, engine, lease);
    const gone = await transaction
      .updateTable('things')
      .set({ gone_ms: toMs(at), gone_no: number, missed_no: null })
      .where('kind', '=', kind)
      .where('id', '=', id)
      .where(unreadSince(number))
      .returning('id')
      .execute();
    return gone.length > 0;
  });
}

export async function markThingsMissed(
  db: Database,
  engine: Engine,
  kind: InventoryKind,
  {
    connection,
    absence: { at, number },
    lease,
  }: { readonly connection: string; readonly absence: Absence; readonly lease: LeaseClaim | undefined },
): Promise<MissedResult> {
  return inWrite(db, engine, async (transaction) => {
    if (lease !== undefined) await requireLease(transaction, engine, lease);
    const unread = transaction
      .updateTable('things')
      .where('kind', '=', kind)
      .where('connection', '=', connection)
      .where(unreadSince(number));
    const gone = await unread
      .set({ gone_ms: toMs(at), gone_no: number, missed_no: null })
      .where('missed_no', '<', number)
      .returning('id')
      .execute();
    const missed = await unread.set({ missed_no: number }).where('missed_no', 'is', null).returning('id').execute();
    return { missed: missed.length, gone: gone.length };
  });
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
  { query, words, after, limit, tenantConnections = [] }: ThingsRequest,
): Promise<readonly StoredThing<Kind>[]> {
  const { connection, vendor, name, tenant, plan, protection, type, enabled } = query;
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
    ...(tenant === undefined
      ? []
      : [
          sql<boolean>`(${among('tenant', tenant.map(fold))} or (tenant is null and ${among('connection', tenantConnections)}))`,
        ]),
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
