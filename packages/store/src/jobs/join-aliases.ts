import { mergeObservation } from '@crossvault/core/store';
import type { FeedEntry } from '../changes/feed.ts';
import type { Database, Engine } from '../database.ts';
import { noteChanges } from '../sync/data-versions.ts';
import { findKnown } from './find-known.ts';
import { toRow } from './job-row.ts';
import { type LoadedJob, loadJobs } from './stored-rows.ts';
import { noteSuccesses } from './successes.ts';
import { noteTallies } from './tallies.ts';

interface Claim {
  readonly id: string;
  readonly knownAs: string | undefined;
}

/**
 * Makes a job's own id an alias of the one that it is known as, before the batch is written. Where both are stored, what
 * is known of the one moves to the other and its row is deleted; the feed has entries for both.
 */
export async function joinAliases(
  db: Database,
  engine: Engine,
  claims: readonly Claim[],
): Promise<readonly FeedEntry[]> {
  const pairs = claims.flatMap(({ id, knownAs }) => (knownAs === undefined || knownAs === id ? [] : [{ id, knownAs }]));
  const feed: FeedEntry[] = [];
  for (const { id, knownAs } of pairs) {
    const found = await findKnown(db, engine, [id, knownAs]);
    const [own, target] = [found.get(id), found.get(knownAs)];
    if (target === undefined || own?.seq === target.seq) continue;
    if (own !== undefined) feed.push(...(await absorb(db, engine, own.seq, target.seq)));
    await db.updateTable('aliases').set({ id: target.id }).where('id', '=', id).execute();
    await db
      .insertInto('aliases')
      .values({ alias: id, id: target.id })
      .onConflict((conflict) => conflict.column('alias').doUpdateSet({ id: target.id }))
      .execute();
  }
  return feed;
}

async function absorb(db: Database, engine: Engine, ownSeq: number, targetSeq: number): Promise<readonly FeedEntry[]> {
  const loaded = await loadJobs(db, engine, [ownSeq, targetSeq]);
  const own = loaded.find(({ seq }) => seq === ownSeq);
  const target = loaded.find(({ seq }) => seq === targetSeq);
  if (own === undefined || target === undefined) return [];
  const readings = [own.known.list, own.known.full].filter((each) => each !== null);
  const known = readings.reduce(mergeObservation, target.known);
  const row = toRow(known, { id: target.job.id, presence: target.presence, words: target.row.words });
  await engine.removeRows(db, [ownSeq]);
  await engine.updateRows(db, [{ ...row, seq: targetSeq, before: target.row }]);
  await noteChanges(db, engine, 'jobs', [own.row.connection, target.row.connection]);
  await noteTallies(db, engine, [
    { before: own.row, after: null },
    { before: target.row, after: row.job },
  ]);
  await noteSuccesses(db, engine, [
    { before: own.job, after: row.content },
    { before: target.job, after: row.content },
  ]);
  const from = target.job.status;
  const changed = from === row.job.status ? [] : [toEntry(target, from, row.job.status)];
  return [toEntry(own, own.job.status, null), ...changed];
}

const toEntry = ({ job }: LoadedJob, from: FeedEntry['from_status'], to: FeedEntry['to_status']): FeedEntry => ({
  at: job.observedAt,
  id: job.id,
  connection: job.connection,
  vendor: job.vendor,
  from_status: from,
  to_status: to,
});
