import { createMovingVendor, patientCall } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { connectionState, readSyncStatus, readWhole } from './sync-status.ts';
import { createSyncWorld, fill, hourMs } from './testing/sync-world.ts';

/** A list that was read to its end. */
const readList = {
  version: 1,
  watermark: '2026-11-30T08:00:00.000Z',
  gap: null,
  unordered: false,
  sweeps: {},
  definitions: {},
  missedRuns: 0,
};
const failing = { state: 'failing', nextAt: null, progress: 1, missedRuns: 0, problem: null };

/** The progress that is reported over these stored states. */
async function progressOf(states: Readonly<Record<string, unknown>>): Promise<number | null> {
  const store = { syncStates: async () => new Map(Object.entries(states)) };
  return (await readSyncStatus(store, 'one')).progress;
}

describe('progress', () => {
  test('is not all of the history while lists may be missing: the connection was never read whole', async () => {
    expect(await progressOf({ jobs: readList })).toBeLessThan(1);
    expect(await progressOf({ jobs: readList, [connectionState]: { ...failing, lastAt: null } })).toBeLessThan(1);
  });

  test('is all of the history where the connection was read whole', async () => {
    const lastAt = '2026-11-30T08:00:00.000Z';
    expect(await progressOf({ jobs: readList, [connectionState]: { ...failing, lastAt } })).toBe(1);
  });
});

test('a store of a version that kept no instant for each list is whole up to what it says of all of them', () => {
  const stored = { state: 'current', lastAt: '2026-03-01T00:00:00.000Z', nextAt: null, progress: 1, missedRuns: 0 };
  const states = (more: object) =>
    new Map<string, unknown>([[connectionState, { ...stored, answered: null, problem: null, ...more }]]);
  expect(readWhole(states({}))('jobs')).toBe(stored.lastAt);
  expect(readWhole(states({ whole: { other: stored.lastAt } }))('jobs')).toBeNull();
  expect(readWhole(new Map())('jobs')).toBeNull();
});

describe('a process that starts while the vendor cannot even name its lists', () => {
  test('keeps what was reported before: when all was read, how much of it, and what the lists hold besides jobs', async () => {
    const rejected = [{ nativeId: 'odd', reason: 'not-an-object', value: 7 }] as const;
    const world = createSyncWorld(createMovingVendor({ rejected, withoutRun: 3 }));
    fill(world.vendor, world.ago, 20, 10);
    const { lastAt, beside, whole } = await world.open().synchronizer.syncNow('moving', patientCall);
    await world.pass(hourMs);
    world.vendor.isUnreachable = true;
    const restarted = await world.open().synchronizer.syncNow('moving', patientCall);
    expect(restarted).toMatchObject({ state: 'failing', problem: { code: 'source-unreachable' }, progress: 1 });
    expect(restarted).toMatchObject({ lastAt, beside, whole });
    expect(lastAt).toBe(world.ago(0));
  });

  test('was never whole where nothing was read before', async () => {
    const world = createSyncWorld(createMovingVendor({ isUnreachable: true }));
    const status = await world.open().synchronizer.syncNow('moving', patientCall);
    expect(status).toMatchObject({ state: 'failing', lastAt: null, progress: null });
  });

  test('does not take a vendor for up to date that had no list and then stopped answering', async () => {
    const world = createSyncWorld(createMovingVendor({ lists: [] }));
    const { synchronizer } = world.open();
    expect(await synchronizer.syncNow('moving', patientCall)).toMatchObject({ state: 'current', lastAt: world.ago(0) });
    await world.pass(hourMs);
    world.vendor.isUnreachable = true;
    expect(await synchronizer.syncNow('moving', patientCall)).toMatchObject({ state: 'failing', lastAt: world.ago(0) });
  });
});
