import { CrossvaultError, type JobList } from '@crossvault/core';
import { orJustAfter } from '../../listing/list-plan.ts';
import { endsSync, historyStart, instantOf, type SyncParts } from '../sync-parts.ts';
import { addMs, backoffMs, believed, earlierOf, laterOf, syncTiming } from '../sync-timing.ts';
import {
  brokenOff,
  createListSession,
  everything,
  isResumable,
  isWindowed,
  type ListSession,
  type PageSnapshot,
  reaches,
  readPageSnapshots,
  through,
  toBounds,
} from './list-session.ts';
import { type Gap, type ListState, readListState } from './list-state.ts';
import { noteRuns, sampledWaitMs } from './sampled-runs.ts';
import { type AskedTimes, followOpenJobs } from './single-jobs.ts';
import { beginsAtNewest, dueSweep, sweepStep } from './sweep.ts';

/** The memory of one process about a list, besides the stored state. It can be lost without harm. */
export interface ListMemory {
  readonly asked: AskedTimes;
  /** When its next turn is due, by the monotonic clock; a list that was never read is due. */
  dueMs: number;
  /** Failed turns in a row. */
  failures: number;
  /** When the last turn began that read all that was new; null before the first. */
  wholeAt: string | null;
  problem: CrossvaultError | null;
  state: ListState | null;
  /** When the last step of a pass began, by the monotonic clock. */
  sweptAtMs: number;
}

export const newListMemory = (): ListMemory => ({
  asked: new Map(),
  dueMs: Number.NEGATIVE_INFINITY,
  failures: 0,
  wholeAt: null,
  problem: null,
  state: null,
  sweptAtMs: Number.NEGATIVE_INFINITY,
});

const leastBetweenSweepsMs = 60_000;

/**
 * One turn of one list: new jobs, open jobs, and one step of a pass over older ones. Rejects when the lease or the
 * store is lost, and never for the vendor's faults: those are kept in the memory, and delay the next turn.
 */
export async function takeTurn(parts: SyncParts, list: JobList, stored: unknown, memory: ListMemory): Promise<void> {
  const startedAt = instantOf(parts);
  const session = createListSession(parts, list, readListState(stored, startedAt));
  try {
    const sentBefore = parts.connector.condition().requests.sent;
    await readOrSweep(session, memory);
    const costMs = (parts.connector.condition().requests.sent - sentBefore) * syncTiming.perRequestMs;
    await readGap(session);
    const openWaitMs = await followOpenJobs(session, memory.asked);
    memory.wholeAt = laterOf(believed(memory.wholeAt, parts.clock.now()), startedAt);
    memory.failures = 0;
    memory.problem = null;
    memory.dueMs = parts.clock.monotonicMs() + waitAfter(session, openWaitMs, costMs);
  } catch (error) {
    if (parts.signal.aborted) throw parts.signal.reason;
    const problem = CrossvaultError.from(error);
    if (endsSync(problem)) throw problem;
    memory.failures += 1;
    memory.problem = problem;
    memory.dueMs = parts.clock.monotonicMs() + waitAfterFailure(memory.failures, problem);
  } finally {
    memory.state = session.state;
  }
}

/** The increment, and a step of the pass that is due. Of a list without order the newest window of a pass is the increment. */
async function readOrSweep(session: ListSession, memory: ListMemory): Promise<void> {
  const { clock, connector } = session.parts;
  const isReady = session.state.gap === null && connector.history === 'complete';
  const sweep = isReady ? dueSweep(session.state, clock.now()) : null;
  const maySweep = sweep !== null && clock.monotonicMs() - memory.sweptAtMs >= leastBetweenSweepsMs;
  const isNewest = maySweep && session.list.order === 'none' && beginsAtNewest(session.state, sweep);
  if (!isNewest) await readIncrement(session);
  if (!maySweep) return;
  memory.sweptAtMs = clock.monotonicMs();
  await sweepStep(session, sweep);
}

/** The vendor's client enforces a longer Retry-After: a turn before it sends no request. */
const waitAfterFailure = (failures: number, { retryAfterSeconds }: CrossvaultError): number =>
  Math.min(Math.max(backoffMs(failures), (retryAfterSeconds ?? 0) * 1000), syncTiming.longestBackoffMs);

/** While a job is open the list is read often, unless that costs many requests. */
function waitAfter({ parts, state }: ListSession, openWaitMs: number | null, costMs: number): number {
  if (state.gap !== null) return 0;
  const idleMs = parts.connector.history === 'sampled' ? sampledWaitMs(state) : syncTiming.idleMs;
  return Math.max(Math.min(openWaitMs ?? idleMs, idleMs), Math.min(costMs, syncTiming.idleMs));
}

/** Reads what is new in a list. What it does not reach in one turn becomes a gap. */
const readIncrement = (session: ListSession): Promise<void> =>
  session.list.order === 'none' ? readWindow(session) : readNewest(session);

/** Bounded by now: a start in the future, from a clock that is ahead, must not hide today's jobs. */
const toWatermark = (session: ListSession, newest: string | null): string | null =>
  laterOf(watermarkOf(session), newest === null ? null : earlierOf(newest, instantOf(session.parts)));

/**
 * The newest start that was read. One in the future was stored while our clock was ahead: what was read by then is
 * unknown, so the first window is read again.
 */
function watermarkOf({ parts, state }: Pick<ListSession, 'parts' | 'state'>): string | null {
  const { watermark } = state;
  if (watermark === null) return null;
  const now = instantOf(parts);
  return believed(watermark, parts.clock.now()) === null
    ? addMs(now, -syncTiming.firstWindowMs)
    : earlierOf(watermark, now);
}

/**
 * Two gaps become one that holds both. Where the new reading came down to the top of the former gap, what was read of that gap
 * stays read: else a reading whose bound lies far below its newest page would begin there in every turn and never end.
 */
function joinGap(former: Gap | null, gap: Gap): Gap {
  if (former === null) return gap;
  const after = earlierOf(former.after, gap.after);
  const { before } = former;
  if (before === null || gap.before === null || gap.from > former.from) return { ...gap, after };
  return { ...former, after, before: earlierOf(before, gap.before) };
}

/**
 * From the newest job until the overlap behind the watermark. Without bounds, which jobs that have not started would not
 * pass. The watermark moves when everything above the former one is stored, or is in the gap.
 */
async function readNewest(session: ListSession): Promise<void> {
  const { parts } = session;
  const watermark = watermarkOf(session);
  const bound = watermark === null ? historyStart(parts) : addMs(watermark, -syncTiming.overlapMs);
  for await (const snapshot of readPageSnapshots(session, everything, syncTiming.newestPage)) {
    const change = afterNewest(session, snapshot, bound);
    await session.store(snapshot.rows, change ?? {});
    if (change !== null) return;
  }
}

/** The state once this page is stored, where the reading ends with it; null where it continues. */
function afterNewest(session: ListSession, snapshot: PageSnapshot, bound: string): Partial<ListState> | null {
  const { parts, state, list } = session;
  const { newest, oldest, isLast, pages } = snapshot;
  if (!snapshot.isOrdered) {
    const gap = joinGap(state.gap, { after: bound, before: null, from: instantOf(parts) });
    return { unordered: true, gap };
  }
  if (reaches(snapshot, bound)) return { watermark: toWatermark(session, newest) };
  // The first page of all is enough: the gap below it is read in parts, which the next process continues after a crash.
  const most = state.watermark === null ? 1 : syncTiming.newestPages;
  if (!isLast && !(isResumable(list) && pages >= most)) return null;
  if (oldest === null) throw brokenOff(session);
  return {
    watermark: toWatermark(session, newest),
    gap: joinGap(state.gap, { after: bound, before: oldest, from: oldest }),
  };
}

/** A list without order is read whole, from the overlap on where it takes a bound. */
async function readWindow(session: ListSession): Promise<void> {
  const { parts } = session;
  const watermark = watermarkOf(session);
  const backMs = watermark === null ? syncTiming.firstWindowMs : syncTiming.overlapMs;
  const bound = addMs(watermark ?? instantOf(parts), -backMs);
  const gap = gapBelow(session, bound);
  for await (const snapshot of readPageSnapshots(session, toBounds(session.list, bound, null), syncTiming.bulkPage)) {
    const { page, rows, newest, isLast, isBroken, withoutRun } = snapshot;
    const runs = parts.connector.history === 'sampled' ? noteRuns(parts, session.state, page.records) : {};
    const isWhole = isLast && !isBroken;
    // Without a bound this was the whole list: rejected records that it no longer shows are corrected or gone.
    const rest = isBounded(session) ? {} : { setAside: [], withoutRun };
    const change = { ...runs, ...rest, watermark: toWatermark(session, newest) ?? bound, gap };
    await session.store(rows, isWhole ? change : runs);
    if (isBroken) throw brokenOff(session);
  }
}

const isBounded = ({ list }: ListSession): boolean => list.nativeFilters.includes('startedAfter');

/** What is left to be read once everything from the bound on is. */
function gapBelow(session: ListSession, bound: string): Gap | null {
  const { parts, state } = session;
  if (!isBounded(session)) return null;
  if (state.watermark !== null) return state.gap;
  const before = orJustAfter(bound);
  return joinGap(state.gap, { after: historyStart(parts), before, from: before });
}

/**
 * Reads in the gap, from its newest end downwards. The progress is stored with the jobs, every few pages, or where a list has no
 * order with each window, so that the next turn continues there.
 */
async function readGap(session: ListSession): Promise<void> {
  const { gap } = session.state;
  if (gap === null) return;
  try {
    await (session.list.order === 'none' ? readGapByWindow(session, gap) : readGapDownwards(session, gap));
  } finally {
    await session.storeCollected();
  }
}

async function readGapDownwards(session: ListSession, gap: Gap): Promise<void> {
  const query = toBounds(session.list, gap.after, through(gap.before));
  for await (const snapshot of readPageSnapshots(session, query, syncTiming.bulkPage)) {
    const change = afterPage(session, snapshot, gap);
    await session.collect(snapshot.rows, change);
    const hasMoved = change.gap?.before !== gap.before;
    if (snapshot.isBroken && !hasMoved) throw brokenOff(session);
    // A page of jobs with one start can only be continued by its own link.
    const isEnough = isResumable(session.list) && hasMoved && snapshot.pages >= syncTiming.pagesAtOnce;
    if (change.gap === null || change.unordered === true || snapshot.isBroken || isEnough) return;
  }
}

function afterPage({ list }: ListSession, snapshot: PageSnapshot, gap: Gap): Partial<ListState> {
  if (!snapshot.isOrdered) return { unordered: true };
  if (reaches(snapshot, gap.after)) return { gap: null };
  const { oldest } = snapshot;
  if (!isResumable(list) || oldest === null) return { gap };
  return { gap: { ...gap, before: earlierOf(oldest, gap.before ?? oldest) } };
}

async function readGapByWindow(session: ListSession, gap: Gap): Promise<void> {
  const before = gap.before ?? instantOf(session.parts);
  const isPart = isWindowed(session.list);
  const after = isPart ? (laterOf(gap.after, addMs(before, -syncTiming.windowMs)) ?? gap.after) : gap.after;
  const rest = after <= gap.after ? null : { ...gap, before: after };
  const query = toBounds(session.list, after, isPart ? through(gap.before) : null);
  for await (const { rows, isLast, isBroken } of readPageSnapshots(session, query, syncTiming.bulkPage)) {
    await session.collect(rows, isLast && !isBroken ? { gap: rest } : {});
    if (isBroken) throw brokenOff(session);
  }
}
