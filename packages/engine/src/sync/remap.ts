import type { JobObservation, RemappedJob, StoredJob } from '@crossvault/contract';
import { connectionOf, type SyncParts } from './sync-parts.ts';

const batchSize = 200;

/**
 * Maps one batch of stored jobs anew, whose rules have changed since. What was done is no longer listed as outdated, so it
 * goes on wherever it was left. Gives whether there may be more.
 */
export async function remapOutdated(parts: SyncParts): Promise<boolean> {
  const { connector, store } = parts;
  const outdated = await store.outdatedJobs(connectionOf(parts), connector.mapperVersion, batchSize);
  if (outdated.length === 0) return false;
  const replaced = await store.remapJobs(
    outdated.map((job) => remap(parts, job)),
    parts.lease,
  );
  // None replaced: somebody else has done it, or it cannot be done; either way asking on would not end.
  return replaced > 0 && outdated.length === batchSize;
}

function remap({ connector }: SyncParts, { id, known }: StoredJob): RemappedJob {
  const toRecord = (reading: JobObservation | null) => {
    if (reading === null) return null;
    const result = connector.mapJob(reading.record.raw, reading.record.context);
    return result.kind === 'job' ? result.record : null;
  };
  return { id, list: toRecord(known.list), full: toRecord(known.full), mapperVersion: connector.mapperVersion };
}
