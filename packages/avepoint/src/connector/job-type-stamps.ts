import type { CallOptions, Job, SourceWarning } from '@crossvault/core';
import { jobTypes, untyped } from '../mapping/map-kind.ts';
import { type FilteredList, readFilteredLists, spansOf } from './filtered-lists.ts';
import type { RowsSource } from './read-rows.ts';
import { createStampMemory } from './stamp-memory.ts';

/** Which typed list holds which job: a row does not contain its type, only the list's filter does. */
export interface JobTypeStamps {
  /** The stamp that is known of a job without a request; null where none is. */
  find(location: string, id: string): string | null;
  /** Stamps by native id, for the jobs with a readable start; the others cannot be looked up and have none. */
  stamp(
    location: string,
    jobs: readonly Job[],
    call: CallOptions,
  ): Promise<{ readonly stamps: ReadonlyMap<string, string>; readonly warnings: readonly SourceWarning[] }>;
}

const lists: readonly FilteredList[] = jobTypes.map(({ filter, stamp }) => ({ jobType: filter, stamp }));

export function createJobTypeStamps(source: RowsSource, concurrency: number): JobTypeStamps {
  const { find, remember } = createStampMemory();

  /** A stamp that was stored with its job is reliable; `untyped` may result from a truncated list. */
  async function recallStamps(location: string, jobs: readonly Job[], call: CallOptions): Promise<void> {
    const { recall: recallStored } = call;
    const ids = jobs.map(({ nativeId }) => nativeId).filter((id) => find(location, id) === null);
    if (recallStored === undefined || ids.length === 0) return;
    for (const [id, { jobType }] of await recallStored(location, ids)) {
      if (jobTypes.some(({ stamp }) => stamp === jobType)) remember(location, id, jobType ?? untyped);
    }
  }

  return Object.freeze({
    find,
    async stamp(location: string, jobs: readonly Job[], call: CallOptions) {
      const stamps = new Map<string, string>();
      const unstamped: Job[] = [];
      const dated = jobs.filter(({ startedAt }) => startedAt !== null);
      await recallStamps(location, dated, call);
      for (const job of dated) {
        const stamp = find(location, job.nativeId);
        if (stamp === null) unstamped.push(job);
        else stamps.set(job.nativeId, stamp);
      }
      if (unstamped.length === 0) return { stamps, warnings: [] };
      const asked = { location, lists, spans: spansOf(unstamped), concurrency };
      const { seen, warnings, isInEvery } = await readFilteredLists(source, asked, call);
      const isSound = !warnings.includes('filter-ignored');
      for (const [id, types] of seen) if (isSound || isInEvery(types)) remember(location, id, stampOf(types));
      for (const { nativeId, ended } of unstamped) {
        stamps.set(nativeId, stampOf(seen.get(nativeId)));
        // A truncated list does not prove a job's absence, and a new job may appear in its typed list later.
        if (!seen.has(nativeId) && warnings.length === 0 && ended) remember(location, nativeId, untyped);
      }
      return { stamps, warnings };
    },
  });
}

/** A job in two typed lists comes from a list that ignores its filter, so its type is unknown. */
function stampOf(stamps: ReadonlySet<string> | undefined): string {
  const [stamp] = stamps ?? [];
  return stamp === undefined || stamps?.size !== 1 ? untyped : stamp;
}
