import { createMovingVendor, type MovingVendor, patientCall } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createSyncWorld, dayMs, hourMs, movingJob } from '../testing/sync-world.ts';
import { addRejected, type ListState } from './list-state.ts';

const nameless = (value: string) => ({ nativeId: null, reason: 'no-readable-id', value }) as const;
const whole: MovingVendor['list'] = { key: 'jobs', order: 'none', nativeFilters: [] };

test('rejected records and definitions that never ran are reported as long as the list has it', async () => {
  const vendor = createMovingVendor({ list: whole, rejected: [nameless('a'), nameless('b')], withoutRun: 3 });
  const { open } = createSyncWorld(vendor);
  const { synchronizer } = open();
  const beside = async () => (await synchronizer.syncNow('moving', patientCall)).beside;
  const reported = { rejected: { count: 2, items: [nameless('a'), nameless('b')] }, withoutRun: 3, warnings: [] };
  expect(await beside()).toEqual(reported);
  expect(await beside()).toEqual(reported);
  vendor.rejected = [nameless('b')];
  vendor.withoutRun = 0;
  expect(await beside()).toMatchObject({ rejected: { count: 1, items: [nameless('b')] }, withoutRun: 0 });
});

test('of a list that is read in parts it is remembered until a pass over all of it has not seen it any more', async () => {
  const vendor = createMovingVendor({ rejected: [nameless('a')] });
  const world = createSyncWorld(vendor);
  const job = movingJob('one', world.ago(hourMs));
  vendor.jobs.set(job.id, job);
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(hourMs);
  const count = async () => (await synchronizer.states()).get('moving')?.beside?.rejected.count;
  expect(await count()).toBe(1);
  vendor.rejected = [];
  await world.pass(2 * hourMs);
  expect(await count()).toBe(1);
  await world.pass(2 * dayMs);
  expect(await count()).toBe(0);
  await synchronizer.stop();
});

test('a list that broke its order is warned of', async () => {
  const vendor = createMovingVendor();
  const world = createSyncWorld(vendor);
  for (const [id, agoMs] of [
    ['old', dayMs],
    ['new', hourMs],
  ] as const) {
    vendor.jobs.set(id, movingJob(id, world.ago(agoMs)));
  }
  const { synchronizer } = world.open();
  const misplaced: Partial<ListState> = { unordered: true };
  await world.store.putSyncStates([
    {
      connection: 'moving',
      list: 'jobs',
      state: { version: 1, watermark: null, gap: null, sweeps: {}, definitions: {}, missedRuns: 0, ...misplaced },
    },
  ]);
  expect((await synchronizer.syncNow('moving', patientCall)).beside?.warnings).toEqual(['order-broken']);
});

test('the same record is remembered once, and of many the newest', () => {
  const at = (seenAt: string, value: string) => ({ ...nameless(value), seenAt });
  const first = [at('1', 'a'), at('1', 'b')];
  expect(addRejected(first, [at('2', 'a')])).toEqual([at('2', 'a'), at('1', 'b')]);
  const many = Array.from({ length: 150 }, (_, index) => at('3', `c${index}`));
  expect(addRejected(first, many)).toEqual(many.slice(50));
});
