import { createMovingVendor, type MovingVendor } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createSyncWorld, dayMs, hourMs, minuteMs, movingJob, type SyncWorld } from '../testing/sync-world.ts';

const orders: readonly [string, MovingVendor['list']][] = [
  ['whole, in no order', { key: 'jobs', order: 'none', nativeFilters: [] }],
  ['by windows, in no order', { key: 'jobs', order: 'none', nativeFilters: ['startedAfter', 'startedBefore'] }],
  ['newest first', { key: 'jobs', order: 'newest-first', nativeFilters: [] }],
];

const goneIds = ({ store }: SyncWorld): readonly string[] =>
  store
    .jobs()
    .filter(({ record }) => record.job.goneAt !== null)
    .map(({ record }) => record.job.nativeId);

/** Twenty jobs of the last two days, of which the first is there only to be taken away and put back. */
function fillWorld(world: SyncWorld): void {
  for (let index = 0; index < 20; index += 1) {
    const job = movingJob(`job-${index}`, world.ago(hourMs + index * 2 * hourMs));
    world.vendor.jobs.set(job.id, job);
  }
}

/** The vendor takes its first row away while a reading is between two pages, and has it again before the next. */
function shiftOnce(vendor: MovingVendor): void {
  let hasShifted = false;
  vendor.betweenPages = () => {
    const [first] = vendor.jobs.values();
    if (hasShifted || first === undefined) return;
    hasShifted = true;
    vendor.jobs.delete(first.id);
  };
}

test.each(orders)('a job that a list %s skips because its rows moved is not gone', async (_, list) => {
  const world = createSyncWorld(createMovingVendor({ list, pageSize: 5 }), { retentionDays: 1 });
  fillWorld(world);
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(hourMs / 2);
  const [shifted] = world.vendor.jobs.values();
  const begun = world.vendor.requests.length;
  shiftOnce(world.vendor);
  for (let minute = 0; minute < 3 * 60; minute += 1) {
    await world.pass(minuteMs);
    // Only the row that was taken away may be missed for good.
    expect(goneIds(world).filter((id) => id !== shifted?.id)).toEqual([]);
  }
  expect(world.vendor.requests.length).toBeGreaterThan(begun);
  await synchronizer.stop();
  expect(world.store.feed.filter(({ to }) => to === null)).toEqual([]);
});

test.each(orders)(
  'what the vendor has deleted is gone after a second look at a list %s, soon after the first',
  async (_, list) => {
    const world = createSyncWorld(createMovingVendor({ list, pageSize: 5 }));
    fillWorld(world);
    const { synchronizer } = world.open();
    synchronizer.start();
    await world.pass(hourMs / 2);
    world.vendor.jobs.delete('job-7');
    let hadBeenMissed = false;
    for (let minute = 0; minute < 100 && goneIds(world).length === 0; minute += 1) {
      await world.pass(minuteMs);
      const { sweeps } = Object(await world.store.syncStates('moving').then((states) => states.get('jobs')));
      hadBeenMissed ||= sweeps.recent.missed !== null;
    }
    expect(hadBeenMissed).toBe(true);
    expect(goneIds(world)).toEqual(['job-7']);
    await synchronizer.stop();
  },
);

test('who follows a process that had missed a job remembers it, and the second look is its own', async () => {
  const world = createSyncWorld(createMovingVendor({ list: { key: 'jobs', order: 'none', nativeFilters: [] } }));
  fillWorld(world);
  const first = world.open();
  first.synchronizer.start();
  await world.pass(hourMs / 2);
  world.vendor.jobs.delete('job-7');
  const isMissed = async () =>
    JSON.stringify((await world.store.syncStates('moving')).get('jobs')).includes('"missed":{"newest"');
  for (let minute = 0; minute < 100 && !(await isMissed()); minute += 1) await world.pass(minuteMs);
  first.life.after(0);
  expect(goneIds(world)).toEqual([]);
  const second = world.open();
  second.synchronizer.start();
  await world.pass(20 * minuteMs);
  expect(goneIds(world)).toEqual(['job-7']);
  await second.synchronizer.stop();
});

test('an open job that the list does not show and whose vendor does not know it is gone at once', async () => {
  const world = createSyncWorld(createMovingVendor());
  world.vendor.jobs.set('long', movingJob('long', world.ago(dayMs), { endedAt: null, status: 'running' }));
  world.vendor.jobs.set('new', movingJob('new', world.ago(minuteMs)));
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(minuteMs);
  world.vendor.jobs.delete('long');
  await world.pass(15 * minuteMs);
  expect(goneIds(world)).toEqual(['long']);
  await synchronizer.stop();
});
