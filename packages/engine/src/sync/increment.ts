import { orJustAfter } from '../list-plan.ts';
import { brokenOff, everything, type ListDesk, readSights, toBounds } from './list-desk.ts';
import { earlierOf, type Gap, type ListState, laterOf } from './list-state.ts';
import { pace, shift } from './pace.ts';
import { noteRuns } from './sampled-runs.ts';
import { horizonOf, instantOf } from './sync-parts.ts';

/** Reads what is new in a list. What it does not reach in one go becomes a gap. */
export async function readIncrement(desk: ListDesk): Promise<void> {
  await (desk.list.order === 'none' ? readWindow(desk) : readNewest(desk));
}

/** A start in the future, by a clock that is ahead, must not hide the jobs of today. */
const toWatermark = (desk: ListDesk, newest: string | null): string | null =>
  laterOf(desk.state.watermark, newest === null ? null : earlierOf(newest, instantOf(desk.parts)));

/** Two gaps become one that holds both. */
const joinGap = (former: Gap | null, gap: Gap): Gap =>
  former === null ? gap : { ...gap, after: earlierOf(former.after, gap.after) };

/**
 * From the newest job until the overlap behind the watermark. Without bounds, which jobs that have not started would not
 * pass. The watermark moves when everything above the former one is stored, or is in the gap.
 */
async function readNewest(desk: ListDesk): Promise<void> {
  const { parts, state } = desk;
  const bound = state.watermark === null ? horizonOf(parts) : shift(state.watermark, -pace.overlapMs);
  const isResumable = desk.list.nativeFilters.includes('startedBefore');
  for await (const sight of readSights(desk, everything, pace.newestPage)) {
    const { page, newest, oldest, isLast, isBroken, pages } = sight;
    if (!sight.isOrdered) {
      const gap = joinGap(state.gap, { after: bound, before: null, from: instantOf(parts) });
      return desk.store(page.records, { unordered: true, gap });
    }
    const isReached = (oldest !== null && oldest < bound) || (isLast && !isBroken);
    const isEnough = isReached || isLast || (isResumable && pages >= pace.pagesAtOnce);
    if (!isEnough) {
      await desk.store(page.records);
      continue;
    }
    if (!isReached && oldest === null) throw brokenOff(desk);
    const from = oldest ?? bound;
    const gap = isReached ? state.gap : joinGap(state.gap, { after: bound, before: from, from });
    return desk.store(page.records, { watermark: toWatermark(desk, newest), gap });
  }
}

/** A list without order is read whole, from the overlap on where it takes a bound. */
async function readWindow(desk: ListDesk): Promise<void> {
  const { parts, state } = desk;
  const isFirst = state.watermark === null;
  const isBounded = desk.list.nativeFilters.includes('startedAfter');
  const bound = shift(state.watermark ?? instantOf(parts), isFirst ? -pace.firstWindowMs : -pace.overlapMs);
  const horizon = horizonOf(parts);
  for await (const { page, newest, isLast, isBroken } of readSights(
    desk,
    toBounds(desk.list, bound, null),
    pace.bulkPage,
  )) {
    const runs: Partial<ListState> = parts.connector.history === 'sampled' ? noteRuns(desk, page.records) : {};
    if (!isLast || isBroken) await desk.store(page.records, runs);
    if (isBroken) throw brokenOff(desk);
    if (!isLast) continue;
    const below = { after: horizon, before: orJustAfter(bound), from: orJustAfter(bound) };
    const gap = isBounded ? (isFirst ? joinGap(state.gap, below) : state.gap) : null;
    await desk.store(page.records, { ...runs, watermark: toWatermark(desk, newest) ?? bound, gap });
  }
}
