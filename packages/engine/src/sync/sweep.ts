import { orAbort, type Position } from '@crossvault/core';
import { upTo } from './increment.ts';
import {
  brokenOff,
  isResumable,
  isWindowed,
  type ListSession,
  type PageSnapshot,
  reaches,
  readPageSnapshots,
  toBounds,
} from './list-session.ts';
import type { ListState, Pass, Span } from './list-state.ts';
import { connectionOf, historyStart, instantOf, type ReadRow } from './sync-parts.ts';
import { addMs, believed, daysBefore, earlierOf, laterOf, sweeps, syncTiming } from './sync-timing.ts';

type Sweep = (typeof sweeps)[number];

/** The pass that is under way or due, the shorter one first. A start in the future says nothing: a wrong clock has written it. */
export function dueSweep(state: ListState, nowMs: number): Sweep | null {
  const isDue = ({ name, everyMs }: Sweep): boolean => {
    const known = state.sweeps[name];
    if (known === undefined || !known.done) return true;
    const startedAt = believed(known.startedAt, nowMs);
    const waitMs = spanToLookAtAgain(known) === null ? everyMs : syncTiming.secondLookMs;
    return startedAt === null || nowMs - Date.parse(startedAt) >= waitMs;
  };
  return sweeps.find(isDue) ?? null;
}

/** Where jobs were missed by a pass that is done; null: nowhere, or it was the second look already. */
const spanToLookAtAgain = ({ done, missed, again }: Pass): Span | null => (done && again === null ? missed : null);

/** Whether the next step of the pass begins with the newest jobs. */
export function beginsAtNewest(state: ListState, { name }: Sweep): boolean {
  const known = state.sweeps[name];
  return known === undefined || (known.done && spanToLookAtAgain(known) === null);
}

/** The pass that is under way, or the next one: a second look at what was missed, or a pass over everything. */
async function passOf({ parts, state }: ListSession, { name }: Sweep): Promise<Pass> {
  const known = state.sweeps[name];
  const isBelieved = known !== undefined && believed(known.startedAt, parts.clock.now()) !== null;
  if (known !== undefined && !known.done && isBelieved) return known;
  const again = known === undefined ? null : spanToLookAtAgain(known);
  const number = await parts.store.takeReadingNumber();
  return { startedAt: instantOf(parts), number, before: again?.newest ?? null, done: false, missed: null, again };
}

/** A part of a list that was read whole: what is stored there and was not seen, it has missed. */
interface SweptWindow {
  /** The number that was taken before it was read. */
  readonly number: number;
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
export async function sweepStep(desk: ListSession, sweep: Sweep): Promise<void> {
  const pass = await passOf(desk, sweep);
  const lower = pass.again?.oldest ?? (await lowerBound(desk, sweep));
  const window =
    desk.list.order === 'none'
      ? await sweepWindow(desk, pass.before, lower)
      : await sweepPage(desk, pass.before, lower);
  if (window === null) return;
  const missed = window.isWhole ? await markMissed(desk, window, pass) : null;
  const next: Pass = {
    ...pass,
    before: window.rest,
    done: window.rest === null,
    missed: joinSpans(pass.missed, missed),
  };
  const isPast = (instant: string): boolean => believed(instant, desk.parts.clock.now()) !== null;
  const setAside = desk.state.setAside.filter(
    ({ seenAt }) =>
      !next.done || sweep.days !== null || pass.again !== null || (seenAt >= pass.startedAt && isPast(seenAt)),
  );
  await desk.store([], { sweeps: { ...desk.state.sweeps, [sweep.name]: next }, setAside });
}

/** The long pass goes as far down as anything is stored, so that what grows old here is known to be gone there. */
async function lowerBound({ parts, list }: ListSession, sweep: Sweep): Promise<string> {
  const horizon = historyStart(parts);
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
const ofHistory = (desk: ListSession, rows: readonly ReadRow[]): readonly ReadRow[] => {
  const horizon = historyStart(desk.parts);
  return rows.filter(({ record: { job } }) => job.startedAt === null || job.startedAt >= horizon);
};

/** Of an ordered list one page is a window: all that started behind its last job. Null when the order is broken. */
async function sweepPage(desk: ListSession, before: string | null, lower: string): Promise<SweptWindow | null> {
  for await (const sight of readPageSnapshots(desk, toBounds(desk.list, null, upTo(before)), syncTiming.bulkPage)) {
    await desk.store(ofHistory(desk, sight.rows), sight.isOrdered ? {} : { unordered: true });
    if (!sight.isOrdered) return null;
    const window = toWindow(desk, sight, before, lower);
    if (window !== null) return window;
  }
  return null;
}

/** Null while the page is to be left by its own link: where jobs cannot be asked for by start, or all started at once. */
function toWindow(desk: ListSession, sight: PageSnapshot, before: string | null, lower: string): SweptWindow | null {
  const { oldest, isBroken, isClean, ids, number } = sight;
  const hasMoved = oldest !== null && oldest !== before;
  if (isBroken && !hasMoved) throw brokenOff(desk);
  const isEnd = reaches(sight, lower);
  if (!isEnd && !isBroken && !(isResumable(desk.list) && hasMoved)) return null;
  return { number, behind: edgeOf(sight, lower), upTo: before, ids, isWhole: isClean, rest: isEnd ? null : oldest };
}

/** Jobs with the start of the last one may stand on the next page, unless the list has ended. */
const edgeOf = (sight: PageSnapshot, lower: string): string | null =>
  reaches(sight, lower) && (sight.oldest ?? lower) >= lower ? addMs(lower, -1) : sight.oldest;

async function sweepWindow(desk: ListSession, before: string | null, lower: string): Promise<SweptWindow> {
  const isPart = isWindowed(desk.list);
  const top = before ?? instantOf(desk.parts);
  const after = isPart ? (laterOf(lower, addMs(top, -syncTiming.windowMs)) ?? lower) : lower;
  const until = isPart ? before : null;
  let last: PageSnapshot | null = null;
  for await (const sight of readPageSnapshots(desk, toBounds(desk.list, after, upTo(until)), syncTiming.bulkPage)) {
    await desk.store(ofHistory(desk, sight.rows));
    if (sight.isBroken) throw brokenOff(desk);
    last = sight;
  }
  return {
    number: last?.number ?? 0,
    behind: addMs(after, -1),
    upTo: until,
    ids: last?.ids ?? new Set(),
    isWhole: last?.isClean ?? false,
    rest: after <= lower ? null : after,
  };
}

const joinSpans = (one: Span | null, other: Span | null): Span | null =>
  one === null || other === null
    ? (one ?? other)
    : {
        newest: laterOf(one.newest, other.newest) ?? one.newest,
        oldest: earlierOf(one.oldest, other.oldest),
      };

/** Marks what is stored in the window and was not seen there. Gives where jobs are now missed and not yet gone. */
async function markMissed(
  { parts, list }: ListSession,
  { number, behind, upTo: until, ids: seen }: SweptWindow,
  pass: Pass,
): Promise<Span | null> {
  const missed = { at: instantOf(parts), number, pass: pass.number };
  let span: Span | null = null;
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
    const unseen = page.flatMap(({ startedAt, id }) =>
      startedAt !== null && (behind === null || startedAt > behind) && !seen.has(id) ? [{ startedAt, id }] : [],
    );
    const [oldest, newest] = [unseen[0], unseen.at(-1)];
    if (oldest !== undefined && newest !== undefined) {
      const ids = unseen.map(({ id }) => id);
      const result = await orAbort(parts.signal, () => parts.store.markMissed(ids, missed, parts.lease));
      if (result.missed > 0) span = joinSpans(span, { newest: newest.startedAt, oldest: oldest.startedAt });
    }
    after = page.at(-1) ?? null;
    if (page.length < 1_000) return span;
  }
}
