import type { JobList, ListPage, PutObservation } from '@crossvault/core';
import type { ListState, SetAside } from './list-state.ts';
import type { ReadRow } from './read-row.ts';
import { addSetAside } from './rejected-records.ts';
import { toRuns } from './sampled-runs.ts';
import { connectionOf, instantOf, type SyncParts } from './sync-parts.ts';

/** One list in one turn of a sync: where its pages come in and go into the store. */
export interface ListSession {
  readonly parts: SyncParts;
  /** As it is to be taken: without order once it has broken its promise. */
  readonly list: JobList;
  readonly state: ListState;
  /** Ids of the jobs that were read in this turn, as they are stored. */
  readonly seen: ReadonlySet<string>;
  /** Takes note of what a page has beside its jobs; it is stored with them. */
  see(page: Pick<ListPage, 'rejected'>): void;
  /** Stores jobs and, in the same transaction, what is true once they are stored. */
  store(rows: readonly ReadRow[], change?: Partial<ListState>): Promise<void>;
}

export function createListSession(parts: SyncParts, list: JobList, stored: ListState): ListSession {
  let state = stored;
  const seen = new Set<string>();
  const noted: SetAside[] = [];

  async function toObservations(rows: readonly ReadRow[]): Promise<readonly PutObservation[]> {
    const { connector } = parts;
    if (connector.history === 'sampled') return toRuns(parts, list, rows);
    return rows.map((row) => ({ ...row, mapperVersion: connector.mapperVersion }));
  }

  return {
    parts,
    seen,
    get list(): JobList {
      return state.unordered ? { ...list, order: 'none' } : list;
    },
    get state() {
      return state;
    },
    see({ rejected }) {
      for (const each of rejected) noted.push({ ...each, seenAt: instantOf(parts) });
    },
    async store(rows, change = {}) {
      const setAside = addSetAside(change.setAside ?? state.setAside, noted);
      const next = { ...state, ...change, setAside };
      const isNews = JSON.stringify(next) !== JSON.stringify(state);
      if (rows.length === 0 && !isNews) return;
      const { outcomes } = await parts.store.putJobs(await toObservations(rows), {
        lease: parts.lease,
        syncStates: isNews ? [{ connection: connectionOf(parts), list: list.key, state: next }] : [],
      });
      state = next;
      for (const { id } of outcomes) seen.add(id);
    },
  };
}
