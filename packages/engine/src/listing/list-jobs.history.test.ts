import { CrossvaultError, type JobQuery, type JobSort } from '@crossvault/core';
import {
  createFakeVendor,
  firstPage,
  jobsAt,
  makeJob,
  minuteAt,
  nativeIdsOf,
  patientCall,
  readAllPages,
} from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { openHistory } from '../testing/history-world.ts';

const unreachable = new CrossvaultError({ code: 'source-unreachable', message: 'Nothing listens there.' });

/** Without filters of its own: what it would do with a job that has no start is its own affair. */
const mixed = () =>
  createFakeVendor({
    nativeFilters: [],
    jobs: [
      ...jobsAt('a', [1, 2, 3, 4, 5]),
      makeJob('a', 'odd', {
        kind: 'restore',
        status: 'failed',
        problem: true,
        trigger: 'manual',
        target: { type: 'vm', id: 'vm-1', name: 'Büro Server' },
        plan: { id: 'p', name: 'Nightly', nextRunAt: null },
        startedAt: minuteAt(3),
        endedAt: minuteAt(9),
        errors: [{ code: 'E1', message: 'disk full', recommendation: null, helpUrl: null, count: 1 }],
      }),
      makeJob('a', 'open', { status: 'running', ended: false, startedAt: minuteAt(-9000), endedAt: null }),
      makeJob('a', 'nowhen', { startedAt: null, endedAt: null }),
    ],
  });

describe('a list whose history is there', () => {
  test.each<JobQuery>([
    {},
    { status: ['failed', 'running'] },
    { kind: ['restore'] },
    { trigger: ['manual'] },
    { target: ['VM-1'] },
    { target: ['büro server'] },
    { plan: ['nightly'] },
    { problem: true },
    { problem: false },
    { q: 'disk bür' },
    { since: minuteAt(5) },
    { startedAfter: minuteAt(2), startedBefore: minuteAt(4) },
    { connection: ['b'] },
    { vendor: ['fake'], status: ['succeeded'] },
    { nativeId: ['odd', 'b-1'] },
  ])('has the jobs, the order and the pages of the live one for %j', async (query) => {
    const world = await openHistory({ a: mixed(), b: createFakeVendor({ jobs: jobsAt('b', [2, 2, 7]) }) });
    await world.sync();
    for (const limit of [1, 3, 50]) {
      const stored = await readAllPages(world.stored.listJobs, query, limit);
      const live = await readAllPages(world.live.listJobs, query, limit);
      expect(nativeIdsOf(stored)).toEqual(nativeIdsOf(live));
      expect(stored.every(({ complete }) => complete)).toBe(true);
    }
  });

  test('asks no vendor, and says how old it is and what it covers', async () => {
    const a = createFakeVendor({ jobs: jobsAt('a', [1, 2]) });
    const world = await openHistory({ a });
    await world.sync();
    const asked = a.requests.length;
    await world.clock.move(120_000);
    const { sources, window } = await world.stored.listJobs({}, firstPage, patientCall);
    expect(a.requests.length).toBe(asked);
    expect(sources).toMatchObject([
      {
        status: 'ok',
        count: 2,
        asOf: '2026-01-15T12:00:00.000Z',
        window: { startedAfter: '2025-10-17T12:02:00.000Z', startedBefore: null },
      },
    ]);
    expect(window.startedAfter).toBe('2025-10-17T12:02:00.000Z');
  });

  test('needs no lower bound to begin with the oldest', async () => {
    const world = await openHistory({ a: createFakeVendor({ jobs: jobsAt('a', [3, 1, 2]) }) });
    const oldestFirst = { ...firstPage, sort: 'startedAt' satisfies JobSort } as const;
    await expect(world.stored.listJobs({}, oldestFirst, patientCall)).rejects.toMatchObject({
      code: 'sort-needs-window',
    });
    await world.sync();
    expect(nativeIdsOf([await world.stored.listJobs({}, oldestFirst, patientCall)])).toEqual(['a-1', 'a-2', 'a-0']);
  });

  test('is stale when the last sync went wrong, and keeps its jobs', async () => {
    const a = createFakeVendor({ jobs: jobsAt('a', [1]) });
    const world = await openHistory({ a });
    await world.sync();
    a.failure = unreachable;
    await world.sync();
    const listing = await world.stored.listJobs({}, firstPage, patientCall);
    expect(nativeIdsOf([listing])).toEqual(['a-0']);
    expect(listing).toMatchObject({
      complete: false,
      sources: [{ status: 'stale', asOf: '2026-01-15T12:00:00.000Z', problem: { code: 'source-unreachable' } }],
    });
  });

  test('is stale when no process syncs it any more', async () => {
    const world = await openHistory({ a: createFakeVendor({ jobs: jobsAt('a', [1]) }) });
    await world.sync();
    await world.clock.move(16 * 60_000);
    const { complete, sources } = await world.stored.listJobs({}, firstPage, patientCall);
    expect([complete, sources[0]?.status, sources[0]?.problem]).toEqual([false, 'stale', null]);
  });
});

describe('a connection whose history is not there yet', () => {
  test('is read live, beside stored ones', async () => {
    const b = createFakeVendor({ jobs: jobsAt('b', [2, 4]) });
    const world = await openHistory({ a: createFakeVendor({ jobs: jobsAt('a', [1, 3]) }), b });
    await world.sync('a');
    world.synchronizer.pretend('b', { state: 'syncing', progress: 0.4, lastAt: minuteAt(0) });
    const pages = await readAllPages(world.stored.listJobs, {}, 1);
    expect(nativeIdsOf(pages)).toEqual(['b-1', 'a-1', 'b-0', 'a-0']);
    expect(b.requests.length).toBeGreaterThan(0);
  });

  test('that fails is failed, also when its sync has nothing but its failure', async () => {
    const a = createFakeVendor({ failure: unreachable });
    const world = await openHistory({ a });
    await world.sync();
    world.synchronizer.pretend('a', { progress: 1, lastAt: minuteAt(0) });
    await expect(world.stored.listJobs({}, firstPage, patientCall)).rejects.toMatchObject({ code: 'sources-failed' });
  });

  test('and becomes stored between two pages loses nothing, where it had lagged behind too', async () => {
    const b = createFakeVendor({ jobs: jobsAt('b', [5, 6]), failsFromRequest: 0 });
    const world = await openHistory({ a: createFakeVendor({ jobs: jobsAt('a', [1, 2, 3, 4]) }), b });
    await world.sync('a');
    const first = await world.stored.listJobs({}, { ...firstPage, limit: 2 }, patientCall);
    expect(nativeIdsOf([first])).toEqual(['a-3', 'a-2']);
    b.failsFromRequest = null;
    await world.sync('b');
    const second = await world.stored.listJobs({}, { ...firstPage, cursor: first.next }, patientCall);
    expect(nativeIdsOf([second])).toEqual(['b-1', 'b-0', 'a-1', 'a-0']);
    expect([second.next, second.complete]).toEqual([null, true]);
    expect(second.sources.map(({ caughtUp }) => caughtUp)).toEqual([false, true]);
  });
});

test('what the sync set aside is reported as it is live: the source is partial, and definitions that never ran are counted', async () => {
  const rejected = [{ nativeId: null, reason: 'no-readable-id', value: { name: 'x', size: 'abc' } }] as const;
  const world = await openHistory({
    a: createFakeVendor({ jobs: jobsAt('a', [1]), rejected: [...rejected], withoutRun: 2 }),
  });
  await world.sync();
  world.synchronizer.pretend('a', {
    beside: { rejected: { count: 1, items: [...rejected] }, withoutRun: 2, warnings: [] },
  });
  const [stored, live] = await Promise.all(
    [world.stored, world.live].map(({ listJobs }) => listJobs({}, firstPage, patientCall)),
  );
  const reported = {
    status: 'partial',
    count: 1,
    rejected: { count: 1, items: rejected },
    withoutRun: 2,
    warnings: [],
  };
  expect([stored?.sources, live?.sources]).toMatchObject([[reported], [reported]]);
});
