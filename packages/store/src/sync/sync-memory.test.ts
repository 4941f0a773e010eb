import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Engine } from '../database.ts';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import {
  acquireLease,
  readLeaseOwner,
  readSyncStates,
  releaseLease,
  renewLease,
  requireLease,
  writeSyncStates,
} from './sync-memory.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

/** The same database at another time, or after a restart of the machine. */
const engineAt = (ms: number, boot = 'b'): Engine => ({ ...session.engine, leaseTime: async () => ({ boot, ms }) });
const [me, other] = [
  { name: 'sync:c', owner: 'me' },
  { name: 'sync:c', owner: 'other' },
];
const minuteMs = 60_000;

describe('a lease', () => {
  test('is held by one owner, who may take it again, until its time is over', async () => {
    const { db } = session;
    expect(await acquireLease(db, engineAt(0), me, minuteMs)).toBe(true);
    expect(await acquireLease(db, engineAt(1), other, minuteMs)).toBe(false);
    expect(await acquireLease(db, engineAt(1), me, minuteMs)).toBe(true);
    expect(await readLeaseOwner(db, engineAt(minuteMs), 'sync:c')).toBe('me');
    expect(await readLeaseOwner(db, engineAt(minuteMs + 1), 'sync:c')).toBeNull();
    expect(await acquireLease(db, engineAt(minuteMs + 1), other, minuteMs)).toBe(true);
  });

  test('is no longer required of its owner when its time is over', async () => {
    const { db } = session;
    await acquireLease(db, engineAt(0), me, minuteMs);
    await requireLease(db, engineAt(minuteMs - 1), me);
    await expect(requireLease(db, engineAt(minuteMs), me)).rejects.toMatchObject({ code: 'lease-lost' });
    await expect(requireLease(db, engineAt(1), other)).rejects.toMatchObject({ code: 'lease-lost' });
  });

  test('is renewed by its owner even after it lapsed, unless another one has taken it', async () => {
    const { db } = session;
    await acquireLease(db, engineAt(0), me, minuteMs);
    expect(await renewLease(db, engineAt(2 * minuteMs), me, minuteMs)).toBe(true);
    await acquireLease(db, engineAt(4 * minuteMs), other, minuteMs);
    expect(await renewLease(db, engineAt(4 * minuteMs), me, minuteMs)).toBe(false);
  });

  test('has lapsed when the machine was started again, or its clock was set back', async () => {
    const { db } = session;
    await acquireLease(db, engineAt(1_000_000), me, minuteMs);
    expect(await readLeaseOwner(db, engineAt(1_000_000, 'another boot'), 'sync:c')).toBeNull();
    expect(await readLeaseOwner(db, engineAt(1_000), 'sync:c')).toBeNull();
    expect(await acquireLease(db, engineAt(1_000), other, minuteMs)).toBe(true);
  });

  test('lasts ten minutes at most, whatever is asked for', async () => {
    const { db } = session;
    await acquireLease(db, engineAt(0), me, 24 * 60 * minuteMs);
    expect(await readLeaseOwner(db, engineAt(10 * minuteMs), 'sync:c')).toBeNull();
  });

  test('is released by its owner alone', async () => {
    const { db } = session;
    await acquireLease(db, engineAt(0), me, minuteMs);
    await releaseLease(db, other);
    expect(await readLeaseOwner(db, engineAt(1), 'sync:c')).toBe('me');
    await releaseLease(db, me);
    expect(await readLeaseOwner(db, engineAt(1), 'sync:c')).toBeNull();
  });
});

describe('states of lists', () => {
  const write = (list: string, state: unknown) =>
    writeSyncStates(session.db, session.engine, [{ connection: 'c', list, state }]);

  test('are replaced, and deleted by null', async () => {
    await write('jobs', { cursor: 1 });
    await write('jobs', { cursor: 2 });
    await write('plans', 'text');
    expect(await readSyncStates(session.db, 'c')).toEqual(
      new Map<string, unknown>([
        ['jobs', { cursor: 2 }],
        ['plans', 'text'],
      ]),
    );
    await write('jobs', null);
    await write('plans', undefined);
    expect(await readSyncStates(session.db, 'c')).toEqual(new Map());
  });

  test('of one connection are not those of another', async () => {
    await write('jobs', 1);
    expect(await readSyncStates(session.db, 'd')).toEqual(new Map());
  });
});
