import type { CallOptions, Clock, JobRecord } from '@crossvault/core';
import { type AskVendor, type History, isWhole, readAndKeep } from '../../changes/history.ts';
import { askWithin, type JobAddress } from '../../jobs/read-job.ts';

/**
 * One job whole: from the store where it knows all of it, else from the vendor, and kept. Where the vendor cannot be asked,
 * or has forgotten it, what is stored is told as it is: its `depth` and `observedAt` say how much that is.
 */
export async function readKnownJob(
  history: History,
  clock: Clock,
  { source, key, id }: JobAddress & { readonly id: string },
  call: CallOptions,
  fresh: boolean,
): Promise<JobRecord> {
  const stored = await history.store.getJob(id);
  if (stored !== null && !fresh && (isWhole(stored) || stored.record.job.goneAt !== null)) return stored.record;
  const ask: AskVendor = (run) => askWithin(clock, source, call, run);
  try {
    return await readAndKeep(history, ask, stored?.record.key ?? key, stored?.id);
  } catch (error) {
    if (stored === null || call.signal.aborted) throw error;
    // As it is stored now: the vendor may just have said that the job is gone.
    return (await history.store.getJob(stored.id))?.record ?? stored.record;
  }
}
