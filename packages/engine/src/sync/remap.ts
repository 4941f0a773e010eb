import type { JobObservation, RemappedJob, StoredJob } from '@crossvault/core';
import { isAddressable } from '../connections/redact-records.ts';
import { runInLoopTurn } from '../loop-turns.ts';
import { connectionOf, type SyncParts } from './sync-parts.ts';

/** A batch is read and mapped without a pause: requests are answered before it and after it. */
const batchSize = 50;

/**
 * Maps one batch of stored jobs again whose rules have changed since. What was done is no longer listed as outdated, so the
 * next batch continues where this one ended. Gives whether there may be more.
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
  // None replaced: another process has done it, or it cannot be done; either way asking on would not end.
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
  // Nobody can be shown it or ask for it; what is read of it from now on is set aside.
  const hasSecretId = [known.list, known.full].some(
    (reading) => reading !== null && !isAddressable(idsOf(reading), connectionOf(parts)),
  );
  if (hasSecretId) return { id, list: null, full: null, mapperVersion, hasSecretId };
  return { id, list: toRecord(known.list), full: toRecord(known.full), mapperVersion };
}

const idsOf = ({ record: { key, job } }: JobObservation): readonly string[] => [...key, job.nativeId];
