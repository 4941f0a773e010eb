import { orJustAfter } from '../list-plan.ts';
import { brokenOff, type ListDesk, readSights, toBounds } from './list-desk.ts';
import { earlierOf, type Gap, laterOf } from './list-state.ts';
import { pace, shift } from './pace.ts';
import { instantOf } from './sync-parts.ts';

/**
 * Reads on in the gap, from its newest end downwards. How far it has come is stored with each page, or where a list has no
 * order with each window, so that whoever goes on begins there.
 */
export async function readGap(desk: ListDesk): Promise<void> {
  const { gap } = desk.state;
  if (gap === null) return;
  await (desk.list.order === 'none' ? readGapByWindow(desk, gap) : readGapDownwards(desk, gap));
}

const upTo = (instant: string | null): string | null => (instant === null ? null : orJustAfter(instant));

async function readGapDownwards(desk: ListDesk, gap: Gap): Promise<void> {
  const isResumable = desk.list.nativeFilters.includes('startedBefore');
  for await (const sight of readSights(desk, toBounds(desk.list, gap.after, upTo(gap.before)), pace.bulkPage)) {
    const { page, oldest, isLast, isBroken, pages } = sight;
    if (!sight.isOrdered) return desk.store(page.records, { unordered: true });
    const isDone = (oldest !== null && oldest < gap.after) || (isLast && !isBroken);
    if (isDone) return desk.store(page.records, { gap: null });
    const before =
      isResumable && oldest !== null ? (gap.before === null ? oldest : earlierOf(oldest, gap.before)) : gap.before;
    await desk.store(page.records, { gap: { ...gap, before } });
    const hasMoved = before !== gap.before;
    if (isBroken && !hasMoved) throw brokenOff(desk);
    // A page of jobs that all started at once has to be left by its own link.
    if (isBroken || (isResumable && hasMoved && pages >= pace.pagesAtOnce)) return;
  }
}

async function readGapByWindow(desk: ListDesk, gap: Gap): Promise<void> {
  const { nativeFilters } = desk.list;
  const isWindowed = nativeFilters.includes('startedAfter') && nativeFilters.includes('startedBefore');
  const before = gap.before ?? instantOf(desk.parts);
  const after = isWindowed ? (laterOf(gap.after, shift(before, -pace.windowMs)) ?? gap.after) : gap.after;
  for await (const { page, isLast, isBroken } of readSights(
    desk,
    toBounds(desk.list, after, isWindowed ? upTo(gap.before) : null),
    pace.bulkPage,
  )) {
    const rest = after <= gap.after ? null : { ...gap, before: after };
    await desk.store(page.records, isLast && !isBroken ? { gap: rest } : {});
    if (isBroken) throw brokenOff(desk);
  }
}
