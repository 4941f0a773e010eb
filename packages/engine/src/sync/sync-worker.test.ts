import { CrossvaultError } from '@crossvault/core';
import { type MemoryStore, silentLogger } from '@crossvault/testkit';
import { describe, expect, test, vi } from 'vitest';
import { newLeaseOwner } from './lease.ts';
import { connectionState } from './sync-status.ts';
import { createSyncWorker } from './sync-worker.ts';
import { createPartsWorld } from './testing/sync-parts.ts';
import { movingJob } from './testing/sync-world.ts';

const { signal } = new AbortController();

function open(change: (store: MemoryStore) => Partial<MemoryStore> = () => ({})) {
  const world = createPartsWorld();
  const { parts, clock } = world;
  const stop = new AbortController();
  const store = { ...world.store, ...change(world.store) };
  const owner = newLeaseOwner();
  const worker = createSyncWorker({
    source: parts.source,
    store,
    clock,
    logger: silentLogger,
    random: () => 0,
    owner,
    stop: stop.signal,
  });
  world.vendor.jobs.set('one', movingJob('one', new Date(clock.now() - 3_600_000).toISOString()));
  return { ...world, worker, stop, owner };
}
const listRequests = ({ vendor }: Pick<ReturnType<typeof open>, 'vendor'>) =>
  vendor.requests.filter(({ kind }) => kind === 'list').length;

describe('a caller who waits for a sync', () => {
  test('gets the status after a turn that began after the call, and the lease is given back', async () => {
    const world = open();
    expect(await world.worker.now(signal)).toMatchObject({ state: 'current', answered: expect.any(Number) });
    expect(world.store.jobs()).toHaveLength(1);
    await vi.waitFor(async () => expect(await world.store.leaseOwner('sync:moving')).toBeNull());
  });

  test('shares no turn that began before: a second call during a turn gets the next one', async () => {
    const world = open();
    const first = world.worker.now(signal);
    await vi.waitFor(() => expect(listRequests(world)).toBeGreaterThan(0));
    const before = listRequests(world);
    const second = world.worker.now(signal);
    await Promise.all([first, second]);
    expect(listRequests(world)).toBeGreaterThan(before);
  });

  test('reports that another process has the connection', async () => {
    const world = open();
    await world.store.acquireLease({ name: 'sync:moving', owner: 'other' }, 60_000);
    expect(await world.worker.now(signal)).toBeNull();
    expect(world.worker.problem).toBeNull();
  });

  test('gets the fault of the store, which is remembered until a turn succeeds', async () => {
    const fault = new CrossvaultError({ code: 'store-full', message: 'Full.' });
    let failures = 1;
    const world = open((store) => ({
      takeReadingNumber: () => {
        failures -= 1;
        return failures < 0 ? store.takeReadingNumber() : Promise.reject(fault);
      },
    }));
    await expect(world.worker.now(signal)).rejects.toMatchObject({ code: 'store-full' });
    expect(world.worker.problem).toMatchObject({ code: 'store-full' });
    expect(await world.worker.now(signal)).toMatchObject({ state: 'current' });
    expect(world.worker.problem).toBeNull();
  });

  test('who has gone already is not served', () => {
    const world = open();
    expect(() => world.worker.now(AbortSignal.abort(new Error('gone')))).toThrow('gone');
    expect(world.vendor.requests).toEqual([]);
  });
});

describe('a worker that runs', () => {
  test('takes the next turn when it is due, or when it is woken', async () => {
    const world = open();
    const running = world.worker.run();
    await vi.waitFor(() => expect(listRequests(world)).toBe(1));
    await vi.waitFor(async () => expect((await world.store.syncStates('moving')).has(connectionState)).toBe(true));
    const before = listRequests(world);
    world.worker.wake();
    await vi.waitFor(() => expect(listRequests(world)).toBeGreaterThan(before));
    world.stop.abort(new CrossvaultError({ code: 'interrupted', message: 'Enough.' }));
    await running;
    expect(await world.store.leaseOwner('sync:moving')).toBeNull();
  });

  test('that was stopped before it began asks nothing', async () => {
    const world = open();
    world.stop.abort(new CrossvaultError({ code: 'interrupted', message: 'Enough.' }));
    await world.worker.run();
    expect(world.vendor.requests).toEqual([]);
  });
});

describe('turns of a queue', () => {
  test('are taken until none is due, and say how long to wait', async () => {
    const world = open();
    const waitMs = await world.worker.runTurns(signal, async () => null);
    expect(waitMs).toBeGreaterThan(0);
    expect(world.store.jobs()).toHaveLength(1);
  });

  test('are taken once more where another process has asked meanwhile', async () => {
    const world = open();
    await world.worker.runTurns(signal, async () => null);
    const before = listRequests(world);
    const numbers = [null, 99, 0];
    await world.worker.runTurns(signal, async () => numbers.shift() ?? 0);
    expect(listRequests(world) - before).toBeGreaterThanOrEqual(1);
  });

  test('are none of this process while another has the connection', async () => {
    const world = open();
    await world.store.acquireLease({ name: 'sync:moving', owner: 'other' }, 60_000);
    expect(await world.worker.runTurns(signal, async () => null)).toBeNull();
  });

  test('give the lease back once a store that was down is up again', async () => {
    const away = new CrossvaultError({ code: 'store-unavailable', message: 'Away.' });
    const release = vi.fn(async () => Promise.reject(away));
    const world = open((store) => ({
      releaseLease: (claim) => (release.mock.calls.length < 2 ? release() : store.releaseLease(claim)),
    }));
    const turns = world.worker.runTurns(signal, async () => null);
    await vi.waitFor(async () => {
      await world.clock.move(1_000);
      expect(await world.store.leaseOwner('sync:moving')).toBeNull();
      expect(release).toHaveBeenCalledTimes(2);
    });
    expect(await turns).toBeGreaterThan(0);
  });
});
