import { orJustAfter } from '../listing/list-plan.ts';
import {
  brokenOff,
  everything,
  isResumable,
  isWindowed,
  type ListSession,
  type PageSnapshot,
  reaches,
  readPageSnapshots,
  toBounds,
} from './list-session.ts';
import type { Gap, ListState } from './list-state.ts';
import { noteRuns } from './sampled-runs.ts';
import { historyStart, instantOf } from './sync-parts.ts';
import { addMs, believed, earlierOf, laterOf, syncTiming } from './sync-timing.ts';

/** Reads what is new in a list. What it does not reach in one go becomes a gap. */
export const readIncrement = (desk: ListSession): Promise<void> =>
  desk.list.order === 'none' ? readWindow(desk) : readNewest(desk);

/** A start in the future, by a clock that is ahead, must not hide the jobs of today. */
const toWatermark = (desk: ListSession, newest: string | null): string | null =>
  laterOf(watermarkOf(desk), newest === null ? null : earlierOf(newest, instantOf(desk.parts)));

/**
 * The newest start of all that was read. One in the future was stored while our clock was ahead: what was read by then is
 * not known, so as much is read again as on the first day.
 */
function watermarkOf({ parts, state }: Pick<ListSession, 'parts' | 'state'>): string | null {
  const { watermark } = state;
  if (watermark === null) return null;
  const now = instantOf(parts);
  return believed(watermark, parts.clock.now()) === null
    ? addMs(now, -syncTiming.firstWindowMs)
    : earlierOf(watermark, now);
}

/** Two gaps become one that holds both. */
const joinGap = (former: Gap | null, gap: Gap): Gap =>
  former === null ? gap : { ...gap, after: earlierOf(former.after, gap.after) };

/**
 * From the newest job until the overlap behind the watermark. Without bounds, which jobs that have not started would not
 * pass. The watermark moves when everything above the former one is stored, or is in the gap.
 */
async function readNewest(desk: ListSession): Promise<void> {
  const { parts } = desk;
  const watermark = watermarkOf(desk);
  const bound = watermark === null ? historyStart(parts) : addMs(watermark, -syncTiming.overlapMs);
  for await (const sight of readPageSnapshots(desk, everything, syncTiming.newestPage)) {
    const change = afterNewest(desk, sight, bound);
    await desk.store(sight.rows, change ?? {});
    if (change !== null) return;
  }
}

/** What is true once this page is stored and the reading ends with it; null while it has to go on. */
function afterNewest(desk: ListSession, sight: PageSnapshot, bound: string): Partial<ListState> | null {
  const { parts, state, list } = desk;
  const { newest, oldest, isLast, pages } = sight;
  if (!sight.isOrdered) {
    const gap = joinGap(state.gap, { after: bound, before: null, from: instantOf(parts) });
    return { unordered: true, gap };
  }
  if (reaches(sight, bound)) return { watermark: toWatermark(desk, newest) };
  // The first page of all is enough: the gap below it is read in parts that whoever comes after a crash goes on with.
  const most = state.watermark === null ? 1 : syncTiming.newestPages;
  if (!isLast && !(isResumable(list) && pages >= most)) return null;
  if (oldest === null) throw brokenOff(desk);
  return {
    watermark: toWatermark(desk, newest),
    gap: joinGap(state.gap, { after: bound, before: oldest, from: oldest }),
  };
}

/** A list without order is read whole, from the overlap on where it takes a bound. */
async function readWindow(desk: ListSession): Promise<void> {
  const { parts } = desk;
  const watermark = watermarkOf(desk);
  const backMs = watermark === null ? syncTiming.firstWindowMs : syncTiming.overlapMs;
  const bound = addMs(watermark ?? instantOf(parts), -backMs);
  const gap = gapBelow(desk, bound);
  for await (const sight of readPageSnapshots(desk, toBounds(desk.list, bound, null), syncTiming.bulkPage)) {
    const { page, rows, newest, isLast, isBroken, withoutRun } = sight;
    const runs = parts.connector.history === 'sampled' ? noteRuns(parts, desk.state, page.records) : {};
    const isWhole = isLast && !isBroken;
    // Without a bound this was the whole list: what it does not show any more is mended or gone.
    const rest = isBounded(desk) ? {} : { setAside: [], withoutRun };
    const change = { ...runs, ...rest, watermark: toWatermark(desk, newest) ?? bound, gap };
    await desk.store(rows, isWhole ? change : runs);
    if (isBroken) throw brokenOff(desk);
  }
}

const isBounded = ({ list }: ListSession): boolean => list.nativeFilters.includes('startedAfter');

/** What is left to be read once everything from the bound on is. */
function gapBelow(desk: ListSession, bound: string): Gap | null {
  const { parts, state } = desk;
  if (!isBounded(desk)) return null;
  if (state.watermark !== null) return state.gap;
  const before = orJustAfter(bound);
  return joinGap(state.gap, { after: historyStart(parts), before, from: before });
}

/**
 * Reads on in the gap, from its newest end downwards. How far it has come is stored with each page, or where a list has no
 * order with each window, so that whoever goes on begins there.
 */
export async function readGap(desk: ListSession): Promise<void> {
  const { gap } = desk.state;
  if (gap === null) return;
  await (desk.list.order === 'none' ? readGapByWindow(desk, gap) : readGapDownwards(desk, gap));
}

export const upTo = (instant: string | null): string | null => (instant === null ? null : orJustAfter(instant));

async function readGapDownwards(desk: ListSession, gap: Gap): Promise<void> {
  const query = toBounds(desk.list, gap.after, upTo(gap.before));
  for await (const sight of readPageSnapshots(desk, query, syncTiming.bulkPage)) {
    const change = afterPage(desk, sight, gap);
    await desk.store(sight.rows, change);
    const hasMoved = change.gap?.before !== gap.before;
    if (sight.isBroken && !hasMoved) throw brokenOff(desk);
    // A page of jobs that all started at once has to be left by its own link.
    const isEnough = isResumable(desk.list) && hasMoved && sight.pages >= syncTiming.pagesAtOnce;
    if (change.gap === null || change.unordered === true || sight.isBroken || isEnough) return;
  }
}

function afterPage({ list }: ListSession, sight: PageSnapshot, gap: Gap): Partial<ListState> {
  if (!sight.isOrdered) return { unordered: true };
  if (reaches(sight, gap.after)) return { gap: null };
  const { oldest } = sight;
  if (!isResumable(list) || oldest === null) return { gap };
  return { gap: { ...gap, before: earlierOf(oldest, gap.before ?? oldest) } };
}

async function readGapByWindow(desk: ListSession, gap: Gap): Promise<void> {
  const before = gap.before ?? instantOf(desk.parts);
  const isPart = isWindowed(desk.list);
  const after = isPart ? (laterOf(gap.after, addMs(before, -syncTiming.windowMs)) ?? gap.after) : gap.after;
  const rest = after <= gap.after ? null : { ...gap, before: after };
  const query = toBounds(desk.list, after, isPart ? upTo(gap.before) : null);
  for await (const { rows, isLast, isBroken } of readPageSnapshots(desk, query, syncTiming.bulkPage)) {
    await desk.store(rows, isLast && !isBroken ? { gap: rest } : {});
    if (isBroken) throw brokenOff(desk);
  }
}
