import {
  type Absence,
  type Job,
  type LeaseClaim,
  type Missed,
  type MissedResult,
  type PruneRequest,
  type RemappedJob,
  remapObservation,
} from '@crossvault/contract';
import { type RawBuilder, sql } from 'kysely';
import type { ChangedRow, Database, Engine } from './engine.ts';
import { appendToFeed, type FeedEntry } from './feed.ts';
import { findKnown } from './find-known.ts';
import { isThere, type Presence, toInstant, toMs, toRow } from './job-row.ts';
import { type LoadedJob, loadJobs } from './stored-rows.ts';
import { noteSuccesses } from './successes.ts';
import { requireLease } from './sync-memory.ts';
import { noteTallies } from './tallies.ts';
import { inWrite } from './write-transaction.ts';

/** Reads jobs by their ids, and lets nobody else write them until the transaction ends. */
async function holdJobs(db: Database, engine: Engine, ids: readonly string[]): Promise<readonly LoadedJob[]> {
  const seqsOf = async () => [...new Set([...(await findKnown(db, engine, ids)).values()].map(({ seq }) => seq))];
  const before = await loadJobs(db, engine, await seqsOf());
  await engine.lockConnections(db, [...new Set(before.map(({ job }) => job.connection))].toSorted());
  return loadJobs(db, engine, await seqsOf());
}

export function remapJobs(
  db: Database,
  engine: Engine,
  batch: readonly RemappedJob[],
  lease?: LeaseClaim,
): Promise<number> {
  const byId = new Map(batch.map((each) => [each.id, each]));
  return inWrite(db, engine, async (transaction) => {
    if (lease !== undefined) await requireLease(transaction, engine, lease);
    const rows: ChangedRow[] = [];
    const feed: FeedEntry[] = [];
    const successes: { before: Job; after: Job }[] = [];
    for (const { seq, job, known, presence, row: before } of await holdJobs(transaction, engine, [...byId.keys()])) {
      const remapped = byId.get(job.id);
      if (remapped === undefined) continue;
      const { list, full, mapperVersion } = remapped;
      const after = remapObservation(remapObservation(known, 'list', { record: list, mapperVersion }), 'full', {
        record: full,
        mapperVersion,
      });
      if (after === known) continue;
      const row = toRow(after, { id: job.id, presence, words: before.words });
      rows.push({ ...row, seq, before });
      successes.push({ before: job, after: row.content });
      if (row.job.status !== job.status) feed.push(toEntry(job, job.observedAt, row.job.status));
    }
    await engine.updateRows(transaction, rows);
    await noteTallies(
      transaction,
      engine,
      rows.map((row) => ({ before: row.before, after: row.job })),
    );
    await noteSuccesses(transaction, engine, successes);
    await appendToFeed(transaction, engine, feed);
    return rows.length;
  });
}

const toEntry = (job: LoadedJob['job'], at: string, to: FeedEntry['to_status']): FeedEntry => ({
  at,
  id: job.id,
  connection: job.connection,
  vendor: job.vendor,
  from_status: job.status,
  to_status: to,
});

/** What becomes of the presence of a job; null: nothing. */
type ChangePresence = (job: LoadedJob) => Presence | null;

/** Gives what the changed jobs have become. */
async function changePresence(
  db: Database,
  engine: Engine,
  ids: readonly string[],
  change: ChangePresence,
  lease?: LeaseClaim,
): Promise<readonly Presence[]> {
  return inWrite(db, engine, async (transaction) => {
    if (lease !== undefined) await requireLease(transaction, engine, lease);
    const changed = (await holdJobs(transaction, engine, ids)).flatMap((job) => {
      const presence = change(job);
      return presence === null ? [] : [{ job, presence }];
    });
    await engine.updateRows(
      transaction,
      changed.map(({ job: { seq, job, known, row: before }, presence }) => ({
        ...toRow(known, { id: job.id, presence, words: before.words }),
        seq,
        before,
      })),
    );
    return changed.map(({ presence }) => presence);
  });
}

/** Whether it may be gone: it is not yet, and no reading of it was asked for since. */
const isUnseenSince = ({ known: { list, full }, presence }: LoadedJob, number: number): boolean =>
  presence.goneAt === null && Math.max(list?.number ?? 0, full?.number ?? 0) <= number;

export async function markGone(
  db: Database,
  engine: Engine,
  ids: readonly string[],
  { at, number }: Absence,
  lease?: LeaseClaim,
): Promise<number> {
  const gone: Presence = { goneAt: at, goneNumber: number, missedNumber: null };
  return (await changePresence(db, engine, ids, (job) => (isUnseenSince(job, number) ? gone : null), lease)).length;
}

export async function markMissed(
  db: Database,
  engine: Engine,
  ids: readonly string[],
  { at, number, pass }: Missed,
  lease?: LeaseClaim,
): Promise<MissedResult> {
  let [stillMissed, gone] = [0, 0];
  const change: ChangePresence = (job) => {
    const { missedNumber } = job.presence;
    if (!isUnseenSince(job, number)) return null;
    if (missedNumber !== null && missedNumber < pass) {
      gone += 1;
      return { goneAt: at, goneNumber: number, missedNumber: null };
    }
    stillMissed += 1;
    return missedNumber === null ? { ...isThere, missedNumber: number } : null;
  };
  await changePresence(db, engine, ids, change, lease);
  return { missed: stillMissed, gone };
}

export async function unmarkGone(db: Database, engine: Engine, ids: readonly string[]): Promise<number> {
  return (await changePresence(db, engine, ids, ({ presence }) => (presence.goneAt === null ? null : isThere))).length;
}

interface Deletion {
  readonly nowMs: number;
  readonly lease: LeaseClaim | undefined;
}

/** Deletes until there are so many, or no more to be deleted. */
export async function deleteOlderThan(
  db: Database,
  engine: Engine,
  request: PruneRequest,
  deletion: Deletion,
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const limit = request.limit - deleted;
    const { found, removed } = await deleteSome(db, engine, { ...request, limit }, deletion);
    deleted += removed;
    // What was found may have been read again meanwhile; others are old all the same.
    if (found < limit || deleted >= request.limit) return deleted;
  }
}

/** Looks which connections have old jobs, and chooses the jobs when nobody else can write these connections any more. */
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

type OldJob = Awaited<ReturnType<typeof findOld>>[number];

async function removeJobs(db: Database, engine: Engine, rows: readonly OldJob[], at: string): Promise<void> {
  if (rows.length === 0) return;
  await engine.removeRows(
    db,
    rows.map(({ seq }) => seq),
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
  const feed = rows.map(({ seq: _, problem: __, status, ...row }) => ({
    ...row,
    at,
    from_status: status,
    to_status: null,
  }));
  await appendToFeed(db, engine, feed);
}

/** `connections`: only of these, whose jobs nobody else can write. */
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
