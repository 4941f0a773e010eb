import type { JobList, ListQuery } from '@crossvault/core';
import { createMovingVendor, type MovingVendor, makeJob } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { jobAt } from '../../testing/list-reading.ts';
import { createPartsWorld } from '../testing/sync-parts.ts';
import { movingJob } from '../testing/sync-world.ts';
import {
  createListSession,
  everything,
  isResumable,
  isWindowed,
  type PageSnapshot,
  reaches,
  readPageSnapshots,
  through,
  toBounds,
} from './list-session.ts';
import { readListState } from './list-state.ts';

const startAt = (minute: number): string => new Date(Date.UTC(2026, 0, 15, 10, minute)).toISOString();

/** A session over jobs that began in these minutes, in the order that is given. */
async function open(minutes: readonly number[], change: Partial<MovingVendor> = {}) {
  const world = createPartsWorld({ ...createMovingVendor({ pageSize: 2, ...change }) });
  for (const minute of minutes) world.vendor.jobs.set(`m-${minute}`, movingJob(`m-${minute}`, startAt(minute)));
  await world.store.acquireLease(world.parts.lease, 60_000);
  const session = createListSession(world.parts, world.vendor.list, readListState(undefined, startAt(0)));
  const read = async (query: ListQuery = everything) => {
    const snapshots: PageSnapshot[] = [];
    for await (const snapshot of readPageSnapshots(session, query, 100)) snapshots.push(snapshot);
    return snapshots;
  };
  return { ...world, session, read };
}
const listWith = (...nativeFilters: JobList['nativeFilters']): JobList => ({ key: 'l', order: 'none', nativeFilters });

describe('bounds', () => {
  test('are sent as far as the vendor knows them', () => {
    const [after, before] = [startAt(1), startAt(2)];
    expect(toBounds(listWith('startedAfter', 'startedBefore'), after, before)).toEqual({
      startedAfter: after,
      startedBefore: before,
      status: null,
    });
    expect(toBounds(listWith('startedAfter'), after, before)).toEqual({
      startedAfter: after,
      startedBefore: null,
      status: null,
    });
    expect(toBounds(listWith('status'), after, before)).toEqual(everything);
  });

  test('make a list resumable from above, and windowed from both sides', () => {
    expect([listWith(), listWith('startedBefore'), listWith('startedAfter', 'startedBefore')].map(isResumable)).toEqual(
      [false, true, true],
    );
    expect(
      [listWith('startedAfter'), listWith('startedBefore'), listWith('startedAfter', 'startedBefore')].map(isWindowed),
    ).toEqual([false, false, true]);
  });

  test('hold what began at the instant itself', () => {
    expect(through(startAt(1))).toBe('2026-01-15T10:01:00.001Z');
    expect(through(null)).toBeNull();
  });
});

describe('a list page by page', () => {
  test('shows with each page how far it was read', async () => {
    const { read } = await open([1, 2, 3, 4, 5]);
    const snapshots = await read();
    expect(snapshots.map(({ pages, newest, oldest, isLast }) => ({ pages, newest, oldest, isLast }))).toEqual([
      { pages: 1, newest: startAt(5), oldest: startAt(4), isLast: false },
      { pages: 2, newest: startAt(5), oldest: startAt(2), isLast: false },
      { pages: 3, newest: startAt(5), oldest: startAt(1), isLast: true },
    ]);
    expect(snapshots.map((snapshot) => reaches(snapshot, startAt(2)))).toEqual([false, false, true]);
  });

  test('has one number of all, taken before the first page, and one of each row', async () => {
    const { read } = await open([1, 2, 3]);
    const snapshots = await read();
    expect(new Set(snapshots.map(({ number }) => number)).size).toBe(1);
    expect(snapshots.flatMap(({ rows }) => rows.map(({ number }) => number - (snapshots[0]?.number ?? 0)))).toEqual([
      0, 0, 1,
    ]);
  });

  test('notices that it is not in order', async () => {
    const records = [jobAt(4), jobAt(5), jobAt(3)];
    const page = { records, rejected: [], withoutRun: 0, next: null, warnings: [] };
    const { parts, vendor } = createPartsWorld({}, { listJobs: async () => page });
    const session = createListSession(parts, vendor.list, readListState(undefined, startAt(0)));
    for await (const { isOrdered } of readPageSnapshots(session, everything, 100)) expect(isOrdered).toBe(false);
    const sorted = await open([3, 5, 4]);
    expect((await sorted.read()).map(({ isOrdered }) => isOrdered)).toEqual([true, true]);
  });

  test('notices that it broke off, and that a record could not be read', async () => {
    const cut = await open([1, 2, 3], { trouble: () => 'cut' });
    const [broken] = await cut.read();
    expect(broken).toMatchObject({ isBroken: true, isLast: true });
    expect(broken === undefined || reaches(broken, startAt(0))).toBe(false);
    const rejected = await open([1], {
      rejected: [{ nativeId: null, reason: 'not-an-object', value: 1 }],
      withoutRun: 2,
    });
    expect((await rejected.read())[0]).toMatchObject({ isClean: false, withoutRun: 2 });
  });
});

describe('what a session stores', () => {
  test('are jobs and the state that is true with them, in one write', async () => {
    const { session, store, read } = await open([1, 2]);
    const [snapshot] = await read();
    await session.store(snapshot?.rows ?? [], { watermark: startAt(2) });
    expect(session.state.watermark).toBe(startAt(2));
    expect(session.seen.size).toBe(2);
    expect((await store.syncStates('moving')).get('jobs')).toMatchObject({ watermark: startAt(2) });
    expect(store.jobs()).toHaveLength(2);
  });

  test('is nothing where nothing is new', async () => {
    const { session, store } = await open([]);
    await session.store([]);
    await session.store([], { watermark: null });
    expect(await store.syncStates('moving')).toEqual(new Map());
  });

  test('are rejected records too, with the time when they were seen', async () => {
    const { session, read, clock } = await open([1], {
      rejected: [{ nativeId: 'odd', reason: 'not-an-object', value: 1 }],
    });
    const [snapshot] = await read();
    await session.store(snapshot?.rows ?? []);
    expect(session.state.setAside).toEqual([
      { nativeId: 'odd', reason: 'not-an-object', value: 1, seenAt: new Date(clock.now()).toISOString() },
    ]);
  });

  test('treats the list as one without order from then on', async () => {
    const { session } = await open([]);
    expect(session.list.order).toBe('newest-first');
    await session.store([], { unordered: true });
    expect(session.list.order).toBe('none');
  });

  test('is refused without the lease, and then nothing is taken for stored', async () => {
    const { session, store, parts } = await open([]);
    await store.releaseLease(parts.lease);
    await expect(session.store([], { watermark: startAt(2) })).rejects.toMatchObject({ code: 'lease-lost' });
    expect(session.state.watermark).toBeNull();
  });
});

describe('collected jobs', () => {
  const rows = (first: number, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const nativeId = `m-${first + index}`;
      const observedAt = startAt(0);
      const job = makeJob('moving', nativeId, { startedAt: observedAt, observedAt });
      const context = { connection: 'moving', list: 'jobs', observedAt };
      return { record: { key: [nativeId], job, raw: { list: {} }, context }, number: 1 };
    });
  const gapTo = (before: string) => ({ gap: { after: startAt(0), before, from: startAt(59) } });

  /** A session that notes how many jobs each transaction stores. */
  async function openCounted() {
    const world = await open([]);
    const sizes: number[] = [];
    const { putJobs } = world.store;
    world.store.putJobs = async (batch, options) => {
      sizes.push(batch.length);
      return putJobs(batch, options);
    };
    return { ...world, sizes };
  }

  test('are stored page after page at first, and then several pages at once', async () => {
    const { session, sizes } = await openCounted();
    for (let page = 0; page < 20; page += 1) await session.collect(rows(page * 100, 100), {});
    await session.storeCollected();
    expect(sizes).toEqual([100, 200, 400, 500, 500, 300]);
    expect(session.seen.size).toBe(2_000);
  });

  test('of a slow vendor are stored though they are few', async () => {
    const { session, sizes, clock } = await openCounted();
    await session.collect(rows(0, 100), {});
    await session.collect(rows(100, 10), {});
    expect(sizes).toEqual([100]);
    await clock.move(5_000);
    await session.collect(rows(110, 10), {});
    expect(sizes).toEqual([100, 20]);
  });

  test('bring the state along that is true once they are stored', async () => {
    const { session, store } = await openCounted();
    await session.collect(rows(0, 10), gapTo(startAt(40)));
    await session.collect(rows(10, 10), gapTo(startAt(30)));
    expect((await store.syncStates('moving')).get('jobs')).toMatchObject(gapTo(startAt(40)));
    expect(session.state).toMatchObject(gapTo(startAt(30)));
    await session.store([]);
    expect((await store.syncStates('moving')).get('jobs')).toMatchObject(gapTo(startAt(30)));
    expect(store.jobs()).toHaveLength(20);
  });

  test('that cannot be stored leave the session where the store is', async () => {
    const { session, store } = await openCounted();
    await session.collect(rows(0, 10), gapTo(startAt(40)));
    await session.collect(rows(10, 10), gapTo(startAt(30)));
    store.putJobs = () => Promise.reject(new Error('full'));
    await expect(session.storeCollected()).rejects.toThrow('full');
    expect(session.state).toMatchObject(gapTo(startAt(40)));
  });
});
