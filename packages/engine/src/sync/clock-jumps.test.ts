import { createMovingVendor, patientCall } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createSyncWorld, dayMs, fill, hourMs, minuteMs, movingJob, type SyncWorld } from './testing/sync-world.ts';

const listRequests = ({ vendor }: SyncWorld): number => vendor.requests.filter(({ kind }) => kind === 'list').length;

test.each([
  ['ahead', dayMs],
  ['behind', -dayMs],
])('a clock that stood a day %s and was put right costs no connection its sync', async (_, shiftMs) => {
  const world = createSyncWorld(createMovingVendor());
  fill(world.vendor, world.ago, 20, 10);
  world.vendor.jobs.set('open', movingJob('open', world.ago(hourMs), { endedAt: null, status: 'running' }));
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(minuteMs);
  world.clock.shiftWall(shiftMs);
  await world.pass(10 * minuteMs);
  world.clock.shiftWall(-shiftMs);
  const now = new Date(world.clock.now()).toISOString();
  const reported = (await synchronizer.states()).get('moving');
  expect(reported?.state === 'current' && (reported.lastAt ?? '') > now).toBe(false);
  const before = listRequests(world);
  await world.pass(6 * minuteMs);
  expect(listRequests(world)).toBeGreaterThan(before);
  const later = (await synchronizer.states()).get('moving');
  expect(later).toMatchObject({ state: 'current', problem: null });
  expect(Date.parse(later?.lastAt ?? '')).toBeLessThanOrEqual(world.clock.now());
  expect(Date.parse(later?.lastAt ?? '')).toBeGreaterThan(world.clock.now() - 6 * minuteMs);
  await synchronizer.stop();
});

test('a clock days behind does not make a sync read the same pages over and over', async () => {
  const world = createSyncWorld(createMovingVendor({ pageSize: 2 }));
  fill(world.vendor, world.ago, 90, 3);
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(hourMs);
  world.clock.shiftWall(-4 * dayMs);
  const before = listRequests(world);
  // A turn that only repeats the one before takes no time here, and would never let this hour end.
  world.vendor.trouble = () => {
    if (listRequests(world) - before > 5000) throw new Error('The sync reads without an end.');
    return null;
  };
  await world.pass(hourMs);
  expect(listRequests(world) - before).toBeLessThan(2000);
  await synchronizer.stop();
});

test('what a clock ahead has stored is not current for a process that starts after it was put right', async () => {
  const world = createSyncWorld(createMovingVendor());
  fill(world.vendor, world.ago, 20, 10);
  world.clock.shiftWall(dayMs);
  const { synchronizer } = world.open();
  await synchronizer.syncNow('moving', patientCall);
  world.clock.shiftWall(-dayMs);
  const next = world.open();
  expect((await next.synchronizer.states()).get('moving')).toMatchObject({
    state: 'syncing',
    lastAt: null,
    beside: { warnings: ['last-sync-in-future'] },
  });
  await next.synchronizer.syncNow('moving', patientCall);
  expect((await next.synchronizer.states()).get('moving')).toMatchObject({
    state: 'current',
    lastAt: world.ago(0),
    beside: { warnings: [] },
  });
});

test('while the clock stands a day behind, each list is read as often as before', async () => {
  const world = createSyncWorld(createMovingVendor());
  fill(world.vendor, world.ago, 20, 10);
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(hourMs);
  const before = listRequests(world);
  await world.pass(hourMs);
  const usual = listRequests(world) - before;
  world.clock.shiftWall(-dayMs);
  await world.pass(hourMs);
  expect(listRequests(world) - before - usual).toBeGreaterThanOrEqual(usual - 4);
  await synchronizer.stop();
});

test('a request of a process whose clock is behind is answered by a turn that begins after it', async () => {
  const world = createSyncWorld(createMovingVendor());
  const [first, second] = [world.open(), world.open()];
  first.synchronizer.start();
  await world.pass(minuteMs);
  world.clock.shiftWall(dayMs);
  await second.synchronizer.syncNow('moving', patientCall);
  world.clock.shiftWall(-dayMs);
  world.vendor.jobs.set('new', movingJob('new', world.ago(minuteMs)));
  await second.synchronizer.syncNow('moving', patientCall);
  expect(world.store.jobs().map(({ record }) => record.job.nativeId)).toContain('new');
  await first.synchronizer.stop();
});

test('with two workers in turn, what is stored never becomes older', async () => {
  const world = createSyncWorld(createMovingVendor());
  world.vendor.lists = ['one', 'two'].map((key) => ({ ...world.vendor.list, key }));
  fill(world.vendor, world.ago, 20, 10);
  const workers = [world.open(), world.open()];
  const seen: string[] = [];
  for (let turn = 0; turn < 8; turn += 1) {
    // One list of one of them fails: that one remembers when it read that list itself.
    world.vendor.trouble = turn % 4 < 2 ? () => null : failOnce();
    const worker = workers[turn % 2];
    await worker?.synchronizer.syncNow('moving', patientCall);
    seen.push((await worker?.synchronizer.states())?.get('moving')?.lastAt ?? '');
    await world.pass(3 * minuteMs);
  }
  expect(seen).toEqual(seen.toSorted());
});

function failOnce(): () => 'error' | null {
  let hasFailed = false;
  return () => {
    if (hasFailed) return null;
    hasFailed = true;
    return 'error';
  };
}
