import type { LeaseClaim, PruneRequest } from '@crossvault/core/store';
import { type RawBuilder, sql } from 'kysely';
import { appendToFeed } from '../changes/feed.ts';
import type { Database, Engine } from '../database.ts';
import { hideInFeed } from '../maintenance/rewrite-texts.ts';
import { noteChanges } from '../sync/data-versions.ts';
import { requireLease } from '../sync/sync-memory.ts';
import { type BetweenSteps, inWrite } from '../write-transaction.ts';
import { toInstant, toMs } from './job-row.ts';
import { noteTallies } from './tallies.ts';

interface Deletion {
  readonly nowMs: number;
  readonly lease: LeaseClaim | undefined;
  readonly betweenSteps?: BetweenSteps | undefined;
}

/** Deleted in one transaction: other writes wait for no more than these. */
const deletedAtOnce = 200;

/** Deletes up to the limit. */
export async function deleteOlderThan(
  db: Database,
  engine: Engine,
  request: PruneRequest,
  deletion: Deletion,
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const limit = Math.min(request.limit - deleted, deletedAtOnce);
    const { found, removed } = await deleteSome(db, engine, { ...request, limit }, deletion);
    deleted += removed;
    // A found job may have been read again meanwhile; the others are still old.
    if (found < limit || deleted >= request.limit) return deleted;
    await deletion.betweenSteps?.();
  }
}

/** Finds connections with old jobs, locks their jobs, and then chooses the jobs to delete. */
function deleteSome(
  db: Database,
  engine: Engine,
  request: PruneRequest,
  { nowMs, lease }: Deletion,
): Promise<{ readonly found: number; readonly removed: number }> {
  return inWrite(db, engine, async (transaction) => {
    if (lease !== undefined) await requireLease(transaction, engine, lease);
    const found = await findOldest(transaction, engine, request);
    if (found.length === 0) return { found: 0, removed: 0 };
    const connections = [...new Set(found.map((row) => row.connection))].toSorted();
    await engine.lockConnections(transaction, connections);
    const rows = await findOldest(transaction, engine, request, connections);
    await removeJobs(transaction, engine, rows, toInstant(nowMs));
    return { found: found.length, removed: rows.length };
  });
}

/** Deletes a job whose id cannot be shown. Its ids in the feed are replaced by one that can, and the feed shows the removal. */
export async function hideJob(db: Database, engine: Engine, row: OldJob): Promise<void> {
  const aliases = await db.selectFrom('aliases').select('alias').where('id', '=', row.id).execute();
  for (const { alias } of aliases) await hideInFeed(db, engine, alias);
  const shownAs = await hideInFeed(db, engine, row.id);
  await removeJobs(db, engine, [row], toInstant(await engine.nowMs(db)), () => shownAs);
}

type OldJob = Awaited<ReturnType<typeof findOld>>[number];

/** `idInFeed`: the id of a job in the feed; null: the feed does not have it. */
async function removeJobs(
  db: Database,
  engine: Engine,
  rows: readonly OldJob[],
  at: string,
  idInFeed: (row: OldJob) => string | null = ({ id }) => id,
): Promise<void> {
  if (rows.length === 0) return;
  await engine.removeRows(
    db,
    rows.map(({ seq }) => seq),
  );
  await noteChanges(
    db,
    engine,
    'jobs',
    rows.map(({ connection }) => connection),
  );
  await noteTallies(
    db,
    engine,
    rows.map((row) => ({ before: row, after: null })),
  );
  const ids = rows.map(({ id }) => id);
  await db
    .deleteFrom('aliases')
    .where(engine.among(sql.ref('id'), ids, 'text'))
    .execute();
  const feed = rows.flatMap((row) => {
    const { connection, vendor, status } = row;
    const id = idInFeed(row);
    return id === null ? [] : [{ at, id, connection, vendor, from_status: status, to_status: null }];
  });
  await appendToFeed(db, engine, feed);
}

/** `connections`: only of these, whose jobs are locked. */
async function findOldest(
  db: Database,
  engine: Engine,
  request: PruneRequest,
  connections: readonly string[] | null = null,
): Promise<readonly OldJob[]> {
  const own = connections === null ? null : engine.among(sql.ref('connection'), connections, 'text');
  const ended = await findOld(db, request, 'ended', own, request.limit);
  return [...ended, ...(await findOld(db, request, 'never ended', own, request.limit - ended.length))];
}

/** Old jobs, oldest first: by their end, or where they have none by their start, else by when they were read. */
async function findOld(
  db: Database,
  { connection, before, onlyGone }: PruneRequest,
  which: 'ended' | 'never ended',
  own: RawBuilder<boolean> | null,
  limit: number,
) {
  const age = which === 'ended' ? sql<number>`ended_ms` : sql<number>`coalesce(started_ms, observed_ms)`;
  let query = db.selectFrom('jobs').select(['seq', 'id', 'connection', 'vendor', 'status', 'problem']);
  query = query.where(age, '<', toMs(before)).where('ended_ms', which === 'ended' ? 'is not' : 'is', null);
  if (connection !== null) query = query.where('connection', '=', connection);
  if (own !== null) query = query.where(own);
  query = onlyGone
    ? query.where('gone_ms', 'is not', null)
    : query.where((is) => is.or([is('ended', '=', 1), is('gone_ms', 'is not', null)]));
  return query.orderBy(age).limit(limit).execute();
}
