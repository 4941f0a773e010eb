import { connectionOf, type SyncParts } from './sync-parts.ts';
import { daysBefore } from './sync-timing.ts';

const batchSize = 500;

/** Deletes what the vendor has forgotten and what is older than it is kept. Gives how many. */
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
