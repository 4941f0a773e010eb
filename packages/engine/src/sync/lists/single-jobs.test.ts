import { createMovingVendor, patientCall } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createSyncWorld, hourMs, minuteMs, movingJob } from '../testing/sync-world.ts';

/** A vendor whose list answers, and whose single answers fail. Its open job has left what the list shows of late. */
function failingGets() {
  const vendor = createMovingVendor({
    pageSize: 1,
    trouble: () => (vendor.requests.at(-1)?.kind === 'get' && isBroken ? 'error' : null),
  });
  let isBroken = true;
  const world = createSyncWorld(vendor);
  vendor.jobs.set('long', movingJob('long', world.ago(10 * hourMs), { endedAt: null, status: 'running' }));
  return {
    vendor,
    world,
    mend: () => {
      isBroken = false;
    },
  };
}

test('an open job whose answer is an error does not make its source failing, and is asked for again', async () => {
  const { vendor, world, mend } = failingGets();
  const { synchronizer } = world.open();
  synchronizer.start();
  await world.pass(hourMs);
  for (let at = 0; at < 5; at += 1) vendor.jobs.set(`new-${at}`, movingJob(`new-${at}`, world.ago(-at * minuteMs)));
  const states = [];
  for (let minutes = 0; minutes < 120; minutes += 1) {
    await world.pass(minuteMs);
    states.push((await synchronizer.states()).get('moving'));
  }
  expect(vendor.requests.filter(({ kind }) => kind === 'get').length).toBeGreaterThan(1);
  expect(states.flatMap((state) => state?.problem ?? [])).toEqual([]);
  expect(states.map((state) => state?.state)).not.toContain('failing');
  mend();
  vendor.jobs.set('long', movingJob('long', world.ago(10 * hourMs), { status: 'failed' }));
  await world.pass(2 * hourMs);
  await synchronizer.syncNow('moving', patientCall);
  const stored = await world.store.findByNativeId(['moving'], 'long');
  expect(stored[0]?.record.job.status).toBe('failed');
  await synchronizer.stop();
});
