import { type SimulatorsOptions, type VendorId, veeamApplianceOf } from '@crossvault/simulators';
import { createAbandon } from '@crossvault/testkit';
import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { vendorFaults } from '../reading/schedule.ts';
import { readScheduleCount } from '../reading/settings.ts';
import { compareHistory, readJobs, runOf, soundHistory } from './compare-history.ts';
import { openSyncedSimulators, type SyncedSimulators } from './synced-simulators.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

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
    arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1_000, max: 20 * minuteMs }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      ms: fc.integer({ min: -2 * hourMs, max: 2 * hourMs }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('trouble' as const), faults: vendorFaults }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('outage' as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('kill' as const), answers: fc.nat(60) }) },
);
type Event = typeof event extends fc.Arbitrary<infer Value> ? Value : never;

const results = ['succeeded', 'warning', 'failed', 'cancelled'] as const;

/** The console updates its last run when a run starts, or when it ends; the documentation does not say which. */
const worlds: readonly { readonly id: VendorId; readonly options: SimulatorsOptions }[] = [
  { id: 'azure-backup', options: {} },
  { id: 'veeam-azure', options: {} },
  { id: 'avepoint', options: {} },
  { id: 'veeam-spc', options: { veeamSpc: { lastRunMoves: 'start' } } },
  { id: 'veeam-spc', options: { veeamSpc: { lastRunMoves: 'end' } } },
];

/** A vendor's history in a store of its own, and the process that syncs it just now. */
async function openStory(world: SyncedSimulators, id: VendorId) {
  const { simulators, world: virtual } = world;
  const vendor = simulators.vendor(id);
  const added: string[] = [];
  const open = new Set<string>();
  let life = createAbandon();
  let engine = world.open({ life });
  const begin = (): void => {
    life = createAbandon();
    engine = world.open({ life });
  };
  const pick = (which: number): string | undefined => [...open][which % Math.max(1, open.size)];

  async function happen(one: Event): Promise<void> {
    switch (one.kind) {
      case 'start': {
        const nativeId = vendor.addJob({ status: 'running' });
        added.push(nativeId);
        open.add(nativeId);
        return;
      }
      case 'late':
        added.push(
          vendor.addJob({
            status: results[one.agoMs % results.length] ?? 'failed',
            startedAt: new Date(virtual.clock.now() - one.agoMs).toISOString(),
            durationSeconds: 30,
          }),
        );
        return;
      case 'end': {
        const nativeId = pick(one.which);
        if (nativeId === undefined) return;
        vendor.changeJob(nativeId, { status: results[one.how] ?? 'failed' });
        open.delete(nativeId);
        return;
      }
      case 'purge': {
        const nativeId = added[one.which % Math.max(1, added.length)];
        if (id !== 'veeam-azure' || nativeId === undefined) return;
        veeamApplianceOf(vendor).purge(nativeId);
        added.splice(added.indexOf(nativeId), 1);
        open.delete(nativeId);
        return;
      }
      case 'pass':
        return virtual.clock.sleep(one.ms);
      case 'clock':
        return simulators.clock.move(one.ms);
      case 'trouble':
        return vendor.faults.schedule({ faults: [...one.faults] });
      case 'outage':
        await vendor.stop();
        await virtual.clock.sleep(2 * minuteMs);
        return vendor.start();
      case 'kill':
        life.after(one.answers);
        await virtual.clock.sleep(minuteMs);
        life.after(0);
        return begin();
    }
  }

  return {
    happen,
    /** No trouble, nothing open, and enough time for a full pass by the process after the last kill. */
    async rest(): Promise<void> {
      vendor.faults.clear();
      for (const nativeId of open) vendor.changeJob(nativeId, { status: 'succeeded' });
      life.after(0);
      begin();
      await virtual.clock.sleep(10 * minuteMs);
      simulators.clock.move(25 * hourMs);
      await virtual.clock.sleep(1.5 * hourMs);
      await engine.close();
    },
    /** What the vendor has, as far back as a history goes for certain. */
    truth() {
      const oldest = new Date(virtual.clock.now() - 88 * dayMs).toISOString();
      return vendor.truth().filter(({ startedAt }) => (startedAt ?? '') > oldest);
    },
    oldest: () => new Date(virtual.clock.now() - 88 * dayMs).toISOString(),
  };
}

const numRuns = Math.ceil(readScheduleCount() / 50);

property.prop(
  [
    fc.constantFrom(...worlds),
    fc.integer({ min: 1, max: 1_000_000 }),
    fc.array(event, { minLength: 3, maxLength: 16 }),
  ],
  {
    numRuns,
    endOnFailure: true,
  },
)(
  'whatever happens to the jobs, the clock, the vendor and the process: when the world rests, the store is the truth, and so is the feed',
  async ({ id, options }, seed, events) => {
    const world = await openSyncedSimulators([id], { jobs: 60, days: 30, seed, pageSize: 20, ...options });
    try {
      const story = await openStory(world, id);
      for (const one of events) await story.happen(one);
      await story.rest();
      const truth = story.truth();
      expect(await compareHistory(world.store, truth)).toEqual(soundHistory);
      if (id === 'veeam-spc') return;
      const known = new Set(truth.map(runOf));
      const stored = (await readJobs(world.store)).filter(({ startedAt }) => (startedAt ?? '') > story.oldest());
      expect(stored.filter((job) => job.goneAt === null && !known.has(runOf(job))).map(runOf)).toEqual([]);
    } finally {
      await world.close();
    }
  },
  Math.max(300_000, numRuns * 30_000),
);
