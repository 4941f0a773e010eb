import { orAbort } from '@crossvault/core';
import type { Position } from '@crossvault/core/store';
import { connectionOf, historyStart, instantOf, type ReadRow } from '../sync-parts.ts';
import { addMs, believed, daysBefore, earlierOf, laterOf, sweeps, syncTiming } from '../sync-timing.ts';
import {
  brokenOff,
  isResumable,
  isWindowed,
  type ListSession,
  type PageSnapshot,
  reaches,
  readPageSnapshots,
  through,
  toBounds,
} from './list-session.ts';
import type { ListState, Pass, Span } from './list-state.ts';

type Sweep = (typeof sweeps)[number];

/** The pass that is under way or due, the shorter one first. A start in the future comes from a wrong clock and is ignored. */
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

/** A part of a list that was read whole: jobs that are stored there and were not read are missed. */
interface SweptWindow {
  /** The number that was taken before it was read. */
  readonly number: number;
  /** Stored starts behind it and up to `through` are compared; null: from the first. */
  readonly behind: string | null;
  readonly through: string | null;
  readonly ids: ReadonlySet<string>;
  /** Whether every record of it was readable. */
  readonly isWhole: boolean;
  /** Where the next part begins; null at the end of the pass. */
  readonly rest: string | null;
}

/** One step of a pass: a page of an ordered list, a window of another. */
export async function sweepStep(session: ListSession, sweep: Sweep): Promise<void> {
  const pass = await passOf(session, sweep);
  const lower = pass.again?.oldest ?? (await lowerBound(session, sweep));
  const window =
    session.list.order === 'none'
      ? await sweepWindow(session, pass.before, lower)
      : await sweepPage(session, pass.before, lower);
  if (window === null) return;
  const missed = window.isWhole ? await markMissed(session, window, pass) : null;
  const next: Pass = {
    ...pass,
    before: window.rest,
    done: window.rest === null,
    missed: joinSpans(pass.missed, missed),
  };
  const isPast = (instant: string): boolean => believed(instant, session.parts.clock.now()) !== null;
  const setAside = session.state.setAside.filter(
    ({ seenAt }) =>
      !next.done || sweep.days !== null || pass.again !== null || (seenAt >= pass.startedAt && isPast(seenAt)),
  );
  await session.store([], { sweeps: { ...session.state.sweeps, [sweep.name]: next }, setAside });
}

/** The long pass goes as far down as anything is stored, so that old jobs are found that are gone at the vendor. */
async function lowerBound({ parts, list }: ListSession, sweep: Sweep): Promise<string> {
  const oldestStart = historyStart(parts);
  if (sweep.days !== null) return laterOf(oldestStart, daysBefore(parts.clock.now(), sweep.days)) ?? oldestStart;
  const behindNoStart: Position = { startedAt: '0001-01-01T00:00:00.000Z', id: '' };
  const [oldest] = await parts.store.listedJobs({
    connection: connectionOf(parts),
    list: list.key,
    startedAfter: null,
    startedBefore: oldestStart,
    after: behindNoStart,
    limit: 1,
  });
  return earlierOf(oldestStart, oldest?.startedAt ?? oldestStart);
}

/** Jobs older than the configured history are compared, and not stored. */
const ofHistory = (session: ListSession, rows: readonly ReadRow[]): readonly ReadRow[] => {
  const oldestStart = historyStart(session.parts);
  return rows.filter(({ record: { job } }) => job.startedAt === null || job.startedAt >= oldestStart);
};

/** Of an ordered list one page is a window: all that started behind its last job. Null when the order is broken. */
async function sweepPage(session: ListSession, before: string | null, lower: string): Promise<SweptWindow | null> {
  for await (const snapshot of readPageSnapshots(
    session,
    toBounds(session.list, null, through(before)),
    syncTiming.bulkPage,
  )) {
    await session.store(ofHistory(session, snapshot.rows), snapshot.isOrdered ? {} : { unordered: true });
    if (!snapshot.isOrdered) return null;
    const window = toWindow(session, snapshot, before, lower);
    if (window !== null) return window;
  }
  return null;
}

/** Null while the page has to be continued by its own link: where jobs cannot be requested by start, or all have one start. */
function toWindow(
  session: ListSession,
  snapshot: PageSnapshot,
  before: string | null,
  lower: string,
): SweptWindow | null {
  const { oldest, isBroken, isClean, ids, number } = snapshot;
  const hasMoved = oldest !== null && oldest !== before;
  if (isBroken && !hasMoved) throw brokenOff(session);
  const isEnd = reaches(snapshot, lower);
  if (!isEnd && !isBroken && !(isResumable(session.list) && hasMoved)) return null;
  return {
    number,
    behind: edgeOf(snapshot, lower),
    through: before,
    ids,
    isWhole: isClean,
    rest: isEnd ? null : oldest,
  };
}

/** Jobs with the start of the last one may stand on the next page, unless the list has ended. */
const edgeOf = (snapshot: PageSnapshot, lower: string): string | null =>
  reaches(snapshot, lower) && (snapshot.oldest ?? lower) >= lower ? addMs(lower, -1) : snapshot.oldest;

async function sweepWindow(session: ListSession, before: string | null, lower: string): Promise<SweptWindow> {
  const isPart = isWindowed(session.list);
  const top = before ?? instantOf(session.parts);
  const after = isPart ? (laterOf(lower, addMs(top, -syncTiming.windowMs)) ?? lower) : lower;
  const until = isPart ? before : null;
  let last: PageSnapshot | null = null;
  for await (const snapshot of readPageSnapshots(
    session,
    toBounds(session.list, after, through(until)),
    syncTiming.bulkPage,
  )) {
    await session.store(ofHistory(session, snapshot.rows));
    if (snapshot.isBroken) throw brokenOff(session);
    last = snapshot;
  }
  return {
    number: last?.number ?? 0,
    behind: addMs(after, -1),
    through: until,
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

/** Marks jobs that are stored in the window and were not read there. Returns the span of jobs that are missed and not yet gone. */
async function markMissed(
  { parts, list }: ListSession,
  { number, behind, through: until, ids: seen }: SweptWindow,
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
      startedBefore: through(until),
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
