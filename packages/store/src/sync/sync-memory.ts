import { CrossvaultError } from '@crossvault/core';
import type { LeaseClaim, SyncStateWrite } from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database, Engine, LeaseTime } from '../database.ts';
import { noteChanges } from './data-versions.ts';

export async function readSyncStates(db: Database, connection: string): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db
    .selectFrom('sync_states')
    .select(['list', 'state'])
    .where('connection', '=', connection)
    .execute();
  return new Map(rows.map(({ list, state }): [string, unknown] => [list, JSON.parse(state)]));
}

/** Runs in the caller's transaction. */
export async function writeSyncStates(db: Database, engine: Engine, states: readonly SyncStateWrite[]): Promise<void> {
  if (states.length === 0) return;
  await noteChanges(
    db,
    engine,
    'states',
    states.map(({ connection }) => connection),
  );
  const writtenMs = await engine.nowMs(db);
  for (const { connection, list, state } of states) {
    const text = JSON.stringify(state ?? null);
    if (text === 'null') {
      await db.deleteFrom('sync_states').where('connection', '=', connection).where('list', '=', list).execute();
      continue;
    }
    await db
      .insertInto('sync_states')
      .values({ connection, list, state: text, written_ms: writtenMs })
      .onConflict((conflict) =>
        conflict.columns(['connection', 'list']).doUpdateSet({ state: text, written_ms: writtenMs }),
      )
      .execute();
  }
}

/**
 * No lease lasts longer. One that ends further away was written before its clock was set back, and counts as lapsed: at the
 * worst a living owner takes it again.
 */
const longestLeaseMs = 600_000;

/** Whether a lease holds at this moment. */
const holds = ({ boot, ms }: LeaseTime) =>
  sql<boolean>`(leases.boot = ${boot} and leases.until_ms > ${ms} and leases.until_ms <= ${ms + longestLeaseMs})`;

const termFrom = ({ boot, ms }: LeaseTime, ttlMs: number) => ({ until_ms: ms + Math.min(ttlMs, longestLeaseMs), boot });

/** Throws `lease-lost` unless the lease is held at this moment: for a call that has nothing to write. */
export async function checkLease(db: Database, engine: Engine, { name, owner }: LeaseClaim): Promise<void> {
  const held = await db
    .selectFrom('leases')
    .select('name')
    .where('name', '=', name)
    .where('owner', '=', owner)
    .where(holds(await engine.leaseTime(db)))
    .execute();
  if (held.length === 0) throw toLost({ name, owner });
}

/** Throws `lease-lost` unless the lease is held, and holds it fast until the transaction ends. */
export async function requireLease(db: Database, engine: Engine, { name, owner }: LeaseClaim): Promise<void> {
  const held = await db
    .updateTable('leases')
    .set({ owner })
    .where('name', '=', name)
    .where('owner', '=', owner)
    .where(holds(await engine.leaseTime(db)))
    .returning('name')
    .execute();
  if (held.length === 0) throw toLost({ name, owner });
}

const toLost = ({ name, owner }: LeaseClaim): CrossvaultError =>
  new CrossvaultError({
    code: 'lease-lost',
    message: `${owner} no longer holds the lease ${name}: it was not renewed in time. The data sent with it was not stored.`,
  });

export async function acquireLease(
  db: Database,
  engine: Engine,
  { name, owner }: LeaseClaim,
  ttlMs: number,
): Promise<boolean> {
  const time = await engine.leaseTime(db);
  const lease = { owner, ...termFrom(time, ttlMs) };
  const taken = await db
    .insertInto('leases')
    .values({ name, ...lease })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet(lease)
        .where((is) => is.or([is('leases.owner', '=', owner), is.not(holds(time))])),
    )
    .returning('name')
    .execute();
  return taken.length > 0;
}

/** The owner of a row has had it without a break, lapsed or not: another one who takes a lease takes its row. */
export async function renewLease(
  db: Database,
  engine: Engine,
  { name, owner }: LeaseClaim,
  ttlMs: number,
): Promise<boolean> {
  const renewed = await db
    .updateTable('leases')
    .set(termFrom(await engine.leaseTime(db), ttlMs))
    .where('name', '=', name)
    .where('owner', '=', owner)
    .returning('name')
    .execute();
  return renewed.length > 0;
}

export async function releaseLease(db: Database, { name, owner }: LeaseClaim): Promise<void> {
  await db.deleteFrom('leases').where('name', '=', name).where('owner', '=', owner).execute();
}

export async function readLeaseOwner(db: Database, engine: Engine, name: string): Promise<string | null> {
  const row = await db
    .selectFrom('leases')
    .select('owner')
    .where('name', '=', name)
    .where(holds(await engine.leaseTime(db)))
    .executeTakeFirst();
  return row?.owner ?? null;
}
