import { type JobLink, type Plan, type ProtectedItem, toJobId } from '@crossvault/core';
import type { ObservedThing, ThingsRequest } from '@crossvault/core/store';
import { describe, expect, test } from 'vitest';
import { makeItem, makePlan } from '../fakes/fake-inventory.ts';
import type { OpenStore } from './open-store.ts';
import { absentAt, at, numberAt, reading } from './readings.ts';

const observedPlan = (nativeId: string, fields: Partial<Plan> = {}, tie: JobLink = {}): ObservedThing<'plan'> => {
  const thing = makePlan('c', nativeId, fields);
  return { key: [nativeId], thing, raw: { id: nativeId }, tie, observedAt: at(100), number: numberAt(at(100)) };
};
const observedItem = (
  nativeId: string,
  fields: Partial<ProtectedItem> = {},
  tie: JobLink = {},
): ObservedThing<'item'> => {
  const thing = makeItem('c', nativeId, fields);
  return { key: [nativeId], thing, raw: { id: nativeId }, tie, observedAt: at(100), number: numberAt(at(100)) };
};

const request = (query: ThingsRequest['query'] = {}, more: Partial<ThingsRequest> = {}): ThingsRequest => ({
  query,
  words: [],
  after: null,
  limit: 100,
  ...more,
});
const planId = (nativeId: string) => toJobId('c', ['plan', nativeId]);
const namesOf = (things: readonly { readonly thing: { readonly nativeId: string } }[]) =>
  things.map(({ thing }) => thing.nativeId);

export function describeInventory(open: OpenStore): void {
  describe('plans and protected items', () => {
    test('come back as they were read, in the order of their names, page by page', async () => {
      const store = await open();
      const plans = ['b', 'A', 'c', 'd'].map((name, index) => observedPlan(`${index}`, { name }));
      await store.putThings('plan', [...plans, observedPlan('aa', { name: null })]);
      await store.putThings('item', [observedItem('i')]);
      expect(await store.getThing('plan', planId('0'))).toEqual({ ...plans[0], dueAt: null, goneAt: null });
      expect(await store.getThing('item', planId('0'))).toBeNull();
      const first = await store.listThings('plan', request({}, { limit: 3 }));
      expect(namesOf(first)).toEqual(['1', 'aa', '0']);
      const after = { name: 'b', id: planId('0') };
      expect(namesOf(await store.listThings('plan', request({}, { after })))).toEqual(['2', '3']);
    });

    test('are filtered by what they are', async () => {
      const store = await open();
      await store.putThings('plan', [
        observedPlan('p1', { name: 'Daily files', enabled: true }),
        observedPlan('p2', { name: 'Weekly', enabled: false }),
        observedPlan('p3', { name: 'Weekly files', enabled: null }),
      ]);
      const plan = { id: 'P1', name: 'Daily files', nextRunAt: null };
      await store.putThings('item', [
        observedItem('i1', { name: 'Share', type: 'file-share', plan }),
        observedItem('i2', { name: 'Machine', protection: 'stopped', tenant: 'Contoso' }),
      ]);
      const plans = async (query: ThingsRequest['query'], words: readonly string[] = []) =>
        namesOf(await store.listThings('plan', request(query, { words })));
      const items = async (query: ThingsRequest['query']) => namesOf(await store.listThings('item', request(query)));
      expect(await plans({ connection: ['c'], vendor: ['fake'] })).toHaveLength(3);
      expect(await plans({ connection: ['x'] })).toEqual([]);
      expect(await plans({ enabled: false })).toEqual(['p2']);
      expect(await plans({ name: ['WEEKLY', 'P1'] })).toEqual(['p1', 'p2']);
      expect(await plans({}, ['fil', 'week'])).toEqual(['p3']);
      expect(await items({ protection: ['stopped', 'error'] })).toEqual(['i2']);
      expect(await items({ type: ['file-share'] })).toEqual(['i1']);
      expect(await items({ plan: ['p1'] })).toEqual(['i1']);
      expect(await items({ plan: ['daily files'] })).toEqual(['i1']);
      expect(await items({ tenant: ['CONTOSO'] })).toEqual(['i2']);
      const ofConnection = request({ tenant: ['Fabrikam'] }, { tenantConnections: ['c'] });
      expect(namesOf(await store.listThings('item', ofConnection))).toEqual(['i1']);
    });

    test('what two passes in a row did not see is gone until it is seen again, whatever the clocks say', async () => {
      const store = await open();
      const [p1, p2] = [observedPlan('p1'), observedPlan('p2')];
      await store.putThings('plan', [p1, p2]);
      // Read by a machine whose clock is an hour behind.
      await store.putThings('plan', [{ ...p2, observedAt: at(40), number: numberAt(at(200)) }]);
      await store.putThings('plan', [
        { ...observedPlan('p2', { name: 'older' }), observedAt: at(300), number: numberAt(at(150)) },
      ]);
      expect(await store.markThingsMissed('plan', 'c', absentAt(199))).toEqual({ missed: 1, gone: 0 });
      expect(namesOf(await store.listThings('plan', request()))).toEqual(['p1', 'p2']);
      expect(await store.markThingsMissed('plan', 'c', absentAt(200))).toEqual({ missed: 0, gone: 1 });
      expect(await store.markThingsMissed('plan', 'c', absentAt(200))).toEqual({ missed: 0, gone: 0 });
      expect(namesOf(await store.listThings('plan', request()))).toEqual(['p2']);
      expect((await store.getThing('plan', planId('p1')))?.goneAt).toBe(at(200));
      expect((await store.getThing('plan', planId('p2')))?.thing.name).toBe('Plan p2');
      await store.putThings('plan', [{ ...p1, number: numberAt(at(160)) }]);
      expect((await store.getThing('plan', planId('p1')))?.goneAt).toBe(at(200));
      await store.putThings('plan', [{ ...p1, number: numberAt(at(300)) }]);
      expect((await store.getThing('plan', planId('p1')))?.goneAt).toBeNull();
      const lease = { name: 'sync:c', owner: 'late' };
      await expect(store.putThings('plan', [], lease)).rejects.toMatchObject({ code: 'lease-lost' });
      await expect(store.markThingsMissed('plan', 'c', absentAt(900), lease)).rejects.toMatchObject({
        code: 'lease-lost',
      });
    });

    test('what was read between two passes that missed it is there', async () => {
      const store = await open();
      const plan = observedPlan('p1');
      await store.putThings('plan', [plan]);
      await store.markThingsMissed('plan', 'c', absentAt(200));
      await store.putThings('plan', [{ ...plan, number: numberAt(at(250)) }]);
      expect(await store.markThingsMissed('plan', 'c', absentAt(300))).toEqual({ missed: 1, gone: 0 });
      expect((await store.getThing('plan', planId('p1')))?.goneAt).toBeNull();
    });

    test("by the vendor's own word one of them is gone at once, unless it was read since", async () => {
      const store = await open();
      await store.putThings('plan', [observedPlan('p1'), observedPlan('p2')]);
      expect(await store.markThingGone('plan', planId('p1'), absentAt(90))).toBe(false);
      expect(await store.markThingGone('plan', planId('p1'), absentAt(200))).toBe(true);
      expect(await store.markThingGone('plan', planId('p1'), absentAt(300))).toBe(false);
      expect(await store.markThingGone('plan', planId('stranger'), absentAt(300))).toBe(false);
      expect(namesOf(await store.listThings('plan', request()))).toEqual(['p2']);
    });

    test('the newest next run that has passed is remembered when another one is named', async () => {
      const store = await open();
      const next = (nextRunAt: string | null, observedAt: string) => ({
        ...observedPlan('p', { nextRunAt }),
        observedAt,
      });
      await store.putThings('plan', [next(at(50), at(10))]);
      expect((await store.getThing('plan', planId('p')))?.dueAt).toBeNull();
      await store.putThings('plan', [next(at(90), at(60))]);
      expect((await store.getThing('plan', planId('p')))?.dueAt).toBe(at(50));
      await store.putThings('plan', [next(null, at(100))]);
      expect((await store.getThing('plan', planId('p')))?.dueAt).toBe(at(90));
    });

    test('runs are tied by id, and by name where no id is named and the name is the only one', async () => {
      const store = await open();
      await store.putThings('plan', [
        observedPlan('p1', { name: 'Daily' }),
        observedPlan('p2', { name: 'Twice' }),
        observedPlan('p3', { name: 'Twice' }),
        observedPlan('p4', { name: 'Twice' }, { list: 'other' }),
      ]);
      const run = (nativeId: string, minute: number, id: string | null, name: string | null, more = {}) =>
        reading('c', nativeId, { startedAt: at(minute), plan: { id, name, nextRunAt: null }, ...more });
      await store.putJobs([
        run('by-id', 1, 'P1', null),
        run('by-name', 2, null, 'daily', { status: 'failed' }),
        run('of-another', 3, 'p9', 'daily'),
        run('snapshot', 4, 'p1', null, { kind: 'snapshot' }),
        run('ambiguous', 5, null, 'Twice'),
        run('of-p2', 6, 'p2', null, { kind: 'copy' }),
      ]);
      const runs = await store.runsOf('plan', ['p1', 'p2', 'p3', 'p4', 'p5'].map(planId));
      expect(runs.get(planId('p1'))).toEqual({
        recent: [
          { id: toJobId('c', ['by-name']), status: 'failed', startedAt: at(2), endedAt: at(10), isSuccess: false },
          { id: toJobId('c', ['by-id']), status: 'succeeded', startedAt: at(1), endedAt: at(10), isSuccess: true },
        ],
        lastSuccessAt: at(10),
      });
      expect(runs.get(planId('p2'))?.recent).toHaveLength(1);
      expect(runs.get(planId('p3'))).toEqual({ recent: [], lastSuccessAt: null });
      expect(runs.get(planId('p4'))?.recent).toEqual([]);
      expect(runs.has(planId('p5'))).toBe(false);
    });

    test('a success over nothing is no success of its plan, nor of anything else', async () => {
      const store = await open();
      await store.putThings('plan', [observedPlan('p1', { name: 'Daily' })]);
      const plan = { id: 'p1', name: 'Daily', nextRunAt: null };
      const empty = { problem: true, anomalies: ['nothing-protected' as const] };
      await store.putJobs([
        reading('c', 'true', { startedAt: at(1), endedAt: at(2), plan }),
        reading('c', 'odd', {
          startedAt: at(3),
          endedAt: at(4),
          plan,
          problem: true,
          anomalies: ['duration-disagrees'],
        }),
        reading('c', 'empty', { startedAt: at(5), endedAt: at(6), plan, ...empty }),
      ]);
      const runs = (await store.runsOf('plan', [planId('p1')])).get(planId('p1'));
      expect(runs?.lastSuccessAt).toBe(at(4));
      expect(runs?.recent.map(({ isSuccess }) => isSuccess)).toEqual([false, true, true]);
      const window = { since: null, startedBefore: null, connections: null };
      expect((await store.summary(window))[0]?.lastSuccessAt).toBe(at(4));
      await store.putJobs([
        reading('c', 'odd', { startedAt: at(3), endedAt: at(4), plan, status: 'failed', observedAt: at(9000) }),
      ]);
      expect((await store.summary(window))[0]?.lastSuccessAt).toBe(at(2));
    });

    test('a name that an item knows by its beginning is followed where one job name begins so, and nothing else may be meant', async () => {
      const store = await open();
      const item = (id: string, tie: JobLink) => observedItem(id, { name: 'db' }, { list: 'jobs', ...tie });
      const target = (name: string) => ({ type: 'database' as const, id: null, name });
      const ranOn = async (id: string) =>
        (await store.runsOf('item', [toJobId('c', ['item', id])])).get(toJobId('c', ['item', id]))?.recent.length;
      await store.putThings('item', [item('i1', { names: ['db [sql-1]'], beginnings: ['DB [sql-1.'] })]);
      await store.putJobs([
        reading('c', 'one', { startedAt: at(1), target: target('db [sql-1.contoso.com]') }),
        reading('c', 'two', { startedAt: at(2), target: target('db [sql-10.contoso.com]') }),
      ]);
      expect(await ranOn('i1')).toBe(1);
      await store.putThings('item', [item('i2', { names: ['db [sql-1.contoso.com]', 'db [sql-1]'] })]);
      expect([await ranOn('i1'), await ranOn('i2')]).toEqual([0, 1]);
      await store.putThings('item', [item('i2', { names: [] })]);
      expect(await ranOn('i1')).toBe(1);
      await store.putJobs([reading('c', 'three', { startedAt: at(3), target: target('db [sql-1.fabrikam.com]') })]);
      expect(await ranOn('i1')).toBe(0);
    });

    test('a name that two items of one list have is followed by neither', async () => {
      const store = await open();
      const item = (id: string) => observedItem(id, { name: 'db' }, { list: 'jobs', names: ['db [sql-1]'] });
      await store.putThings('item', [item('i1'), item('i2')]);
      const target = { type: 'database' as const, id: null, name: 'db [sql-1]' };
      await store.putJobs([reading('c', 'one', { startedAt: at(1), target })]);
      const ids = ['i1', 'i2'].map((id) => toJobId('c', ['item', id]));
      const runs = await store.runsOf('item', ids);
      expect(ids.map((id) => runs.get(id)?.recent)).toEqual([[], []]);
    });

    test('runs of an item are those whose target it is', async () => {
      const store = await open();
      await store.putThings('item', [observedItem('i1', { name: 'Share' })]);
      const target = (id: string | null, name: string) => ({ type: 'file-share' as const, id, name });
      await store.putJobs([
        reading('c', 'one', { startedAt: at(1), target: target('I1', 'x') }),
        reading('c', 'two', { startedAt: at(2), target: target(null, 'share') }),
        reading('c', 'restore', { startedAt: at(3), kind: 'restore', target: target('i1', 'x') }),
        reading('d', 'elsewhere', { startedAt: at(4), target: target('i1', 'x') }),
      ]);
      const id = toJobId('c', ['item', 'i1']);
      const runs = await store.runsOf('item', [id]);
      expect(runs.get(id)?.recent.map((each) => each.startedAt)).toEqual([at(2), at(1)]);
    });
  });
}
