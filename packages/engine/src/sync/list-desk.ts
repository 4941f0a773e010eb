import {
  CrossvaultError,
  type JobList,
  type JobRecord,
  type ListPage,
  type ListQuery,
  type PutObservation,
} from '@crossvault/contract';
import { readPages } from '../vendor-pages.ts';
import { createOrderWatch } from '../whole-list.ts';
import type { ListState } from './list-state.ts';
import { toRuns } from './sampled-runs.ts';
import { askVendor, connectionOf, type SyncParts } from './sync-parts.ts';

/** One list in one turn of a sync: where its pages come in and go into the store. */
export interface ListDesk {
  readonly parts: SyncParts;
  /** As it is to be taken: without order once it has broken its promise. */
  readonly list: JobList;
  readonly state: ListState;
  /** Ids of the jobs that were read in this turn, as they are stored. */
  readonly seen: ReadonlySet<string>;
  /** Stores jobs and, in the same transaction, what is true once they are stored. */
  store(records: readonly JobRecord[], change?: Partial<ListState>): Promise<void>;
}

export function createListDesk(parts: SyncParts, list: JobList, stored: ListState): ListDesk {
  let state = stored;
  const seen = new Set<string>();

  async function toObservations(records: readonly JobRecord[]): Promise<readonly PutObservation[]> {
    const { connector } = parts;
    if (connector.history === 'sampled') return toRuns(parts, list, records);
    return records.map((record) => ({ record, mapperVersion: connector.mapperVersion }));
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
    async store(records, change = {}) {
      const next = { ...state, ...change };
      const isNews = JSON.stringify(next) !== JSON.stringify(state);
      if (records.length === 0 && !isNews) return;
      const { outcomes } = await parts.store.putJobs(await toObservations(records), {
        lease: parts.lease,
        syncStates: isNews ? [{ connection: connectionOf(parts), list: list.key, state: next }] : [],
      });
      state = next;
      for (const { id } of outcomes) seen.add(id);
    },
  };
}

export const everything: ListQuery = { startedAfter: null, startedBefore: null, status: null };

/** What a list is asked for within bounds: only those that it takes are handed over. */
export function toBounds(
  { nativeFilters }: JobList,
  startedAfter: string | null,
  startedBefore: string | null,
): ListQuery {
  return {
    startedAfter: nativeFilters.includes('startedAfter') ? startedAfter : null,
    startedBefore: nativeFilters.includes('startedBefore') ? startedBefore : null,
    status: null,
  };
}

/** What has been seen of a list while it is read. */
export interface Sight {
  readonly page: ListPage;
  readonly pages: number;
  readonly newest: string | null;
  readonly oldest: string | null;
  /** As long as no job stood where the promised order has none. */
  readonly isOrdered: boolean;
  /** The vendor broke off: there is more that it does not give. */
  readonly isBroken: boolean;
  /** Every row could be read. */
  readonly isClean: boolean;
  readonly isLast: boolean;
  readonly ids: ReadonlySet<string>;
}

/** Reads a list page by page, and tells with each page what has been seen so far. */
export async function* readSights({ parts, list }: ListDesk, query: ListQuery, size: number): AsyncGenerator<Sight> {
  const isMisplaced = createOrderWatch({ list });
  const ids = new Set<string>();
  let sight = { pages: 0, isOrdered: true, isBroken: false, isClean: true };
  let newest: string | null = null;
  let oldest: string | null = null;
  const ask = (_: null, request: { size: number; token: string | null }): Promise<ListPage> =>
    askVendor(parts, (connector, call) => connector.listJobs(list, query, request, call));
  for await (const page of readPages(ask, null, size)) {
    for (const record of page.records) {
      const start = record.job.startedAt;
      const isNew = !ids.has(record.job.id);
      ids.add(record.job.id);
      if (isNew && isMisplaced(record)) sight = { ...sight, isOrdered: false };
      if (start === null) continue;
      if (newest === null || start > newest) newest = start;
      if (oldest === null || start < oldest) oldest = start;
    }
    sight = {
      ...sight,
      pages: sight.pages + 1,
      isBroken: page.warnings.some((warning) => warning === 'list-ended-early' || warning === 'link-refused'),
      isClean: sight.isClean && page.rejected.length === 0,
    };
    yield { ...sight, page, newest, oldest, isLast: page.next === null, ids };
  }
}

/** What is thrown when a list can't be read to its end and no bound leads past the place. */
export const brokenOff = (desk: ListDesk): CrossvaultError =>
  new CrossvaultError({
    code: 'answer-unreadable',
    message: `The list ${desk.list.key} of ${connectionOf(desk.parts)} broke off before its end; what it gave is stored, and it is asked again.`,
    source: connectionOf(desk.parts),
  });
