import type { ProtectedItem } from '@crossvault/core';
import type { ObservedThing } from '@crossvault/core/store';
import { makeItem } from '@crossvault/testkit';
import { absentAt, at, numberAt } from '@crossvault/testkit/store';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { getThing, listThings, markThingGone, markThingsMissed, putThings } from './store-inventory.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

const observed = (nativeId: string, minute: number, fields: Partial<ProtectedItem> = {}): ObservedThing<'item'> => ({
  key: [nativeId],
  thing: makeItem('c', nativeId, fields),
  raw: null,
  tie: {},
  observedAt: at(minute),
  number: numberAt(at(minute)),
});
const put = (...things: readonly ObservedThing<'item'>[]) => putThings(session.db, session.engine, 'item', things);
const get = (nativeId: string) => getThing(session.db, 'item', makeItem('c', nativeId).id);
const list = async (query = {}) =>
  (await listThings(session.db, session.engine, 'item', { query, words: [], after: null, limit: 10 })).map(
    ({ thing }) => thing.nativeId,
  );
const miss = (minute: number, connection = 'c') =>
  markThingsMissed(session.db, session.engine, 'item', { connection, absence: absentAt(minute), lease: undefined });

describe('a reading of an item', () => {
  test('replaces an earlier one, and is not replaced by it', async () => {
    await put(observed('1', 5, { name: 'new' }));
    await put(observed('1', 2, { name: 'old' }));
    expect((await get('1'))?.thing.name).toBe('new');
    await put(observed('1', 9, { name: 'newest' }));
    expect((await get('1'))?.thing.name).toBe('newest');
  });

  test('brings back an item that was gone before it began, and no other', async () => {
    await put(observed('1', 5));
    const absence = absentAt(20);
    await markThingGone(session.db, session.engine, 'item', { id: makeItem('c', '1').id, absence, lease: undefined });
    await put(observed('1', 10));
    expect((await get('1'))?.goneAt).toBe(at(20));
    expect(await list()).toEqual([]);
    await put(observed('1', 30));
    expect((await get('1'))?.goneAt).toBeNull();
    expect(await list()).toEqual(['1']);
  });

  test('under a lost lease is not stored', async () => {
    const lease = { name: 'sync:c', owner: 'me' };
    await expect(putThings(session.db, session.engine, 'item', [observed('1', 5)], lease)).rejects.toMatchObject({
      code: 'lease-lost',
    });
    expect(await get('1')).toBeNull();
  });
});

describe('an item that a pass does not see', () => {
  test('is missed first and gone when the next pass does not see it either', async () => {
    await put(observed('1', 5), observed('2', 15));
    expect(await miss(10)).toEqual({ missed: 1, gone: 0 });
    expect(await list()).toEqual(['1', '2']);
    expect(await miss(12)).toEqual({ missed: 0, gone: 1 });
    expect(await list()).toEqual(['2']);
  });

  test('and that is read in between is only missed', async () => {
    await put(observed('1', 5));
    await miss(10);
    await put(observed('1', 11));
    expect(await miss(12)).toEqual({ missed: 1, gone: 0 });
    expect(await list()).toEqual(['1']);
  });

  test('of another connection stays as it is', async () => {
    await put(observed('1', 5));
    expect(await miss(10, 'd')).toEqual({ missed: 0, gone: 0 });
  });
});

test('a reading that has begun later than the absence keeps the item', async () => {
  await put(observed('1', 30));
  const gone = { id: makeItem('c', '1').id, absence: absentAt(20), lease: undefined };
  expect(await markThingGone(session.db, session.engine, 'item', gone)).toBe(false);
});
