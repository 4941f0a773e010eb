import { at, makeOperation } from '@crossvault/testkit/store';
import { sql } from 'kysely';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Engine } from '../database.ts';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import {
  beginOperation,
  findClaim,
  getOperation,
  listOperations,
  nextDueAt,
  putOperation,
  takeDueOperations,
} from './operation-rows.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

const claim = { actor: 'key', key: 'once', bodyHash: 'hash' };
const engineAt = (minute: number): Engine => ({ ...session.engine, nowMs: async () => Date.parse(at(minute)) });
const begin = (id: string, dueMinute: number | null = null, minute = 0) =>
  beginOperation(
    session.db,
    engineAt(minute),
    makeOperation(id, {}, { dueAt: dueMinute === null ? null : at(dueMinute) }),
    null,
  );
const take = async (minute: number, fields = {}) => {
  const request = { connections: ['c'], id: null, now: at(minute), holdUntil: at(minute + 5), limit: 10, ...fields };
  return (await takeDueOperations(session.db, session.engine, request)).map(({ operation }) => operation.id);
};

describe('an operation that begins', () => {
  test('leaves no claim when it cannot be stored', async () => {
    await sql`create trigger full before insert on operations begin select raise(abort, 'no room'); end`.execute(
      session.db,
    );
    await expect(beginOperation(session.db, session.engine, makeOperation('1'), claim)).rejects.toThrow('no room');
    expect(await session.db.selectFrom('claims').selectAll().execute()).toEqual([]);
  });

  test('under a claim that another one has is not stored, and gets the other one', async () => {
    await beginOperation(session.db, session.engine, makeOperation('1'), claim);
    const found = await beginOperation(session.db, session.engine, makeOperation('2'), { ...claim, bodyHash: 'other' });
    expect([found?.bodyHash, found?.stored.operation.id]).toEqual(['hash', '1']);
    expect(await getOperation(session.db, '2')).toBeNull();
  });

  test('is found by a key with a character that no database keeps', async () => {
    await beginOperation(session.db, session.engine, makeOperation('1'), { ...claim, key: 'on\0ce' });
    expect((await findClaim(session.db, 'key', 'on\0ce'))?.stored.operation.id).toBe('1');
  });
});

describe('an operation that is followed', () => {
  test('is taken once when it is due, and again after the time that it is held for', async () => {
    await begin('1', 10);
    expect(await take(9)).toEqual([]);
    expect(await take(10)).toEqual(['1']);
    expect(await take(10)).toEqual([]);
    expect(await take(15)).toEqual(['1']);
  });

  test('is taken by connection, by id and up to a limit, the one that is due longest first', async () => {
    await begin('late', 20);
    await begin('early', 10);
    expect(await take(30, { connections: ['d'] })).toEqual([]);
    expect(await take(30, { id: 'nothing' })).toEqual([]);
    expect(await take(30, { limit: 1 })).toEqual(['early']);
    expect(await take(30, { id: 'late' })).toEqual(['late']);
  });

  test('is due at once when the clock was set back behind the time at which its wait began', async () => {
    await begin('1', 1_010, 1_000);
    expect(await take(1)).toEqual(['1']);
  });

  test('of a version that did not say how long it waits is due when the wait would be longer than any', async () => {
    await begin('1', 30);
    await sql`update operations set wait_ms = null`.execute(session.db);
    expect(await take(20)).toEqual([]);
    expect(await take(9)).toEqual(['1']);
  });

  test('without a next look is never due', async () => {
    await begin('1');
    expect(await take(1_000)).toEqual([]);
    expect(await nextDueAt(session.db, session.engine, ['c'])).toBeNull();
  });
});

test('the next look of some connections is the earliest of theirs', async () => {
  await begin('1', 20);
  await begin('2', 10);
  expect(await nextDueAt(session.db, session.engine, ['c'])).toBe(at(10));
  expect(await nextDueAt(session.db, session.engine, ['d'])).toBeNull();
});

test('of two changes from one version the second is refused', async () => {
  await begin('1');
  const stored = await getOperation(session.db, '1');
  if (stored === null) throw new Error('It was not stored.');
  expect(await putOperation(session.db, session.engine, { ...stored, sender: 'first' })).toBe(true);
  expect(await putOperation(session.db, session.engine, { ...stored, sender: 'second' })).toBe(false);
  expect(await getOperation(session.db, '1')).toMatchObject({ sender: 'first', version: stored.version + 1 });
});

test('a list of some connections counts their operations alone', async () => {
  await begin('1');
  await beginOperation(session.db, session.engine, makeOperation('2', { connection: 'd' }), null);
  await begin('3');
  const all = { before: null, limit: 10, connections: ['c'], statuses: null, targets: null };
  const listed = await listOperations(session.db, session.engine, all);
  expect(listed.map(({ position, operation }) => [position, operation.id])).toEqual([
    [2, '3'],
    [1, '1'],
  ]);
  expect(await listOperations(session.db, session.engine, { ...all, before: 2, statuses: ['accepted'] })).toHaveLength(
    1,
  );
  expect(await listOperations(session.db, session.engine, { ...all, statuses: ['failed'] })).toEqual([]);
});
