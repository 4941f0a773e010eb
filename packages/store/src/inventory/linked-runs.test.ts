import type { JobLink } from '@crossvault/core';
import type { ObservedThing } from '@crossvault/core/store';
import { makeItem } from '@crossvault/testkit';
import { at, idOf, reading } from '@crossvault/testkit/store';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { runsOf } from './linked-runs.ts';
import { putThings } from './store-inventory.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

const item = (nativeId: string, tie: JobLink = {}): ObservedThing<'item'> => ({
  key: [nativeId],
  thing: makeItem('c', nativeId, { name: `VM ${nativeId}` }),
  raw: null,
  tie,
  observedAt: at(1),
  number: 1,
});
const run = (nativeId: string, minute: number, fields: Parameters<typeof reading>[2] = {}) =>
  reading('c', nativeId, {
    target: { type: 'vm', id: 'i', name: 'VM i' },
    startedAt: at(minute),
    endedAt: at(minute + 1),
    observedAt: at(500),
    ...fields,
  });
async function runs(thing: ObservedThing<'item'> = item('i')) {
  await putThings(session.db, session.engine, 'item', [thing]);
  return (await runsOf(session.db, session.engine, 'item', [thing.thing.id])).get(thing.thing.id);
}

test('runs come newest first, thirty at most, with the last success also behind them', async () => {
  const failed = Array.from({ length: 40 }, (_, index) => run(`f${index}`, 100 + index, { status: 'failed' }));
  await session.put([run('success', 1), ...failed]);
  const found = await runs();
  expect(found?.recent.map(({ id }) => id)).toEqual(failed.map(idOf).toReversed().slice(0, 30));
  expect(found?.lastSuccessAt).toBe(at(2));
});

test('the last success is the one that ended last, not the one that began last', async () => {
  await session.put([run('long', 1, { endedAt: at(90) }), run('short', 5)]);
  expect((await runs())?.lastSuccessAt).toBe(at(90));
});

test('backups count alone; where there is none, copies do', async () => {
  await session.put([run('copy', 9, { kind: 'copy' })]);
  expect((await runs())?.recent.map(({ id }) => id)).toEqual([idOf(run('copy', 9))]);
  await session.put([run('backup', 1), run('restore', 20, { kind: 'restore' })]);
  expect((await runs())?.recent.map(({ id }) => id)).toEqual([idOf(run('backup', 1))]);
});

test('a job is linked by its name only where it has no id, and only in the connection and list of the item', async () => {
  const named = { type: 'vm', id: null, name: 'VM i' } as const;
  const own = run('own', 1, { target: named });
  await session.put([
    own,
    run('of another id', 2, { target: { ...named, id: 'x' } }),
    reading('d', 'elsewhere', { target: named, startedAt: at(3), observedAt: at(500) }),
  ]);
  expect((await runs())?.recent.map(({ id }) => id)).toEqual([idOf(own)]);
  expect((await runs(item('i', { list: 'another list' })))?.recent).toEqual([]);
});

test('an item without jobs has no runs, and one that is not stored is not among the answers', async () => {
  expect(await runs()).toEqual({ recent: [], lastSuccessAt: null });
  expect(await runsOf(session.db, session.engine, 'item', ['unknown'])).toEqual(new Map());
});
