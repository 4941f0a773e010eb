import { orJustAfter } from '../listing/list-plan.ts';
import type { ListSession } from './list-session.ts';
import { earlierOf, type Gap, type ListState, laterOf } from './list-state.ts';
import {
  brokenOff,
  isResumable,
  isWindowed,
  type PageSnapshot,
  reaches,
  readPageSnapshots,
  toBounds,
} from './page-snapshot.ts';
import { instantOf } from './sync-parts.ts';
import { addMs, syncTiming } from './sync-timing.ts';

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
