import type { AgedRecords, AgedRequest, StoredOperation } from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { fold, toMs } from '../jobs/job-row.ts';
import { noteChanges } from '../sync/data-versions.ts';
import { inWrite } from '../write-transaction.ts';

type Delete = (db: Database, engine: Engine, request: Omit<AgedRequest, 'records'>) => Promise<number>;

const deletions: Readonly<Record<AgedRecords, Delete>> = {
  changes: deleteChanges,
  audit: deleteAudit,
  operations: deleteOperations,
  successes: deleteSuccesses,
  inventory: deleteThings,
  syncStates: deleteSyncStates,
};

/** Deletes records other than jobs that are older than their retention. */
export const deleteAged = (db: Database, engine: Engine, { records, ...request }: AgedRequest): Promise<number> =>
  inWrite(db, engine, (own) => deletions[records](own, engine, request));

/** How many of the first rows are older; one that is not ends them. */
function countOld(rows: readonly { readonly at: string }[], before: string): number {
  const newer = rows.findIndex(({ at }) => at >= before);
  return newer === -1 ? rows.length : newer;
}

/** From the beginning of the feed on, without a gap: readers before the last deleted position cannot continue. */
async function deleteChanges(db: Database, engine: Engine, { before, limit }: Omit<AgedRequest, 'records'>) {
  await engine.lockFeed(db);
  const first = await db.selectFrom('changes').selectAll().orderBy('position').limit(limit).execute();
  const old = countOld(first, before);
  const last = first[old - 1];
  if (last === undefined) return 0;
  await db.deleteFrom('changes').where('position', '<=', last.position).execute();
  const bound = { deleted_to: last.position, deleted_mark: last.mark };
  await db
    .insertInto('feed_bounds')
    .values({ feed: 'changes', ...bound, unmarked_to: 0 })
    .onConflict((conflict) => conflict.column('feed').doUpdateSet(bound))
    .execute();
  return old;
}

async function deleteAudit(db: Database, _: Engine, { before, limit }: Omit<AgedRequest, 'records'>) {
  const first = await db.selectFrom('audit').select(['position', 'at']).orderBy('position').limit(limit).execute();
  const old = countOld(first, before);
  const last = first[old - 1];
  if (last !== undefined) await db.deleteFrom('audit').where('position', '<=', last.position).execute();
  return old;
}

/** Only operations without a further look. A repeated request under the key of a deleted one is a new request. */
async function deleteOperations(db: Database, engine: Engine, { before, limit }: Omit<AgedRequest, 'records'>) {
  const idle = db.selectFrom('operations').select(['id', 'document', 'position']).where('due_ms', 'is', null);
  const ids: string[] = [];
  for (let behind = 0; ids.length < limit; ) {
    const rows = await idle.where('position', '>', behind).orderBy('position').limit(limit).execute();
    for (const { id, document } of rows) if (ids.length < limit && isOver(document, before)) ids.push(id);
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) break;
    behind = last.position;
  }
  const own = engine.among(sql.ref('id'), ids, 'text');
  const deleted = await db.deleteFrom('operations').where(own).where('due_ms', 'is', null).returning('id').execute();
  const gone = deleted.map(({ id }) => id);
  await db
    .deleteFrom('claims')
    .where(engine.among(sql.ref('operation_id'), gone, 'text'))
    .execute();
  return gone.length;
}

function isOver(document: string, before: string): boolean {
  const { phase, phaseAt }: Pick<StoredOperation, 'phase' | 'phaseAt'> = JSON.parse(document);
  return phase === 'over' && phaseAt < before;
}

async function deleteSuccesses(db: Database, engine: Engine, { before, limit }: Omit<AgedRequest, 'records'>) {
  const connections = await db.selectFrom('sources').select('connection').distinct().orderBy('connection').execute();
  // The lock keeps a job of a target from being stored between the check and the deletion.
  await engine.lockConnections(
    db,
    connections.map(({ connection }) => connection),
  );
  const old = await db
    .selectFrom('successes')
    .selectAll()
    .where('ended_ms', '<', toMs(before))
    .orderBy('ended_ms')
    .execute();
  let deleted = 0;
  for (const { connection, vendor, target } of old) {
    if (deleted >= limit) break;
    if (await hasJob(db, connection, target)) continue;
    await db
      .deleteFrom('successes')
      .where('connection', '=', connection)
      .where('vendor', '=', vendor)
      .where('target', '=', target)
      .execute();
    deleted += 1;
  }
  return deleted;
}

async function hasJob(db: Database, connection: string, target: string): Promise<boolean> {
  const row = await db
    .selectFrom('jobs')
    .select('seq')
    .where('connection', '=', connection)
    .where('target_name', target === '' ? 'is' : '=', target === '' ? null : fold(target))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function deleteThings(db: Database, engine: Engine, { before, limit }: Omit<AgedRequest, 'records'>) {
  const old = await db
    .selectFrom('things')
    .select(['kind', 'id'])
    .where('gone_ms', '<', toMs(before))
    .orderBy('gone_ms')
    .limit(limit)
    .execute();
  let deleted = 0;
  for (const kind of ['plan', 'item'] as const) {
    const ids = old.filter((row) => row.kind === kind).map(({ id }) => id);
    const gone = await db
      .deleteFrom('things')
      .where('kind', '=', kind)
      .where(engine.among(sql.ref('id'), ids, 'text'))
      // Checked again once the row is locked: it may have come back.
      .where('gone_ms', '<', toMs(before))
      .returning('id')
      .execute();
    deleted += gone.length;
  }
  return old.length < limit ? deleted : limit;
}

/** All states of a connection together: one that is synced writes some of them every few minutes. */
async function deleteSyncStates(db: Database, engine: Engine, { before, limit }: Omit<AgedRequest, 'records'>) {
  const idle = await db
    .selectFrom('sync_states')
    .select('connection')
    .groupBy('connection')
    .having(sql`max(written_ms)`, '<', toMs(before))
    .orderBy('connection')
    .limit(limit)
    .execute();
  const names = idle.map(({ connection }) => connection);
  const gone = await db
    .deleteFrom('sync_states')
    .where(engine.among(sql.ref('connection'), names, 'text'))
    .where('written_ms', '<', toMs(before))
    .returning('connection')
    .execute();
  const connections = new Set(gone.map(({ connection }) => connection));
  await noteChanges(db, engine, 'states', connections);
  return connections.size;
}
