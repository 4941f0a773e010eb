import type { Job } from '@crossvault/core';
import {
  type Absence,
  type LeaseClaim,
  type Missed,
  type MissedResult,
  type RemappedJob,
  remapObservation,
} from '@crossvault/core/store';
import { appendToFeed, type FeedEntry } from '../changes/feed.ts';
import type { ChangedRow, Database, Engine } from '../database.ts';
import { noteChanges } from '../sync/data-versions.ts';
import { requireLease } from '../sync/sync-memory.ts';
import { inWrite } from '../write-transaction.ts';
import { findKnown } from './find-known.ts';
import { isThere, type Presence, toRow } from './job-row.ts';
import { hideJob } from './remove-jobs.ts';
import { type LoadedJob, loadJobs } from './stored-rows.ts';
import { noteSuccesses } from './successes.ts';
import { noteTallies } from './tallies.ts';

/** Reads jobs by their ids, and blocks other writers of them until the transaction ends. */
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
    const held = (await holdJobs(transaction, engine, [...byId.keys()])).filter(({ job }) => byId.has(job.id));
    const [hidden, shown] = splitBy(held, ({ job }) => byId.get(job.id)?.hasSecretId === true);
    for (const { seq, row } of hidden) await hideJob(transaction, engine, { ...row, seq });
    return hidden.length + (await replaceJobs(transaction, engine, shown, byId));
  });
}

const splitBy = <Each>(all: readonly Each[], isFirst: (each: Each) => boolean): [Each[], Each[]] => [
  all.filter(isFirst),
  all.filter((each) => !isFirst(each)),
];

async function replaceJobs(
  db: Database,
  engine: Engine,
  held: readonly LoadedJob[],
  byId: ReadonlyMap<string, RemappedJob>,
): Promise<number> {
  const rows: ChangedRow[] = [];
  const feed: FeedEntry[] = [];
  const successes: { before: Job; after: Job }[] = [];
  for (const { seq, job, known, presence, row: before } of held) {
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
  await engine.updateRows(db, rows);
  await noteChanges(
    db,
    engine,
    'jobs',
    rows.map(({ job }) => job.connection),
  );
  await noteTallies(
    db,
    engine,
    rows.map((row) => ({ before: row.before, after: row.job })),
  );
  await noteSuccesses(db, engine, successes);
  await appendToFeed(db, engine, feed);
  return rows.length;
}

const toEntry = (job: LoadedJob['job'], at: string, to: FeedEntry['to_status']): FeedEntry => ({
  at,
  id: job.id,
  connection: job.connection,
  vendor: job.vendor,
  from_status: job.status,
  to_status: to,
});

/** The new presence of a job; null: unchanged. */
type ChangePresence = (job: LoadedJob) => Presence | null;

/** Returns the changed jobs. */
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
    await noteChanges(
      transaction,
      engine,
      'jobs',
      changed.map(({ job }) => job.row.connection),
    );
    return changed.map(({ presence }) => presence);
  });
}

/** Whether it may be marked as gone: it is not yet, and no later reading has begun. */
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
