import { type CallOptions, type PageQuery, type SourceReport, toProblem } from '@crossvault/core';
import { type CursorState, earlierOf } from '@crossvault/core/internal';
import { type DataVersions, type JobStore, type ListedRow, parseJobText } from '@crossvault/core/store';
import type { History } from '../changes/history.ts';
import type { Source } from '../connections/source.ts';
import { mapInPieces } from '../loop-turns.ts';
import { connectionState, nothingBeside } from '../sync/sync-status.ts';
import { shownPast } from '../sync/sync-timing.ts';
import { type Criteria, everyList, type ListPlan, nameList, planList, wholeConnection } from './list-plan.ts';
import { createListStream, type ListedRecord, type ListStream, newNotes, readAtOnce } from './list-stream.ts';
import type { SourceReading, StoredSource } from './listing.ts';

/**
 * The sources with complete stored history, also those that fail or whose set-up is now faulty. During a backfill
 * a source is read live, since the store has only a part of its jobs.
 *
 * @param withLists whether the keys of the lists are needed
 * @param versions what the store gave as `dataVersions` just now; absent: they are read
 */
export async function findStored(
  { store, synchronizer }: History,
  sources: readonly Source[],
  withLists: boolean,
  versions?: ReadonlyMap<string, DataVersions>,
): Promise<readonly StoredSource[]> {
  const states = await synchronizer.states(versions);
  const found = await Promise.all(
    sources.map(async (source): Promise<StoredSource | null> => {
      const { name } = source.connection;
      const status = states.get(name);
      if (status === undefined || status.state === 'waiting' || status.progress !== 1) return null;
      if (status.state === 'current' && !withLists) return { source, status, lists: [] };
      const lists = status.lists ?? [...(await store.syncStates(name)).keys()].filter((key) => key !== connectionState);
      // A source that failed before its first list was read has no history yet.
      return status.state === 'failing' && lists.length === 0 ? null : { source, status, lists };
    }),
  );
  return found.filter((each) => each !== null);
}

/** The names under which a cursor may know a source whose lists were read live on an earlier page. */
export function namesOf({ source, lists }: StoredSource): readonly string[] {
  const { name } = source.connection;
  return [wholeConnection.key, ...lists].map((list) => nameList(name, list));
}

/**
 * Plans a stored source for a page: as one list at the merged position, or, where lists of it lagged
 * when they were read live, at the earliest position that one of them had reached. A job may be listed twice, and none is lost.
 */
export function planStored(stored: StoredSource, criteria: Criteria, cursor: CursorState | null): ListPlan {
  const own = new Set([everyList, ...namesOf(stored)]);
  const lags = (cursor?.lags ?? []).filter(({ lists }) => lists.some((list) => own.has(list)));
  const plan = planList(stored.source.connection.name, wholeConnection, criteria, cursor);
  const position = lags.reduce((first, lag) => earlierOf(criteria.sort, first, lag.position), cursor?.position ?? null);
  return { ...plan, position, lagging: lags.length > 0, startedAfter: criteria.startedAfter };
}

/** The inputs of a page from the store. */
interface StoredPage {
  readonly store: JobStore;
  readonly criteria: Criteria;
  readonly cursor: CursorState | null;
  readonly page: PageQuery;
  readonly nowMs: number;
  readonly call: CallOptions;
}

/**
 * Opens the stored sources of a page: one read of the store for all at the merged position, and one for each
 * of the others. Faults of the store are thrown, since they belong to no source.
 */
export async function openStored(
  parts: StoredPage,
  stored: readonly StoredSource[],
): Promise<readonly SourceReading[]> {
  const planned = stored.map((each) => ({
    each,
    source: each.source,
    plan: planStored(each, parts.criteria, parts.cursor),
  }));
  const together = planned.filter(({ plan }) => !plan.lagging);
  const [first] = together;
  const shared =
    first === undefined
      ? null
      : await openRows(
          parts,
          first.plan,
          together.map(({ source }) => source.connection.name),
        );
  return Promise.all(
    planned.map(async ({ each, source, plan }) => {
      const stream = plan.lagging || shared === null ? await openRows(parts, plan, [source.connection.name]) : shared;
      return { source, streams: [stream], failure: null, stored: each };
    }),
  );
}

/** Documents that are parsed in one piece. */
const rowsAtOnce = 100;

async function openRows(
  { store, criteria, page, nowMs, call }: StoredPage,
  plan: ListPlan,
  connections: readonly string[],
): Promise<ListStream> {
  const rows = await store.listJobs(
    { ...criteria, query: { ...criteria.query, connection: connections } },
    {
      sort: criteria.sort,
      after: plan.position,
      // One more than the page, which shows whether more jobs follow.
      limit: page.limit + 1,
      include: page.include ?? { tasks: true, raw: true },
    },
    call,
  );
  const notes = newNotes(nowMs);
  notes.answered = true;
  return createListStream(
    plan,
    notes,
    readAtOnce(plan, () => mapInPieces(rows, rowsAtOnce, toListedRecord)),
  );
}

/** A row as a record: its job without tasks where none were asked for. */
function toListedRecord({ document, tasks, raw }: ListedRow): ListedRecord {
  return { job: parseJobText({ document, tasks: tasks ?? '[]' }), raw: raw ?? {} };
}

/** The longest wait between successful syncs; a source counts as stale when it is late by this many waits. */
const longestWaitMs = 300_000;
const lateWaits = 3;
const dayMs = 86_400_000;
const usualHistoryDays = 90;

/** Whether the last good sync of a source lies further back than it should. */
export const isLate = (lastAt: string | null, nowMs: number): boolean =>
  lastAt === null || nowMs - Date.parse(lastAt) > lateWaits * longestWaitMs;

/**
 * Reports a source that was read from the store: how fresh it is, the problem of its last sync, and since when
 * all of its jobs are stored. Some older jobs may be stored too.
 */
export function reportStored(
  { source, status }: StoredSource,
  criteria: Criteria,
  { count, caughtUp, nowMs }: { readonly count: number; readonly caughtUp: boolean; readonly nowMs: number },
): SourceReport {
  const { name, vendor, fault, historyDays = usualHistoryDays } = source.connection;
  const problem = fault === null ? status.problem : toProblem(fault.at(name));
  const coveredAfter = new Date(nowMs - historyDays * dayMs).toISOString();
  const { startedAfter, startedBefore } = criteria;
  const asOf = shownPast(status.lastAt, nowMs);
  const { rejected, withoutRun, warnings } = status.beside ?? nothingBeside;
  const isStale = problem !== null || isLate(asOf, nowMs);
  return {
    connection: name,
    vendor,
    status: isStale ? 'stale' : rejected.count > 0 ? 'partial' : 'ok',
    count,
    asOf,
    window: {
      startedAfter: startedAfter !== null && startedAfter > coveredAfter ? startedAfter : coveredAfter,
      startedBefore,
    },
    rejected,
    withoutRun,
    warnings,
    problem,
    retryAfterSeconds: problem?.retryAfterSeconds ?? null,
    caughtUp,
  };
}
