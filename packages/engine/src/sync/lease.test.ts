import { createManualClock, createMemoryStore } from '@crossvault/testkit';
import { expect, test, vi } from 'vitest';
import { newLeaseOwner, takeLease } from './lease.ts';

function openWorld() {
  const clock = createManualClock();
  return { clock, store: createMemoryStore(clock) };
}
const ownerOf = (name: string, hasDied: (name: string) => boolean = () => false) => ({ name, hasDied });

test('one owner holds a lease at a time, and the next gets it when it was given back', async () => {
  const world = openWorld();
  const lease = await takeLease(world, 'sync:a', ownerOf('one'));
  expect(lease?.claim).toEqual({ name: 'sync:a', owner: 'one' });
  expect(await takeLease(world, 'sync:a', ownerOf('two'))).toBeNull();
  expect(await takeLease(world, 'sync:b', ownerOf('two'))).not.toBeNull();
  await lease?.release();
  expect(lease?.signal.aborted).toBe(true);
  expect(await takeLease(world, 'sync:a', ownerOf('two'))).not.toBeNull();
});

test('a lease is renewed for as long as it is held', async () => {
  const world = openWorld();
  const lease = await takeLease(world, 'sync:a', ownerOf('one'));
  for (let minute = 0; minute < 30; minute += 1) await world.clock.move(20_000);
  expect(lease?.signal.aborted).toBe(false);
  expect(await takeLease(world, 'sync:a', ownerOf('two'))).toBeNull();
});

test('a lease that another process has taken meanwhile is lost, and says so', async () => {
  const world = openWorld();
  const lease = await takeLease(world, 'sync:a', ownerOf('one'));
  await world.store.releaseLease({ name: 'sync:a', owner: 'one' });
  await takeLease(world, 'sync:a', ownerOf('two'));
  await world.clock.move(20_000);
  await vi.waitFor(() => expect(lease?.signal.reason).toMatchObject({ code: 'lease-lost' }));
});

test('a store that cannot be reached for a while costs no lease', async () => {
  const world = openWorld();
  const store = { ...world.store, renewLease: () => Promise.reject(new Error('gone')) };
  const lease = await takeLease({ ...world, store }, 'sync:a', ownerOf('one'));
  for (let times = 0; times < 3; times += 1) await world.clock.move(20_000);
  expect(lease?.signal.aborted).toBe(false);
});

test('the lease of a process that is known to be dead is taken at once', async () => {
  const world = openWorld();
  await takeLease(world, 'sync:a', ownerOf('dead'));
  expect(
    await takeLease(
      world,
      'sync:a',
      ownerOf('next', (name) => name === 'other'),
    ),
  ).toBeNull();
  expect(
    await takeLease(
      world,
      'sync:a',
      ownerOf('next', (name) => name === 'dead'),
    ),
  ).not.toBeNull();
});

test('each start of a process is an owner of its own, which takes no other for dead', () => {
  const [one, other] = [newLeaseOwner(), newLeaseOwner()];
  expect(one.name).not.toBe(other.name);
  expect(one.hasDied(other.name)).toBe(false);
});
