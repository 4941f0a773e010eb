import { createMovingVendor, type MovingVendor } from '@crossvault/testkit';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import {
  createSyncWorld,
  dayMs,
  hourMs,
  minuteMs,
  movingJob,
  type SyncProcess,
  type SyncWorld,
  storedStatuses,
  trueStatuses,
} from './testing/sync-world.ts';

/** The wall clock is set by so much at the most. */
const mostSetMs = 4 * dayMs;

/** Something that happens to the vendor, to the time or to the process that syncs. */
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('start' as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('end' as const), which: fc.nat(), how: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('late' as const), agoMs: fc.integer({ min: minuteMs, max: 60 * dayMs }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('purge' as const), which: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1_000, max: 40 * minuteMs }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      ms: fc.integer({ min: -mostSetMs, max: mostSetMs }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('trouble' as const),
      every: fc.integer({ min: 1, max: 5 }),
      cuts: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('kill' as const), answers: fc.nat(40) }) },
  /** Another process takes over, whose clock differs from the first one's by minutes. */
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      aheadMs: fc.integer({ min: -20 * minuteMs, max: 20 * minuteMs }),
    }),
  },
  /** The vendor deletes its first row while a list is between two pages, so that a row is skipped. */
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('shift' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('prune' as const), days: fc.nat(40) }) },
);
type Event = typeof event extends fc.Arbitrary<infer Value> ? Value : never;

const results = ['succeeded', 'warning', 'failed', 'cancelled'] as const;
const nativeFilters: readonly MovingVendor['list']['nativeFilters'][] = [
  [],
  ['startedAfter'],
  ['startedAfter', 'startedBefore'],
];
const vendors = fc.record({
  order: fc.constantFrom('newest-first' as const, 'none' as const),
  filters: fc.constantFrom(...nativeFilters),
  pageSize: fc.integer({ min: 1, max: 7 }),
  /** Jobs that are there when the first sync begins. */
  jobs: fc.nat(40),
});

async function happen(world: SyncWorld, one: Event, process: SyncProcess): Promise<SyncProcess> {
  const { vendor, clock } = world;
  const now = new Date(clock.now()).toISOString();
  const pick = (which: number) => [...vendor.jobs.values()][which % Math.max(1, vendor.jobs.size)];
  const id = `job-${vendor.jobs.size}-${clock.now()}-${vendor.requests.length}`;
  switch (one.kind) {
    case 'start':
      vendor.jobs.set(id, movingJob(id, now, { endedAt: null, status: 'running' }));
      return process;
    case 'late':
      vendor.jobs.set(id, movingJob(id, new Date(clock.now() - one.agoMs).toISOString()));
      return process;
    case 'end': {
      const job = pick(one.which);
      if (job?.endedAt === null) {
        vendor.jobs.set(job.id, {
          ...job,
          endedAt: [now, job.startedAt].toSorted().at(-1) ?? now,
          status: results[one.how] ?? 'failed',
        });
      }
      return process;
    }
    case 'purge':
      vendor.jobs.delete(pick(one.which)?.id ?? '');
      return process;
    case 'pass':
      await world.pass(one.ms);
      return process;
    case 'clock':
      clock.shiftWall(one.ms);
      return process;
    case 'trouble': {
      let count = 0;
      vendor.trouble = () => {
        count += 1;
        return count % one.every === 0 ? (one.cuts ? 'cut' : 'error') : null;
      };
      return process;
    }
    case 'move': {
      await process.synchronizer.stop();
      const next = world.open(one.aheadMs);
      next.synchronizer.start();
      return next;
    }
    case 'shift':
      vendor.betweenPages = () => {
        const [first] = vendor.jobs.values();
        vendor.betweenPages = () => undefined;
        if (first !== undefined && first.endedAt !== null) vendor.jobs.delete(first.id);
      };
      return process;
    case 'prune': {
      const before = new Date(clock.now() - one.days * dayMs).toISOString();
      await world.store.deleteOlderThan({ connection: null, before, onlyGone: true, limit: 1_000 });
      return process;
    }
    case 'kill': {
      process.life.after(one.answers);
      await world.pass(minuteMs);
      process.life.after(0);
      const next = world.open();
      next.synchronizer.start();
      return next;
    }
  }
}

/** The state of a reader that followed the feed from its beginning. */
function replay({ store }: SyncWorld): ReadonlyMap<string, string> {
  const believed = new Map<string, string>();
  for (const { id, from, to } of store.feed) {
    expect(believed.get(id) ?? null).toBe(from);
    if (to === null) believed.delete(id);
    else believed.set(id, to);
  }
  return believed;
}

test.prop([vendors, fc.array(event, { minLength: 3, maxLength: 20 })], { numRuns: 20 })(
  'whatever happens to jobs, clock, vendor and process: when the world rests, the store says what the vendor says',
  async ({ order, filters, pageSize, jobs }, events) => {
    const world = createSyncWorld(
      createMovingVendor({ list: { key: 'jobs', order, nativeFilters: filters }, pageSize }),
    );
    for (let index = 0; index < jobs; index += 1) {
      const job = movingJob(`old-${index}`, world.ago(hourMs + index * 2 * dayMs));
      world.vendor.jobs.set(job.id, job);
    }
    let process = world.open();
    process.synchronizer.start();
    for (const one of events) process = await happen(world, one, process);
    process.life.after(0);
    world.vendor.trouble = () => null;
    world.vendor.betweenPages = () => undefined;
    const now = new Date(world.clock.now()).toISOString();
    for (const job of world.vendor.jobs.values()) {
      if (job.endedAt === null) world.vendor.jobs.set(job.id, { ...job, endedAt: now, status: 'succeeded' });
    }
    const last = world.open();
    last.synchronizer.start();
    await world.pass(30 * hourMs);
    await last.synchronizer.stop();
    expect(storedStatuses(world)).toEqual(trueStatuses(world));
    // Nothing began again at the vendor, whatever the clocks of those who read it say.
    expect(world.store.jobs().filter(({ record }) => record.job.anomalies.includes('reopened'))).toEqual([]);
    expect(replay(world)).toEqual(new Map(world.store.jobs().map(({ id, record }) => [id, record.job.status])));
  },
  280_000,
);
