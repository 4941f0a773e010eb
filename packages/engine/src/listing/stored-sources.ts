import {
  type CallOptions,
  type CursorState,
  earlierOf,
  type Job,
  type JobStore,
  type ListedRow,
  type PageQuery,
  type SourceReport,
  toProblem,
} from '@crossvault/core';
import type { History } from '../changes/history.ts';
import type { Source } from '../connections/source.ts';
import { mapInPieces } from '../loop-turns.ts';
import { connectionState, nothingBeside } from '../sync/sync-status.ts';
import { shownPast } from '../sync/sync-timing.ts';
import { type Criteria, everyList, type ListPlan, nameList, planList, wholeConnection } from './list-plan.ts';
import { createListStream, type ListedRecord, type ListStream, newNotes, readAtOnce } from './list-stream.ts';
import type { SourceReading, StoredSource } from './listing.ts';

/**
 * The sources whose history is there, also those that fail or cannot be set up any more. As long as a backfill is under way
 * a source is read live: what the store has of it is a part, and nobody could say which.
 *
 * @param withLists whether the keys of the lists are needed
 */
export async function findStored(
  { store, synchronizer }: History,
  sources: readonly Source[],
  withLists: boolean,
): Promise<readonly StoredSource[]> {
  const states = await synchronizer.states();
  const found = await Promise.all(
    sources.map(async (source): Promise<StoredSource | null> => {
      const { name } = source.connection;
      const status = states.get(name);
      if (status === undefined || status.state === 'waiting' || status.progress !== 1) return null;
      if (status.state === 'current' && !withLists) return { source, status, lists: [] };
      const lists = [...(await store.syncStates(name)).keys()].filter((key) => key !== connectionState);
      // What failed before its first list was read has no history yet.
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
 * How a stored source takes part in a page: as one list that stands at the merged position, or, where lists of its lagged
 * when they were read live, at the earliest place that one of them had reached. Told twice beats not told.
 */
export function planStored(stored: StoredSource, criteria: Criteria, cursor: CursorState | null): ListPlan {
  const own = new Set([everyList, ...namesOf(stored)]);
  const lags = (cursor?.lags ?? []).filter(({ lists }) => lists.some((list) => own.has(list)));
  const plan = planList(stored.source.connection.name, wholeConnection, criteria, cursor);
  const position = lags.reduce((first, lag) => earlierOf(criteria.sort, first, lag.position), cursor?.position ?? null);
  return { ...plan, position, lagging: lags.length > 0, startedAfter: criteria.startedAfter };
}

/** What a page from the store is made of. */
interface StoredPage {
  readonly store: JobStore;
  readonly criteria: Criteria;
  readonly cursor: CursorState | null;
  readonly page: PageQuery;
  readonly nowMs: number;
  readonly call: CallOptions;
}

/**
 * Opens the stored sources of a page: one question to the store for all that stand at the merged position, and one for each
 * that does not. What goes wrong with the store is thrown: it is no trouble of a source.
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
      // One more than is told says that there is more.
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

/** A row as it is shown. Its document begins as the model does and ends without tasks. */
function toListedRecord({ document, tasks, raw }: ListedRow): ListedRecord {
  const fields: Omit<Job, 'tasks'> = JSON.parse(document);
  return { job: { ...fields, tasks: tasks === null ? [] : JSON.parse(tasks) }, raw: raw ?? {} };
}

/** Nobody who syncs waits longer than this when all is well; a source may be so many waits late before it counts as stale. */
const longestWaitMs = 300_000;
const lateWaits = 3;
const dayMs = 86_400_000;
const usualHistoryDays = 90;

/** Whether the last good sync of a source lies further back than it should. */
const isLate = (lastAt: string | null, nowMs: number): boolean =>
  lastAt === null || nowMs - Date.parse(lastAt) > lateWaits * longestWaitMs;

/**
 * Reports a source that was answered from the store: how fresh that is, what keeps it from being fresher, and since when
 * its jobs are there one and all. Older jobs may be there.
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
