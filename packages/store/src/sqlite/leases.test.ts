import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reading } from '@crossvault/testkit/store';
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
import { createWriteLanes } from './write-lanes.ts';

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

test('a renewal overtakes every other write that waits, and nothing else does', () => {
  const lanes = createWriteLanes<{ readonly name: 'remapJobs' | 'renewLease' | 'releaseLease' | null }>();
  for (const name of ['remapJobs', 'releaseLease', 'renewLease', 'remapJobs', 'renewLease', null] as const)
    lanes.add({ name });
  const taken: unknown[] = [];
  for (let each = lanes.next(); each !== undefined; each = lanes.next()) taken.push(each.name);
  expect(taken).toEqual(['renewLease', 'renewLease', 'remapJobs', 'releaseLease', 'remapJobs', null]);
});

test('a lease is renewed while a hundred writes wait before it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-leases-'));
  const store = await openSqliteStore({ path: join(folder, 'store.db'), clock: realClock });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  await store.acquireLease(claimOf('mine'), 60_000);
  const ended: string[] = [];
  const note = (name: string) => () => void ended.push(name);
  const writes = Array.from({ length: 100 }, (_, index) =>
    store.putJobs([reading('c', `${index}`)], { lease: claimOf('mine') }).then(note('write')),
  );
  const renewal = store.renewLease(claimOf('mine'), 60_000).then(note('renewal'));
  await Promise.all([...writes, renewal]);
  expect(ended).toHaveLength(101);
  expect(ended.at(-1)).toBe('write');
});
