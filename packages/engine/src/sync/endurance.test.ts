import { CrossvaultError } from '@crossvault/core';
import { createMovingVendor, patientCall } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import {
  createSyncWorld,
  fill,
  hourMs,
  minuteMs,
  movingJob,
  storedStatuses,
  trueStatuses,
} from './testing/sync-world.ts';

test('what is remembered of a connection and of a list whose key is empty are two things', async () => {
  const world = createSyncWorld(createMovingVendor({ list: { key: '', order: 'none', nativeFilters: [] } }));
  const { synchronizer } = world.open();
  await synchronizer.syncNow('moving', patientCall);
  const states = await world.store.syncStates('moving');
  expect(states.get('')).toMatchObject({ version: 1, gap: null });
  // The list, the connection, and how far what was stored before is redacted.
  expect(states.size).toBe(3);
});

test('a process that dies after every few pages gets on all the same', async () => {
  const world = createSyncWorld(createMovingVendor({ pageSize: 10 }));
  fill(world.vendor, world.ago, 400, 80);
  for (let life = 0; life < 12; life += 1) {
    const { synchronizer, life: own } = world.open();
    own.after(24);
    synchronizer.start();
    await world.pass(2 * minuteMs);
  }
  expect(world.store.jobs().length).toBeGreaterThan(300);
});

test('between the turns that are due there is none: what is due in a part of a millisecond is waited for', async () => {
  const world = createSyncWorld(createMovingVendor());
  // Its age decides how often it is looked at: every 12.3456 seconds at first.
  world.vendor.jobs.set('old', movingJob('old', world.ago(12_345_600), { endedAt: null, status: 'running' }));
  let turns = 0;
  const { putSyncStates } = world.store;
  world.store.putSyncStates = (states, lease) => {
    turns += 1;
    if (turns > 1000) throw new Error('The sync turns on the spot.');
    return putSyncStates(states, lease);
  };
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(hourMs / 4);
  expect(turns).toBeLessThanOrEqual(900 / 12);
  await synchronizer.stop();
});

test('the sync reports a store that is full, and continues when it has room again', async () => {
  const world = createSyncWorld(createMovingVendor());
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(minuteMs);
  const full = new CrossvaultError({ code: 'store-full', message: 'There is no room.' });
  const { putJobs } = world.store;
  world.store.putJobs = async () => {
    throw full;
  };
  world.vendor.jobs.set('new', movingJob('new', world.ago(minuteMs)));
  await world.pass(hourMs);
  expect((await synchronizer.states()).get('moving')).toMatchObject({
    state: 'failing',
    problem: { code: 'store-full', source: 'moving' },
  });
  world.store.putJobs = putJobs;
  await world.pass(15 * minuteMs);
  expect((await synchronizer.states()).get('moving')).toMatchObject({ state: 'current', problem: null });
  expect(storedStatuses(world)).toEqual(trueStatuses(world));
  await synchronizer.stop();
});

const full = new CrossvaultError({ code: 'store-full', message: 'There is no room.' });

test('a disk that fills during a turn is reported as soon as the callers that wait for the turn are answered', async () => {
  const world = createSyncWorld(createMovingVendor());
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(minuteMs);
  world.vendor.jobs.set('new', movingJob('new', world.ago(minuteMs)));
  world.store.putJobs = async () => {
    throw full;
  };
  // Nothing can be given back either, and that is known later.
  world.store.releaseLease = () => world.clock.sleep(1_000).then(() => Promise.reject(full));
  const seen = await synchronizer
    .syncNow('moving', patientCall)
    .catch(async (error: unknown) => [error, (await synchronizer.states()).get('moving')?.problem?.code]);
  expect(seen).toEqual([full, 'store-full']);
  await synchronizer.stop();
});

test.each(['in a process that syncs', 'in a process that does not'])(
  'a disk that is full before the first turn answers waiting callers at once, %s',
  async (where) => {
    const world = createSyncWorld(createMovingVendor());
    world.store.acquireLease = async () => {
      throw full;
    };
    const { synchronizer } = world.open();
    if (where === 'in a process that syncs') synchronizer.start();
    await expect(synchronizer.syncNow('moving', patientCall)).rejects.toMatchObject({ code: 'store-full' });
    expect((await synchronizer.states()).get('moving')).toMatchObject({
      state: 'failing',
      problem: { code: 'store-full', source: 'moving' },
    });
    await synchronizer.stop();
  },
);
