import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at, reading } from '@crossvault/testkit/store';
import { Kysely } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { LeaseTime } from '../database.ts';
import type { Tables } from '../schema/schema.ts';
import { createReads } from '../store-calls.ts';
import { realClock } from '../testing/real-clock.ts';
import { makeFile } from './database-file.ts';
import { readMachineTime } from './machine-time.ts';
import { openFile } from './node-sqlite-dialect.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import { createSqliteEngine } from './sqlite-engine.ts';
import { createSqliteWrites } from './sqlite-writes.ts';

const dayMs = 86_400_000;
const claimOf = (owner: string) => ({ name: 'sync:c', owner });

/** A store whose wall clock and whose machine a test sets. */
async function openLeases(boot: string) {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-leases-'));
  makeFile(join(folder, 'store.db'));
  const { dialect, file } = openFile(join(folder, 'store.db'), 'writer');
  onTestFinished(async () => {
    file.close();
    await rm(folder, { recursive: true });
  });
  const time = { wallMs: Date.parse('2026-03-02T12:00:00.000Z'), upMs: 5_000, boot };
  const leaseTime = (): LeaseTime => ({ boot: time.boot, ms: time.boot === '' ? time.wallMs : time.upMs });
  const engine = createSqliteEngine(folder, file, { nowMs: () => time.wallMs, leaseTime });
  const session = { db: new Kysely<Tables>({ dialect }), engine, location: folder };
  const store = { ...createReads(session), ...createSqliteWrites(session) };
  await store.migrate();
  const pass = (ms: number): void => {
    time.wallMs += ms;
    time.upMs += ms;
  };
  return { store, time, pass };
}

test.each([dayMs, -dayMs])(
  'a wall clock that is set by %d ms keeps no dead lease and loses no living one',
  async (ms) => {
    const { store, time, pass } = await openLeases('boot 1');
    expect(await store.acquireLease(claimOf('mine'), 60_000)).toBe(true);
    time.wallMs += ms;
    expect(await store.acquireLease(claimOf('theirs'), 60_000)).toBe(false);
    await store.putSyncStates([], claimOf('mine'));
    pass(60_000);
    expect(await store.leaseOwner('sync:c')).toBeNull();
    expect(await store.acquireLease(claimOf('theirs'), 60_000)).toBe(true);
  },
);

test('a lease from before a restart of the machine has no owner', async () => {
  const { store, time } = await openLeases('boot 1');
  expect(await store.acquireLease(claimOf('mine'), 60_000)).toBe(true);
  time.boot = 'boot 2';
  time.upMs = 10;
  expect(await store.leaseOwner('sync:c')).toBeNull();
  expect(await store.acquireLease(claimOf('theirs'), 60_000)).toBe(true);
});

test('where leases go by the wall clock, one that ends implausibly late has lapsed', async () => {
  const { store, time } = await openLeases('');
  expect(await store.acquireLease(claimOf('dead'), 60_000)).toBe(true);
  time.wallMs -= dayMs;
  expect(await store.acquireLease(claimOf('next'), 60_000)).toBe(true);
});

test('a machine without an id of its start has leases go by the wall clock', () => {
  const time = readMachineTime(() => {
    throw new Error('There is no such file.');
  });
  expect(time.leaseTime().boot).toBe('');
  expect(readMachineTime(() => 'an-id\n').leaseTime().boot).toBe('an-id');
});

/** A file whose lease `mine` is held, and the order in which its calls end. */
async function openBusyStore() {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-leases-'));
  const store = await openSqliteStore({ path: join(folder, 'store.db'), clock: realClock });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  await store.acquireLease(claimOf('mine'), 60_000);
  const ended: string[] = [];
  const note = (name: string) => () => void ended.push(name);
  return { store, ended, note };
}

test('a lease is renewed while a hundred writes wait before it', async () => {
  const { store, ended, note } = await openBusyStore();
  const writes = Array.from({ length: 100 }, (_, index) =>
    store.putJobs([reading('c', `${index}`)], { lease: claimOf('mine') }).then(note('write')),
  );
  const renewal = store.renewLease(claimOf('mine'), 60_000).then(note('renewal'));
  await Promise.all([...writes, renewal]);
  expect(ended).toHaveLength(101);
  expect(ended.at(-1)).toBe('write');
});

test('a lease is renewed between the steps of one long deletion', async () => {
  const { store, ended, note } = await openBusyStore();
  const old = Array.from({ length: 1_000 }, (_, index) =>
    reading('c', `${index}`, { startedAt: at(1), endedAt: at(2) }),
  );
  await store.putJobs(old);
  const request = { connection: 'c', before: at(3), onlyGone: false, limit: 10_000 };
  const deletion = store.deleteOlderThan(request, claimOf('mine'));
  await Promise.all([deletion.then(note('deletion')), store.renewLease(claimOf('mine'), 60_000).then(note('renewal'))]);
  expect([await deletion, ended]).toEqual([1_000, ['renewal', 'deletion']]);
});
