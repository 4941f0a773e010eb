import {
  type AgedCounts,
  type AgedRecords,
  agedRecords,
  type Clock,
  CrossvaultError,
  type JobStore,
  type Logger,
  type StoreRetention,
} from '@crossvault/core';
import { connectionOf, type SyncParts } from './sync-parts.ts';
import { daysBefore } from './sync-timing.ts';

const batchSize = 500;

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
      limit: batchSize,
    };
    const some = await parts.store.deleteOlderThan(request, parts.lease);
    deleted += some;
    if (some < batchSize) return deleted;
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
