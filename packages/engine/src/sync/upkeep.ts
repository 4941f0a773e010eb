import { type Clock, CrossvaultError, type Logger } from '@crossvault/core';
import { redactionVersion } from '@crossvault/core/internal';
import {
  type AgedCounts,
  type AgedRecords,
  agedRecords,
  type JobObservation,
  type JobStore,
  type RemappedJob,
  type StoredJob,
  type StoreRetention,
  type TextRecords,
} from '@crossvault/core/store';
import { z } from 'zod';
import { isAddressable } from '../connections/redact-records.ts';
import { redactions } from '../connections/stored-redaction.ts';
import { runInLoopTurn } from '../loop-turns.ts';
import { connectionOf, type SyncParts } from './sync-parts.ts';
import { daysBefore } from './sync-timing.ts';

/** Read at once and replaced in one transaction: a renewal of a lease waits for no more than that. */
const batchSize = 50;
/** Mapped at once: what else the process does, requests and renewals among it, has its turn after so many. */
const mappedAtOnce = 5;

/**
 * Maps one batch of stored jobs again whose rules have changed since. What was done is no longer listed as outdated, so the
 * next batch continues where this one ended. Returns whether there may be more.
 */
export async function remapOutdated(parts: SyncParts): Promise<boolean> {
  const { connector, store } = parts;
  const outdated = await runInLoopTurn(
    'background',
    () => store.outdatedJobs(connectionOf(parts), connector.mapperVersion, batchSize),
    parts.signal,
  );
  if (outdated.length === 0) return false;
  const remapped: RemappedJob[] = [];
  for (let first = 0; first < outdated.length; first += mappedAtOnce) {
    const some = outdated.slice(first, first + mappedAtOnce);
    remapped.push(...(await runInLoopTurn('background', () => some.map((job) => remap(parts, job)), parts.signal)));
  }
  const replaced = await store.remapJobs(remapped, parts.lease);
  // None replaced: another process has done it, or it cannot be done. Another attempt would not end.
  return replaced > 0 && remapped.length === batchSize;
}

function remap(parts: SyncParts, { id, known }: StoredJob): RemappedJob {
  const { connector } = parts;
  const { mapperVersion } = connector;
  const toRecord = (reading: JobObservation | null) => {
    if (reading === null) return null;
    const result = connector.mapJob(reading.record.raw, reading.record.context);
    return result.kind === 'job' ? result.record : null;
  };
  // Such a job can be neither shown nor requested; later readings of it are rejected.
  const hasSecretId = [known.list, known.full].some(
    (reading) => reading !== null && !isAddressable(idsOf(reading), connectionOf(parts)),
  );
  if (hasSecretId) return { id, list: null, full: null, mapperVersion, hasSecretId };
  return { id, list: toRecord(known.list), full: toRecord(known.full), mapperVersion };
}

const idsOf = ({ record: { key, job } }: JobObservation): readonly string[] => [...key, job.nativeId];

/** The key of this state. No list of a vendor has it. */
const stateKey = '\nredaction';

/** How many are looked at without a pause: documents are parsed, ids only read. Requests are answered in between. */
const batchSizes: Readonly<Record<TextRecords, number>> = {
  changes: 1000,
  successes: 500,
  plan: 50,
  item: 50,
  operations: 50,
  audit: 50,
};
const order = ['plan', 'item', 'successes', 'operations', 'audit', 'changes'] as const satisfies readonly TextRecords[];

const stateSchema = z.object({
  /** The version of redaction that this progress belongs to. */
  redaction: z.literal(redactionVersion),
  /** The current position; null: finished. */
  at: z.object({ records: z.enum(order), after: z.string().nullable() }).nullable(),
});

type RewriteState = z.infer<typeof stateSchema>;

const beginning: RewriteState = { redaction: redactionVersion, at: { records: order[0], after: null } };

/** The records that follow these; null: none. */
function recordsAfter(records: TextRecords): RewriteState['at'] {
  const next = order[order.indexOf(records) + 1];
  return next === undefined ? null : { records: next, after: null };
}

/** The next records that there are any of, redacted; without any the end of all. */
async function findBatch({ store, signal }: SyncParts, connection: string, from: NonNullable<RewriteState['at']>) {
  for (let { records, after } = from; ; ) {
    signal.throwIfAborted();
    const page = await store.storedTexts({ records, connection, after, limit: batchSizes[records] });
    const texts = page.texts
      .map(({ place, text }) => ({ place, text, after: redactions[records](text, connection) }))
      .filter((each) => each.after !== each.text);
    const next = page.next === null ? recordsAfter(records) : { records, after: page.next };
    if (page.texts.length > 0 || page.next !== null || next === null) return { records, texts, next };
    ({ records, after } = next);
  }
}

/**
 * Redacts one batch of texts other than jobs that an earlier version has stored. The progress is stored with it, under the lease
 * of the sync, so the next turn continues there. Returns whether there may be more.
 */
export async function rewriteStored(parts: SyncParts): Promise<boolean> {
  const { store, lease } = parts;
  const connection = connectionOf(parts);
  const states = await store.syncStates(connection);
  const { at } = stateSchema.safeParse(states.get(stateKey)).data ?? beginning;
  if (at === null) return false;
  const { records, texts, next } = await runInLoopTurn('background', () => findBatch(parts, connection, at));
  const state: RewriteState = { redaction: redactionVersion, at: next };
  const syncStates = [{ connection, list: stateKey, state }];
  await store.rewriteTexts({ records, connection, texts, syncStates }, lease);
  return next !== null;
}

const deletedAtOnce = 500;

/** Deletes jobs that are gone at the vendor and older than the retention of the connection. Returns how many. */
export async function deleteForgotten(parts: SyncParts): Promise<number> {
  const { retentionDays = null } = parts.source.connection;
  if (retentionDays === null) return 0;
  let deleted = 0;
  for (;;) {
    const request = {
      connection: connectionOf(parts),
      before: daysBefore(parts.clock.now(), retentionDays),
      onlyGone: true,
      limit: deletedAtOnce,
    };
    const some = await parts.store.deleteOlderThan(request, parts.lease);
    deleted += some;
    if (some < deletedAtOnce) return deleted;
  }
}

interface HousekeepingOptions {
  readonly store: Pick<JobStore, 'deleteAged'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly retention: StoreRetention;
}

const everyMs = 3_600_000;

/** A short transaction at a time, so that others can write in between. */
const recordsAtOnce = 1000;

/** Deletes records that are older than the configured retention. Returns how many of each kind that has a setting. */
export async function deleteAgedRecords(
  { store, clock, retention }: Omit<HousekeepingOptions, 'logger'>,
  signal: AbortSignal,
): Promise<AgedCounts> {
  const deleted: Partial<Record<AgedRecords, number>> = {};
  for (const records of agedRecords) {
    const days = retention[records];
    if (days === undefined) continue;
    const request = { records, before: daysBefore(clock.now(), days), limit: recordsAtOnce };
    let sum = 0;
    for (let last = recordsAtOnce; last === recordsAtOnce; sum += last) {
      signal.throwIfAborted();
      last = await store.deleteAged(request);
    }
    deleted[records] = sum;
  }
  return deleted;
}

/** Deletes aged records every hour, until the signal aborts; never rejects. Several processes may do so concurrently. */
export async function keepHouse(options: HousekeepingOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await deleteAgedRecords(options, signal);
    } catch (error) {
      const { code, message } = CrossvaultError.from(error);
      if (!signal.aborted) options.logger.warn({ code }, message);
    }
    await options.clock.sleep(everyMs, { signal }).catch(() => undefined);
  }
}
