import { CrossvaultError, type JobList, type JobRecord, type ListPage, type ListQuery } from '@crossvault/core';
import type { PutObservation } from '@crossvault/core/store';
import { orJustAfter } from '../../listing/list-plan.ts';
import { createOrderWatch, readPages } from '../../listing/live/vendor-pages.ts';
import { askNumbered, connectionOf, instantOf, type ReadRow, type SyncParts } from '../sync-parts.ts';
import { earlierOf, laterOf, syncTiming } from '../sync-timing.ts';
import { addRejected, type ListState, type RejectedRecord } from './list-state.ts';
import { toRuns } from './sampled-runs.ts';

/** One list in one turn of a sync: its pages are read and stored through this session. */
export interface ListSession {
  readonly parts: SyncParts;
  /** The list as it is treated: without order once it was out of its declared order. */
  readonly list: JobList;
  readonly state: ListState;
  /** Ids of the jobs that were read in this turn, as they are stored. */
  readonly seen: ReadonlySet<string>;
  /** Notes the rejected records of a page; they are stored with its jobs. */
  see(page: Pick<ListPage, 'rejected'>): void;
  /** Stores jobs and, in the same transaction, the state that is true once they are stored; and what was collected before. */
  store(rows: readonly ReadRow[], change?: Partial<ListState>): Promise<void>;
  /**
   * The same, but together with the next pages: each transaction writes some pages of each index, however few jobs it has. The first
   * page is stored at once, then twice as many jobs each time, and what was collected for some seconds: a process that is killed
   * again and again still gets on. The caller has to call `storeCollected` in the end, also after an error.
   */
  collect(rows: readonly ReadRow[], change: Partial<ListState>): Promise<void>;
  storeCollected(): Promise<void>;
}

export function createListSession(parts: SyncParts, list: JobList, stored: ListState): ListSession {
  let state = stored;
  /** As it is in the store. */
  let written = stored;
  let collected: ReadRow[] = [];
  /** So many collected jobs are stored; and when the first of them was collected. */
  let [enough, sinceMs] = [1, 0];
  const seen = new Set<string>();
  const noted: RejectedRecord[] = [];

  async function toObservations(rows: readonly ReadRow[]): Promise<readonly PutObservation[]> {
    const { connector } = parts;
    if (connector.history === 'sampled') return toRuns(parts, list, rows);
    return rows.map((row) => ({ ...row, mapperVersion: connector.mapperVersion }));
  }

  function add(rows: readonly ReadRow[], change: Partial<ListState>): void {
    const setAside = addRejected(change.setAside ?? state.setAside, noted);
    state = { ...state, ...change, setAside };
    collected.push(...rows);
  }

  async function storeCollected(): Promise<void> {
    const [rows, next] = [collected, state];
    collected = [];
    const isNews = JSON.stringify(next) !== JSON.stringify(written);
    if (rows.length === 0 && !isNews) return;
    // What is not stored is not true either.
    state = written;
    const { outcomes } = await parts.store.putJobs(await toObservations(rows), {
      lease: parts.lease,
      syncStates: isNews ? [{ connection: connectionOf(parts), list: list.key, state: next }] : [],
    });
    state = next;
    written = next;
    for (const { id } of outcomes) seen.add(id);
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
      add(rows, change);
      await storeCollected();
    },
    async collect(rows, change) {
      const nowMs = parts.clock.monotonicMs();
      if (collected.length === 0) sinceMs = nowMs;
      add(rows, change);
      const count = collected.length;
      // The runs of sampled jobs are found among those that are stored.
      const isSampled = parts.connector.history === 'sampled';
      if (!isSampled && count < enough && nowMs - sinceMs < syncTiming.longestCollectedMs) return;
      await storeCollected();
      enough = Math.min(count * 2, syncTiming.storedAtOnce);
    },
    storeCollected,
  };
}

/** What has been read of a list up to one of its pages. */
export interface PageSnapshot {
  readonly page: ListPage;
  /** The rows of the page, as they are stored. */
  readonly rows: readonly ReadRow[];
  /** The number that was taken before its first page was asked for. */
  readonly number: number;
  readonly pages: number;
  readonly newest: string | null;
  readonly oldest: string | null;
  /** Whether all jobs so far were in the declared order. */
  readonly isOrdered: boolean;
  /** The vendor broke off: there are more jobs than it returns. */
  readonly isBroken: boolean;
  /** Every row could be read. */
  readonly isClean: boolean;
  readonly isLast: boolean;
  readonly ids: ReadonlySet<string>;
  readonly withoutRun: number;
}

type SessionList = Pick<ListSession, 'parts' | 'list'>;

export const everything: ListQuery = { startedAfter: null, startedBefore: null, status: null };

/** The query for a list within bounds: only bounds that the vendor supports are sent. */
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

/** An upper bound that includes everything up to this instant. */
export const through = (instant: string | null): string | null => (instant === null ? null : orJustAfter(instant));

/** Reads a list page by page, and yields with each page what has been read so far. */
export async function* readPageSnapshots(
  { parts, list, see }: SessionList & Pick<ListSession, 'see'>,
  query: ListQuery,
  size: number,
): AsyncGenerator<PageSnapshot> {
  const isMisplaced = createOrderWatch({ list });
  const ids = new Set<string>();
  let snapshot: Omit<PageSnapshot, 'page' | 'rows' | 'isLast' | 'number'> = {
    pages: 0,
    newest: null,
    oldest: null,
    isOrdered: true,
    isBroken: false,
    isClean: true,
    ids,
    withoutRun: 0,
  };
  let [first, number] = [0, 0];
  const ask = async (_: null, request: { size: number; token: string | null }): Promise<ListPage> => {
    const asked = await askNumbered(parts, (connector, call) => connector.listJobs(list, query, request, call));
    number = asked.number;
    if (first === 0) first = number;
    return asked.answer;
  };
  for await (const page of readPages(ask, null, size)) {
    see(page);
    const fresh = page.records.filter(({ job }) => !ids.has(job.id));
    for (const { job } of fresh) ids.add(job.id);
    const span = spanOf(page.records);
    snapshot = {
      ids,
      pages: snapshot.pages + 1,
      newest: laterOf(snapshot.newest, span.newest),
      oldest:
        snapshot.oldest === null || span.oldest === null
          ? (snapshot.oldest ?? span.oldest)
          : earlierOf(snapshot.oldest, span.oldest),
      isOrdered: fresh.filter(isMisplaced).length === 0 && snapshot.isOrdered,
      isBroken: page.warnings.some((warning) => warning === 'list-ended-early' || warning === 'link-refused'),
      isClean: snapshot.isClean && page.rejected.length === 0,
      withoutRun: snapshot.withoutRun + page.withoutRun,
    };
    const rows = page.records.map((record): ReadRow => ({ record, number }));
    yield { ...snapshot, page, rows, number: first, isLast: page.next === null };
  }
}

function spanOf(records: readonly JobRecord[]): { readonly newest: string | null; readonly oldest: string | null } {
  const starts = records.flatMap(({ job }) => job.startedAt ?? []).toSorted();
  return { newest: starts.at(-1) ?? null, oldest: starts[0] ?? null };
}

/** Whether everything from a bound on has been read, in an ordered list. */
export const reaches = ({ oldest, isLast, isBroken }: PageSnapshot, bound: string): boolean =>
  (oldest !== null && oldest < bound) || (isLast && !isBroken);

/** Whether a reading can resume at a start, and so be split into parts. */
export const isResumable = ({ nativeFilters }: JobList): boolean => nativeFilters.includes('startedBefore');

/** Whether a part of a list can be requested by its starts. */
export const isWindowed = ({ nativeFilters }: JobList): boolean =>
  nativeFilters.includes('startedAfter') && nativeFilters.includes('startedBefore');

/** The error of a list that cannot be read to its end, where no bound leads past the position. */
export function brokenOff({ parts, list }: SessionList): CrossvaultError {
  const name = connectionOf(parts);
  const message = `The list ${list.key} of ${name} broke off before its end. The jobs before that are stored, and the list is read again.`;
  return new CrossvaultError({ code: 'answer-unreadable', message, source: name });
}
