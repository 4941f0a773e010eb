import { CrossvaultError, type ErrorCode } from '@crossvault/core';
import { goodCondition, type MemoryStore, type MovingVendor, silentLogger } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { createConnectionSync } from './connection-sync.ts';
import { createPartsWorld } from './testing/sync-parts.ts';
import { movingJob } from './testing/sync-world.ts';

/** The sync of one connection by who holds its lease. */
async function open(
  change: Partial<MovingVendor> = {},
  storeChange: (store: MemoryStore) => Partial<MemoryStore> = () => ({}),
) {
  const world = createPartsWorld(change);
  const { source, connector, clock, lease, signal } = world.parts;
  await world.store.acquireLease(lease, 86_400_000);
  const store = { ...world.store, ...storeChange(world.store) };
  const sync = createConnectionSync({ source, connector, store, clock, logger: silentLogger });
  const turn = (all = false) => sync.turn({ lease, signal }, { all, answered: null });
  world.vendor.jobs.set('one', movingJob('one', new Date(clock.now() - 3_600_000).toISOString()));
  return { ...world, turn, source };
}
const listRequests = ({ vendor }: { readonly vendor: MovingVendor }) =>
  vendor.requests.filter(({ kind }) => kind === 'list').length;

describe('a turn', () => {
  test('reads what is new, says when the next is due, and stores how the connection stands', async () => {
    const world = await open();
    const { status, waitMs } = await world.turn();
    expect(status).toMatchObject({ state: 'current', lastAt: '2026-01-15T12:00:00.000Z', progress: 1, problem: null });
    expect(status.nextAt).toBe(new Date(world.clock.now() + waitMs).toISOString());
    expect((await world.store.syncStates('moving')).get('\n')).toEqual(status);
    expect(world.source.health).toMatchObject({ health: 'ok' });
  });

  test('reads a list only when it is due, or when all of them are wanted', async () => {
    const world = await open();
    await world.turn();
    const before = listRequests(world);
    await world.turn();
    expect(listRequests(world)).toBe(before);
    await world.turn(true);
    expect(listRequests(world)).toBeGreaterThan(before);
  });

  test('is followed soon while a job is open', async () => {
    const world = await open();
    expect((await world.turn()).waitMs).toBe(300_000);
    const startedAt = new Date(world.clock.now()).toISOString();
    world.vendor.jobs.set('open', movingJob('open', startedAt, { endedAt: null, status: 'running' }));
    expect((await world.turn(true)).waitMs).toBe(10_000);
  });

  test('waits for as long as the vendor asks to, within bounds', async () => {
    const condition = { ...goodCondition, waitMs: 450_000 };
    expect((await (await open({ condition })).turn()).waitMs).toBe(450_000);
    const long = { ...goodCondition, waitMs: 86_400_000 };
    expect((await (await open({ condition: long })).turn()).waitMs).toBe(600_000);
  });
});

describe('a turn at a vendor in trouble', () => {
  test('is reported, and followed ever later', async () => {
    const world = await open({ isUnreachable: true });
    const waits: number[] = [];
    for (let index = 0; index < 8; index += 1) waits.push((await world.turn(true)).waitMs);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect([waits[0], waits.at(-1)]).toEqual([300_000, 600_000]);
    expect(world.source.health).toMatchObject({ health: 'failing', problem: { code: 'source-unreachable' } });
  });

  test('of which one list of several fails is a part of it, and the others are read', async () => {
    const list = { key: 'jobs', order: 'newest-first', nativeFilters: [] } as const;
    let asked = 0;
    const trouble = () => {
      asked += 1;
      return asked === 1 ? ('error' as const) : null;
    };
    const world = await open({ lists: [list, { ...list, key: 'others' }], trouble });
    const { status } = await world.turn();
    expect(status).toMatchObject({
      state: 'failing',
      lastAt: null,
      problem: { code: 'source-error', source: 'moving' },
    });
    expect(Object.keys(status.whole ?? {})).toHaveLength(1);
    expect(world.source.health.health).toBe('degraded');
    expect(world.store.jobs()).toHaveLength(1);
  });
});

describe('a turn ends', () => {
  test.each<ErrorCode>(['store-full', 'store-unavailable', 'lease-lost'])(
    'with %s of the store: nothing of it could be kept',
    async (code) => {
      const fault = new CrossvaultError({ code, message: 'It is so.' });
      const world = await open({}, () => ({ putJobs: () => Promise.reject(fault) }));
      await expect(world.turn()).rejects.toBe(fault);
      expect(await world.store.syncStates('moving')).toEqual(new Map());
    },
  );

  test('with the process, and its reason', async () => {
    const world = await open();
    world.ending.abort(new CrossvaultError({ code: 'interrupted', message: 'Enough.' }));
    await expect(world.turn()).rejects.toMatchObject({ code: 'interrupted' });
  });
});

test('a list that the vendor no longer names is forgotten, and no longer counts', async () => {
  const list = { key: 'jobs', order: 'newest-first', nativeFilters: [] } as const;
  const world = await open({ lists: [list, { ...list, key: 'others' }] });
  expect(Object.keys((await world.turn()).status.whole ?? {})).toEqual(['jobs', 'others']);
  world.vendor.lists = [list];
  expect(Object.keys((await world.turn(true)).status.whole ?? {})).toEqual(['jobs']);
});
