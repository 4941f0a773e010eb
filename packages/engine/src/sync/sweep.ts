import { type JobRecord, orAbort, type Position } from '@crossvault/contract';
import { upTo } from './backfill.ts';
import type { ListDesk } from './list-desk.ts';
import { earlierOf, type ListState, laterOf } from './list-state.ts';
import { daysBefore, pace, shift, sweeps } from './pace.ts';
import { believed } from './plausible.ts';
import { brokenOff, isResumable, isWindowed, reaches, readSights, type Sight, toBounds } from './sight.ts';
import { connectionOf, horizonOf, instantOf } from './sync-parts.ts';

type Sweep = (typeof sweeps)[number];

/** The pass that is under way or due, the shorter one first. A start in the future says nothing: a wrong clock has written it. */
export function dueSweep(state: ListState, nowMs: number): Sweep | null {
  const isDue = ({ name, everyMs }: Sweep): boolean => {
    const known = state.sweeps[name];
    const startedAt = known === undefined || !known.done ? null : believed(known.startedAt, nowMs);
    return startedAt === null || nowMs - Date.parse(startedAt) >= everyMs;
  };
  return sweeps.find(isDue) ?? null;
}

/** A part of a list that was read whole: whatever is stored there and was not seen, the vendor has forgotten. */
interface SweptWindow {
  /** Stored starts behind it and up to `upTo` are compared; null: from the first. */
  readonly behind: string | null;
  readonly upTo: string | null;
  readonly ids: ReadonlySet<string>;
  /** Whether nothing of it can have been overlooked. */
  readonly isWhole: boolean;
  /** Where the next part begins; null at the end of the pass. */
  readonly rest: string | null;
}

/** One step of a pass: a page of an ordered list, a window of another. */
export async function sweepStep(desk: ListDesk, sweep: Sweep): Promise<void> {
  const { parts, state } = desk;
  const at = instantOf(parts);
  const known = state.sweeps[sweep.name];
  const isUnderWay = known !== undefined && !known.done && believed(known.startedAt, parts.clock.now()) !== null;
  const pass = isUnderWay ? known : { startedAt: at, before: null, done: false };
  const lower = await lowerBound(desk, sweep);
  const window =
    desk.list.order === 'none'
      ? await sweepWindow(desk, pass.before, lower)
      : await sweepPage(desk, pass.before, lower);
  if (window === null) return;
  if (window.isWhole) await markVanished(desk, window, at);
  const next = { startedAt: pass.startedAt, before: window.rest, done: window.rest === null };
  const isPast = (instant: string): boolean => believed(instant, parts.clock.now()) !== null;
  const setAside = desk.state.setAside.filter(
    ({ seenAt }) => !next.done || sweep.days !== null || (seenAt >= pass.startedAt && isPast(seenAt)),
  );
  await desk.store([], { sweeps: { ...desk.state.sweeps, [sweep.name]: next }, setAside });
}

/** The long pass goes as far down as anything is stored, so that what grows old here is known to be gone there. */
async function lowerBound({ parts, list }: ListDesk, sweep: Sweep): Promise<string> {
  const horizon = horizonOf(parts);
  if (sweep.days !== null) return laterOf(horizon, daysBefore(parts.clock.now(), sweep.days)) ?? horizon;
  const behindNoStart: Position = { startedAt: '0001-01-01T00:00:00.000Z', id: '' };
  const [oldest] = await parts.store.listedJobs({
    connection: connectionOf(parts),
    list: list.key,
    startedAfter: null,
    startedBefore: horizon,
    after: behindNoStart,
    limit: 1,
  });
  return earlierOf(horizon, oldest?.startedAt ?? horizon);
}

/** What is older than history goes back is compared, and not taken in. */
const ofHistory = (desk: ListDesk, records: readonly JobRecord[]): readonly JobRecord[] => {
  const horizon = horizonOf(desk.parts);
  return records.filter(({ job }) => job.startedAt === null || job.startedAt >= horizon);
};

/** Of an ordered list one page is a window: all that started behind its last job. Null when the order is broken. */
async function sweepPage(desk: ListDesk, before: string | null, lower: string): Promise<SweptWindow | null> {
  for await (const sight of readSights(desk, toBounds(desk.list, null, upTo(before)), pace.bulkPage)) {
    await desk.store(ofHistory(desk, sight.page.records), sight.isOrdered ? {} : { unordered: true });
    if (!sight.isOrdered) return null;
    const window = toWindow(desk, sight, before, lower);
    if (window !== null) return window;
  }
  return null;
}

/** Null while the page is to be left by its own link: where jobs cannot be asked for by start, or all started at once. */
function toWindow(desk: ListDesk, sight: Sight, before: string | null, lower: string): SweptWindow | null {
  const { oldest, isBroken, isClean, ids } = sight;
  const hasMoved = oldest !== null && oldest !== before;
  if (isBroken && !hasMoved) throw brokenOff(desk);
  const isEnd = reaches(sight, lower);
  if (!isEnd && !isBroken && !(isResumable(desk.list) && hasMoved)) return null;
  return { behind: edgeOf(sight, lower), upTo: before, ids, isWhole: isClean, rest: isEnd ? null : oldest };
}

/** Jobs with the start of the last one may stand on the next page, unless the list has ended. */
const edgeOf = (sight: Sight, lower: string): string | null =>
  reaches(sight, lower) && (sight.oldest ?? lower) >= lower ? shift(lower, -1) : sight.oldest;

async function sweepWindow(desk: ListDesk, before: string | null, lower: string): Promise<SweptWindow> {
  const isPart = isWindowed(desk.list);
  const top = before ?? instantOf(desk.parts);
  const after = isPart ? (laterOf(lower, shift(top, -pace.windowMs)) ?? lower) : lower;
  const until = isPart ? before : null;
  let last: Sight | null = null;
  for await (const sight of readSights(desk, toBounds(desk.list, after, upTo(until)), pace.bulkPage)) {
    await desk.store(ofHistory(desk, sight.page.records));
    if (sight.isBroken) throw brokenOff(desk);
    last = sight;
  }
  return {
    behind: shift(after, -1),
    upTo: until,
    ids: last?.ids ?? new Set(),
    isWhole: last?.isClean ?? false,
    rest: after <= lower ? null : after,
  };
}

async function markVanished(
  desk: ListDesk,
  { behind, upTo: until, ids: seen }: SweptWindow,
  at: string,
): Promise<void> {
  const { parts, list } = desk;
  let after: Position | null = null;
  for (;;) {
    const page: readonly Position[] = await parts.store.listedJobs({
      connection: connectionOf(parts),
      list: list.key,
      startedAfter: behind,
      startedBefore: upTo(until),
      after,
      limit: 1_000,
    });
    const vanished = page.filter(
      ({ startedAt, id }) => startedAt !== null && (behind === null || startedAt > behind) && !seen.has(id),
    );
    if (vanished.length > 0) {
      const ids = vanished.map(({ id }) => id);
      await orAbort(parts.signal, () => parts.store.markGone(ids, at, parts.lease));
    }
    after = page.at(-1) ?? null;
    if (page.length < 1_000) return;
  }
}
