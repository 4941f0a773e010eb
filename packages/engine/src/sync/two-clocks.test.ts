import { createMovingVendor, patientCall } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createSyncWorld, hourMs, minuteMs, movingJob } from './testing/sync-world.ts';

test.each([2, -2, 45, -45])(
  'a job that fails while the work passes to a machine whose clock is %i minutes off is shown failed and never open again',
  async (minutesAhead) => {
    const world = createSyncWorld(createMovingVendor());
    world.vendor.jobs.set('one', movingJob('one', world.ago(minuteMs), { endedAt: null, status: 'running' }));
    const first = world.open(minutesAhead * minuteMs);
    await first.synchronizer.syncNow('moving', { signal: new AbortController().signal });
    await first.synchronizer.stop();
    world.vendor.jobs.set('one', movingJob('one', world.ago(minuteMs), { status: 'failed' }));
    const second = world.open();
    await second.synchronizer.syncNow('moving', { signal: new AbortController().signal });
    const reported = () => world.store.jobs().map(({ record: { job } }) => [job.status, job.anomalies]);
    expect(reported()).toEqual([['failed', []]]);
    await second.synchronizer.stop();
    const third = world.open(minutesAhead * minuteMs);
    third.synchronizer.start();
    await world.pass(2 * hourMs);
    await third.synchronizer.stop();
    expect(reported()).toEqual([['failed', []]]);
    expect(world.store.feed.map(({ from, to }) => [from, to])).toEqual([
      [null, 'running'],
      ['running', 'failed'],
    ]);
  },
);

test('two processes that ask at once are both answered by the one that syncs, though one clock is an hour ahead', async () => {
  const world = createSyncWorld(createMovingVendor());
  const holder = world.open();
  holder.synchronizer.start();
  await world.pass(minuteMs);
  world.vendor.jobs.set('new', movingJob('new', world.ago(minuteMs)));
  const answered: string[] = [];
  const ask = async (name: string, aheadMs: number): Promise<void> => {
    await world.open(aheadMs).synchronizer.syncNow('moving', patientCall);
    answered.push(`${name}: ${world.store.jobs().length}`);
  };
  const asking = Promise.all([ask('ahead', hourMs), ask('right', 0)]);
  await world.pass(2 * minuteMs);
  expect(answered.toSorted()).toEqual(['ahead: 1', 'right: 1']);
  await asking;
  await holder.synchronizer.stop();
});
