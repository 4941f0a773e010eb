import type { JobObservation, RemappedJob, StoredJob, TextRecords } from '@crossvault/core';
import { z } from 'zod';
import { isAddressable, redactionVersion } from '../connections/redact-records.ts';
import { redactions } from '../connections/stored-redaction.ts';
import { runInLoopTurn } from '../loop-turns.ts';
import { connectionOf, type SyncParts } from './sync-parts.ts';

/** A batch is read and mapped without a pause: requests are answered before it and after it. */
const batchSize = 50;

/**
 * Maps one batch of stored jobs again whose rules have changed since. What was done is no longer listed as outdated, so the
 * next batch continues where this one ended. Returns whether there may be more.
 */
export async function remapOutdated(parts: SyncParts): Promise<boolean> {
  const { connector, store } = parts;
  const remapped = await runInLoopTurn('background', async () => {
    parts.signal.throwIfAborted();
    const outdated = await store.outdatedJobs(connectionOf(parts), connector.mapperVersion, batchSize);
    return outdated.map((job) => remap(parts, job));
  });
  if (remapped.length === 0) return false;
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
