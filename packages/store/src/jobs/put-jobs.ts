import type { Job } from '@crossvault/core';
import {
  isUnderWay,
  type JobObservation,
  type KnownJob,
  mergeObservation,
  type PutObservation,
  type PutOptions,
  type PutOutcome,
  type PutResult,
} from '@crossvault/core/store';
import { sql } from 'kysely';
import { appendToFeed, type FeedEntry } from '../changes/feed.ts';
import type { ChangedRow, Database, Engine } from '../database.ts';
import type { WholeRow } from '../schema/schema.ts';
import { noteChanges } from '../sync/data-versions.ts';
import { checkLease, requireLease, writeSyncStates } from '../sync/sync-memory.ts';
import { inWrite } from '../write-transaction.ts';
import { findKnown, type KnownRow } from './find-known.ts';
import { hashOf, isThere, type Presence, toRow } from './job-row.ts';
import { joinAliases } from './join-aliases.ts';
import { type LoadedJob, loadJobs } from './stored-rows.ts';
import { noteSuccesses } from './successes.ts';
import { noteTallies } from './tallies.ts';

/** An observation of a batch that is being stored. */
interface Item {
  readonly id: string;
  readonly put: PutObservation;
  readonly hash: string;
}

interface Outcome {
  readonly id: string;
  readonly outcome: PutOutcome;
}

/**
 * Stores observations. Those that are already stored, by hash, cost one read for the whole batch and no transaction; only
 * the rest is read back, merged and written.
 */
export async function putJobs(
  db: Database,
  engine: Engine,
  batch: readonly PutObservation[],
  { lease, syncStates: states = [] }: PutOptions = {},
): Promise<PutResult> {
  const items = batch.map((put) => ({ id: put.record.job.id, put, hash: hashOf(put.record) }));
  const known = await findKnown(db, engine, idsOf(items));
  const news = items.filter((item) => !isKnown(item, known.get(item.id)));
  const write = () =>
    inWrite(db, engine, async (transaction) => {
      if (lease !== undefined) await requireLease(transaction, engine, lease);
      await writeSyncStates(transaction, engine, states);
      return writeNews(transaction, engine, news);
    });
  const isWritten = news.length > 0 || states.length > 0;
  const written = isWritten ? await write() : null;
  if (!isWritten && lease !== undefined) await checkLease(db, engine, lease);
  return {
    outcomes: items.map(
      (item) => written?.get(item) ?? { id: known.get(item.id)?.id ?? item.id, outcome: 'unchanged' as const },
    ),
  };
}

const idsOf = (items: readonly Item[]): readonly string[] => [
  ...new Set(items.flatMap(({ id, put }) => (put.knownAs === undefined ? [id] : [id, put.knownAs]))),
];

/** Whether the observation adds nothing. */
function isKnown({ put, hash }: Item, row: KnownRow | undefined): boolean {
  if (row === undefined || (put.knownAs !== undefined && put.knownAs !== row.id)) return false;
  const { record, number } = put;
  const isFull = record.job.depth === 'full';
  const [ownNumber, otherNumber] = isFull ? [row.full_no, row.list_no] : [row.list_no, row.full_no];
  const isSame = (isFull ? row.full_hash : row.list_hash) === hash;
  const isEarlier = number < (ownNumber ?? 0);
  const isFound = row.gone_ms === null ? isBefore(row.missed_no, number) : (row.gone_no ?? 0) < number;
  // Overlapping readings showed it both open and ended: this reading may decide.
  const mayConfirm = row.ended === 1 && isUnderWay(record.job) && (ownNumber ?? 0) >= (otherNumber ?? 0);
  return isSame && !isEarlier && !isFound && !mayConfirm && row.mapper_version >= put.mapperVersion;
}

const isBefore = (one: number | null, number: number): boolean => one !== null && one < number;

async function writeNews(db: Database, engine: Engine, news: readonly Item[]): Promise<ReadonlyMap<Item, Outcome>> {
  if (news.length === 0) return new Map();
  await engine.lockConnections(db, [...new Set(news.map(({ put }) => put.record.job.connection))].toSorted());
  const joined = await joinAliases(
    db,
    engine,
    news.map(({ id, put }) => ({ id, knownAs: put.knownAs })),
  );
  const known = await findKnown(db, engine, idsOf(news));
  const seqs = [...new Set([...known.values()].map(({ seq }) => seq))];
  const settled = await engine.lastReadingNumber(db);
  const loaded = new Map((await loadJobs(db, engine, seqs)).map((each) => [each.job.id, each]));
  const outcomes = new Map<Item, Outcome>();
  const fresh: WholeRow[] = [];
  const changed: ChangedRow[] = [];
  const feed: FeedEntry[] = [...joined];
  const successes: { before: Job | null; after: Job }[] = [];
  for (const [id, items] of groupById(news, known)) {
    const stored = loaded.get(id) ?? null;
    const merged = mergeItems(stored, items, settled);
    for (const [item, outcome] of merged.outcomes) outcomes.set(item, { id, outcome });
    if (merged.known === null) continue;
    const row = toRow(merged.known, { id, presence: merged.presence, words: stored?.row.words ?? null });
    if (stored === null) fresh.push(row);
    else changed.push({ ...row, seq: stored.seq, before: stored.row });
    feed.push(...toFeedEntry(row, stored));
    successes.push({ before: stored?.job ?? null, after: row.content });
  }
  await engine.insertRows(db, fresh);
  await engine.updateRows(db, changed);
  await noteChanges(
    db,
    engine,
    'jobs',
    [...fresh, ...changed].map(({ job }) => job.connection),
  );
  await noteSources(db, engine, fresh);
  await noteTallies(db, engine, [
    ...fresh.map(({ job }) => ({ before: null, after: job })),
    ...changed.map(({ before, job }) => ({ before, after: job })),
  ]);
  await noteSuccesses(db, engine, successes);
  await appendToFeed(db, engine, feed);
  return outcomes;
}

function groupById(news: readonly Item[], known: ReadonlyMap<string, KnownRow>): ReadonlyMap<string, readonly Item[]> {
  return Map.groupBy(news, ({ id }) => known.get(id)?.id ?? id);
}

interface Merged {
  /** The merged job; null when it is already stored. */
  readonly known: KnownJob | null;
  readonly presence: Presence;
  readonly outcomes: readonly (readonly [Item, PutOutcome])[];
}

function mergeItems(stored: LoadedJob | null, items: readonly Item[], settled: number): Merged {
  let known = stored?.known ?? null;
  let presence = stored?.presence ?? isThere;
  const outcomes = items.map((item): readonly [Item, PutOutcome] => {
    const { record, mapperVersion, number } = item.put;
    const observation: JobObservation = { record, mapperVersion, number, settled: Math.max(number, settled) };
    const before = known;
    const { goneAt, goneNumber, missedNumber } = presence;
    const isBack = goneAt !== null && (goneNumber ?? 0) < number;
    if (isBack || isBefore(missedNumber, number)) presence = isThere;
    known = mergeObservation(before, observation);
    if (before === null) return [item, 'new'];
    if (known !== before || isBack) return [item, 'changed'];
    const kept = record.job.depth === 'full' ? known.full : known.list;
    return [item, kept !== null && hashOf(kept.record) === item.hash ? 'unchanged' : 'older'];
  });
  const isNews = known !== (stored?.known ?? null) || presence !== (stored?.presence ?? isThere);
  return { known: isNews ? known : null, presence, outcomes };
}

function toFeedEntry({ job, content }: WholeRow, stored: LoadedJob | null): readonly FeedEntry[] {
  const from = stored?.job.status ?? null;
  if (from === job.status) return [];
  const { id, connection, vendor, status } = job;
  return [{ at: content.observedAt, id, connection, vendor, from_status: from, to_status: status }];
}

async function noteSources(db: Database, engine: Engine, fresh: readonly WholeRow[]): Promise<void> {
  if (fresh.length === 0) return;
  const pairs = new Map(
    fresh.map(({ job: { connection, vendor } }) => [`${connection}\n${vendor}`, { connection, vendor }]),
  );
  await sql`insert into sources (connection, vendor)
    select * from ${engine.given(['connection', 'vendor'], [...pairs.values()])} where true
    on conflict (connection, vendor) do nothing`.execute(db);
}
