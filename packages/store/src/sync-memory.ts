import { CrossvaultError, type LeaseClaim, type SyncStateWrite } from '@crossvault/contract';
import type { Database, Engine } from './engine.ts';

export async function readSyncStates(db: Database, connection: string): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db
    .selectFrom('sync_states')
    .select(['list', 'state'])
    .where('connection', '=', connection)
    .execute();
  return new Map(rows.map(({ list, state }): [string, unknown] => [list, JSON.parse(state)]));
}

/** In a transaction of the caller's. */
export async function writeSyncStates(db: Database, engine: Engine, states: readonly SyncStateWrite[]): Promise<void> {
  if (states.length === 0) return;
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

/** Throws `lease-lost` unless the lease is held, and holds it fast until the transaction ends. */
export async function requireLease(db: Database, engine: Engine, { name, owner }: LeaseClaim): Promise<void> {
  const now = await engine.nowMs(db);
  const held = await db
    .updateTable('leases')
    .set({ owner })
    .where('name', '=', name)
    .where('owner', '=', owner)
    .where('until_ms', '>', now)
    .returning('name')
    .execute();
  if (held.length > 0) return;
  throw new CrossvaultError({
    code: 'lease-lost',
    message: `${owner} no longer holds the lease ${name}: it was not renewed in time. What came with it was not stored.`,
  });
}

export async function acquireLease(
  db: Database,
  engine: Engine,
  { name, owner }: LeaseClaim,
  ttlMs: number,
): Promise<boolean> {
  const now = await engine.nowMs(db);
  const until = { owner, until_ms: now + ttlMs };
  const taken = await db
    .insertInto('leases')
    .values({ name, ...until })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet(until)
        .where((is) => is.or([is('leases.owner', '=', owner), is('leases.until_ms', '<=', now)])),
    )
    .returning('name')
    .execute();
  return taken.length > 0;
}

export async function renewLease(
  db: Database,
  engine: Engine,
  { name, owner }: LeaseClaim,
  ttlMs: number,
): Promise<boolean> {
  const now = await engine.nowMs(db);
  const renewed = await db
    .updateTable('leases')
    .set({ until_ms: now + ttlMs })
    .where('name', '=', name)
    .where('owner', '=', owner)
    .where('until_ms', '>', now)
    .returning('name')
    .execute();
  return renewed.length > 0;
}

export async function releaseLease(db: Database, { name, owner }: LeaseClaim): Promise<void> {
  await db.deleteFrom('leases').where('name', '=', name).where('owner', '=', owner).execute();
}

export async function readLeaseOwner(db: Database, engine: Engine, name: string): Promise<string | null> {
  const now = await engine.nowMs(db);
  const row = await db
    .selectFrom('leases')
    .select('owner')
    .where('name', '=', name)
    .where('until_ms', '>', now)
    .executeTakeFirst();
  return row?.owner ?? null;
}
