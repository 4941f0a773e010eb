import { jobTextVersion } from '@crossvault/core/store';
import { createMovingVendor, type MovingVendor, patientCall } from '@crossvault/testkit';
import { expect, test, vi } from 'vitest';
import {
  createSyncWorld,
  dayMs,
  fill,
  hourMs,
  minuteMs,
  movingJob,
  storedStatuses,
  trueStatuses,
} from './testing/sync-world.ts';

// Days go by here, at many looks an hour.
vi.setConfig({ testTimeout: 120_000 });

const orders: readonly [string, Partial<MovingVendor>][] = [
  ['newest first, with bounds', {}],
  ['newest first, without bounds', { list: { key: 'jobs', order: 'newest-first', nativeFilters: [] } }],
  [
    'without order, with bounds',
    { list: { key: 'jobs', order: 'none', nativeFilters: ['startedAfter', 'startedBefore'] } },
  ],
  ['without order, from a bound', { list: { key: 'jobs', order: 'none', nativeFilters: ['startedAfter'] } }],
  ['without order or bounds', { list: { key: 'jobs', order: 'none', nativeFilters: [] } }],
];

test.each(orders)('a list %s is read back to the beginning of history, then followed', async (_, change) => {
  const world = createSyncWorld(createMovingVendor(change));
  fill(world.vendor, world.ago, 3_000, 80);
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(2 * minuteMs);
  expect(storedStatuses(world)).toEqual(trueStatuses(world));
  expect((await synchronizer.states()).get('moving')).toMatchObject({ state: 'current', progress: 1 });
  world.vendor.jobs.set('new', movingJob('new', world.ago(0), { endedAt: null, status: 'running' }));
  await world.pass(6 * minuteMs);
  expect(storedStatuses(world).get('new')).toBe('running');
  world.vendor.jobs.set('new', movingJob('new', world.ago(0), { status: 'failed' }));
  await world.pass(minuteMs / 2);
  expect(storedStatuses(world).get('new')).toBe('failed');
  await synchronizer.stop();
});

test.each(orders)('of a list %s what came late is found, and what the vendor forgot is gone', async (_, change) => {
  const world = createSyncWorld(createMovingVendor(change));
  fill(world.vendor, world.ago, 60, 80);
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(hourMs / 2);
  world.vendor.jobs.set('late', movingJob('late', world.ago(40 * dayMs)));
  world.vendor.jobs.delete('job-30');
  world.vendor.jobs.delete('job-59');
  await world.pass(30 * hourMs);
  expect(storedStatuses(world)).toEqual(trueStatuses(world));
  const gone = world.store.jobs().filter(({ record }) => record.job.goneAt !== null);
  expect(gone.map(({ record }) => record.job.nativeId).toSorted()).toEqual(['job-30', 'job-59']);
  await synchronizer.stop();
});

test.each(orders)('with nothing new a list %s costs at most two requests a turn', async (_, change) => {
  const world = createSyncWorld(createMovingVendor(change));
  fill(world.vendor, world.ago, 40, 80);
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(4 * hourMs);
  const before = world.vendor.requests.length;
  await world.pass(10 * hourMs);
  const requests = world.vendor.requests.slice(before);
  expect(requests.filter(({ kind }) => kind === 'get')).toEqual([]);
  expect(requests.filter(({ kind }) => kind === 'list').length).toBeLessThanOrEqual(2 * 124);
  await synchronizer.stop();
});

test('two processes never work on one connection, and one takes over from the other', async () => {
  const world = createSyncWorld(createMovingVendor());
  fill(world.vendor, world.ago, 50, 10);
  const [first, second] = [world.open(), world.open()];
  first.synchronizer.start();
  await world.pass(minuteMs);
  second.synchronizer.start();
  await world.pass(minuteMs);
  const owner = await world.store.leaseOwner('sync:moving');
  await world.pass(hourMs);
  expect(await world.store.leaseOwner('sync:moving')).toBe(owner);
  first.life.after(0);
  await world.pass(3 * minuteMs);
  const next = await world.store.leaseOwner('sync:moving');
  expect(next).not.toBeNull();
  expect(next).not.toBe(owner);
  world.vendor.jobs.set('new', movingJob('new', world.ago(-2 * hourMs)));
  await world.pass(6 * minuteMs);
  expect(storedStatuses(world).has('new')).toBe(true);
  await second.synchronizer.stop();
  expect(await world.store.leaseOwner('sync:moving')).toBeNull();
});

test('a request is answered when everything up to now is stored, by this process or by the other', async () => {
  const world = createSyncWorld(createMovingVendor());
  const [first, second] = [world.open(), world.open()];
  world.vendor.jobs.set('one', movingJob('one', world.ago(hourMs)));
  const alone = await first.synchronizer.syncNow('moving', patientCall);
  expect(alone).toMatchObject({ state: 'current', lastAt: world.ago(0) });
  expect(storedStatuses(world).has('one')).toBe(true);
  await first.synchronizer.syncNow('moving', patientCall);
  first.synchronizer.start();
  await world.pass(minuteMs);
  world.vendor.jobs.set('two', movingJob('two', world.ago(minuteMs)));
  await first.synchronizer.syncNow('moving', patientCall);
  expect(storedStatuses(world).has('two')).toBe(true);
  world.vendor.jobs.set('three', movingJob('three', world.ago(minuteMs)));
  await second.synchronizer.syncNow('moving', patientCall);
  expect(storedStatuses(world).has('three')).toBe(true);
  await expect(first.synchronizer.syncNow('strange', patientCall)).rejects.toMatchObject({
    code: 'connection-not-found',
  });
  await first.synchronizer.stop();
});

test('details are read once each, of failed jobs first, and none beyond the budget', async () => {
  const world = createSyncWorld(createMovingVendor());
  fill(world.vendor, world.ago, 100, 10);
  world.vendor.jobs.set('bad', movingJob('bad', world.ago(9 * dayMs), { status: 'failed' }));
  world.vendor.condition = { ...world.vendor.condition, budget: { remaining: 5, resetAt: null } };
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(hourMs);
  expect(world.vendor.requests.filter(({ kind }) => kind === 'get')).toEqual([]);
  world.vendor.condition = { ...world.vendor.condition, budget: { remaining: 500, resetAt: null } };
  await synchronizer.syncNow('moving', patientCall);
  const bad = world.store.jobs().find(({ record }) => record.job.nativeId === 'bad');
  expect(bad?.record.job).toMatchObject({ depth: 'full', errors: [{ message: 'It went wrong (rules 1).' }] });
  await world.pass(dayMs);
  expect(world.vendor.requests.filter(({ kind }) => kind === 'get')).toHaveLength(101);
  await synchronizer.stop();
});

test('a newer table of rules maps stored jobs again, without a request to the vendor', async () => {
  const world = createSyncWorld(createMovingVendor());
  world.vendor.jobs.set('bad', movingJob('bad', world.ago(dayMs), { status: 'failed' }));
  const { synchronizer } = world.open();
  await synchronizer.syncNow('moving', patientCall);
  world.vendor.mapperVersion = 2;
  const gets = world.vendor.requests.filter(({ kind }) => kind === 'get').length;
  await synchronizer.syncNow('moving', patientCall);
  const [bad] = world.store.jobs();
  expect(bad).toMatchObject({
    mapperVersion: 2 * 100 + jobTextVersion,
    record: { job: { errors: [{ message: 'It went wrong (rules 2).' }] } },
  });
  expect(world.vendor.requests.filter(({ kind }) => kind === 'get')).toHaveLength(gets);
});

test('a newer table of rules maps what is stored again, also while the vendor does not answer', async () => {
  const world = createSyncWorld(createMovingVendor());
  world.vendor.jobs.set('bad', movingJob('bad', world.ago(dayMs), { status: 'failed' }));
  const { synchronizer } = world.open();
  await synchronizer.syncNow('moving', patientCall);
  world.vendor.mapperVersion = 2;
  world.vendor.isUnreachable = true;
  await synchronizer.syncNow('moving', patientCall);
  expect((await synchronizer.states()).get('moving')).toMatchObject({ state: 'failing' });
  expect(world.store.jobs()).toMatchObject([{ mapperVersion: 2 * 100 + jobTextVersion }]);
});

test('forgotten jobs are deleted after they were kept long enough, and only those', async () => {
  const world = createSyncWorld(createMovingVendor(), { retentionDays: 10 });
  world.vendor.jobs.set('old', movingJob('old', world.ago(9 * dayMs)));
  world.vendor.jobs.set('kept', movingJob('kept', world.ago(9 * dayMs)));
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(minuteMs);
  world.vendor.jobs.delete('old');
  await world.pass(30 * hourMs);
  expect(world.store.jobs().map(({ record }) => record.job.nativeId)).toEqual(['kept']);
  await synchronizer.stop();
});

test('a vendor in trouble is asked ever more slowly, and what it gave is kept', async () => {
  const world = createSyncWorld(createMovingVendor());
  fill(world.vendor, world.ago, 50, 10);
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(minuteMs);
  world.vendor.trouble = () => 'error';
  const before = world.vendor.requests.length;
  await world.pass(2 * hourMs);
  expect(world.vendor.requests.length - before).toBeLessThan(40);
  expect((await synchronizer.states()).get('moving')).toMatchObject({
    state: 'failing',
    problem: { code: 'source-error' },
  });
  expect(storedStatuses(world)).toEqual(trueStatuses(world));
  world.vendor.trouble = () => null;
  await world.pass(15 * minuteMs);
  expect((await synchronizer.states()).get('moving')).toMatchObject({ state: 'current', problem: null });
  await synchronizer.stop();
});
