import { createMovingVendor } from '@crossvault/testkit';
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
    const told = () => world.store.jobs().map(({ record: { job } }) => [job.status, job.anomalies]);
    expect(told()).toEqual([['failed', []]]);
    await second.synchronizer.stop();
    const third = world.open(minutesAhead * minuteMs);
    third.synchronizer.start();
    await world.pass(2 * hourMs);
    await third.synchronizer.stop();
    expect(told()).toEqual([['failed', []]]);
    expect(world.store.feed.map(({ from, to }) => [from, to])).toEqual([
      [null, 'running'],
      ['running', 'failed'],
    ]);
  },
);
