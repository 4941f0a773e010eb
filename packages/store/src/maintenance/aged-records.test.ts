import { makeItem } from '@crossvault/testkit';
import { absentAt, at, makeOperation, reading } from '@crossvault/testkit/store';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { markThingGone, putThings } from '../inventory/store-inventory.ts';
import { appendAudit } from '../ledger/audit-rows.ts';
import { beginOperation } from '../ledger/operation-rows.ts';
import { writeSyncStates } from '../sync/sync-memory.ts';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { deleteAged } from './aged-records.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

type Request = Parameters<typeof deleteAged>[2];
const prune = (records: Request['records'], before: string, limit = 10) =>
  deleteAged(session.db, session.engine, { records, before, limit });

test('audit entries go from the beginning on, up to the first one that is kept', async () => {
  const entry = { actor: 'a', action: 'x', connection: null, target: null, detail: null };
  for (const minute of [1, 9, 2]) await appendAudit(session.db, { ...entry, at: at(minute) });
  expect(await prune('audit', at(5))).toBe(1);
  expect(await prune('audit', at(5))).toBe(0);
});

test('operations that are over go with their keys; one that is looked at again stays', async () => {
  const over = { phase: 'over', phaseAt: at(1) } as const;
  const claim = (key: string) => ({ actor: 'a', key, bodyHash: 'h' });
  const begin = (id: string, fields: Parameters<typeof makeOperation>[2]) =>
    beginOperation(session.db, session.engine, makeOperation(id, {}, fields), claim(id));
  await begin('old', over);
  await begin('young', { ...over, phaseAt: at(9) });
  await begin('due', { ...over, dueAt: at(3) });
  await begin('followed', {});
  expect(await prune('operations', at(5))).toBe(1);
  const kept = await session.db.selectFrom('claims').select('key').orderBy('key').execute();
  expect(kept.map(({ key }) => key)).toEqual(['due', 'followed', 'young']);
});

test('a success goes when no job of its target is left', async () => {
  const target = (name: string) => ({ type: 'vm', id: null, name }) as const;
  await session.put([
    reading('c', '1', { target: target('kept'), endedAt: at(1) }),
    reading('c', '2', { target: target('gone'), endedAt: at(1) }),
    reading('c', '3', { target: null, endedAt: at(1) }),
  ]);
  await session.engine.removeRows(session.db, [2]);
  expect(await prune('successes', at(5))).toBe(1);
  const kept = await session.db.selectFrom('successes').select('target').orderBy('target').execute();
  expect(kept.map((row) => row.target)).toEqual(['', 'kept']);
});

test('plans and items go when they have been gone for so long', async () => {
  const thing = makeItem('c', 'i');
  await putThings(session.db, session.engine, 'item', [
    { key: ['i'], thing, raw: null, tie: {}, observedAt: at(1), number: 1 },
  ]);
  expect(await prune('inventory', at(500))).toBe(0);
  await markThingGone(session.db, session.engine, 'item', { id: thing.id, absence: absentAt(20), lease: undefined });
  expect(await prune('inventory', at(20))).toBe(0);
  expect(await prune('inventory', at(21))).toBe(1);
});

test('the states of a connection go together, and none while one of them is still written', async () => {
  const write = (connection: string, list: string, minute: number) =>
    writeSyncStates(session.db, { ...session.engine, nowMs: async () => Date.parse(at(minute)) }, [
      { connection, list, state: 1 },
    ]);
  await write('idle', 'jobs', 1);
  await write('idle', 'plans', 2);
  await write('synced', 'jobs', 1);
  await write('synced', 'plans', 9);
  expect(await prune('syncStates', at(5))).toBe(1);
  const kept = await session.db.selectFrom('sync_states').select('connection').execute();
  expect(kept.map(({ connection }) => connection)).toEqual(['synced', 'synced']);
});

test('changes go without a gap, and the last one that went is remembered with its mark', async () => {
  for (const minute of [1, 2, 9]) await session.put([reading('c', `${minute}`, { observedAt: at(minute) })]);
  const second = await session.db.selectFrom('changes').select('mark').where('position', '=', 2).executeTakeFirst();
  expect(await prune('changes', at(5))).toBe(2);
  expect(await session.db.selectFrom('feed_bounds').selectAll().execute()).toMatchObject([
    { deleted_to: 2, deleted_mark: second?.mark },
  ]);
});
