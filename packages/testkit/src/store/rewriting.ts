import type { JobStore, TextRecords, TextRewrite } from '@crossvault/core/store';
import { describe, expect, test } from 'vitest';
import { makePlan } from '../fakes/fake-inventory.ts';
import { makeOperation } from './ledger.ts';
import type { OpenStore } from './open-store.ts';
import { absentAt, allChanges, at, idOf, numberAt, readCounts, reading, readStatuses, replay } from './readings.ts';

const lease = { name: 'sync:c', owner: 'mine' };
const secret = 'hunter2';

/** A store whose lease is held, and a rewriting of everything in it that says the secret. */
async function openHeld(open: OpenStore) {
  const store = await open();
  await store.acquireLease(lease, 60_000);
  const read = async (records: TextRecords) =>
    (await store.storedTexts({ records, connection: 'c', after: null, limit: 100 })).texts;
  return {
    store,
    read,
    async rewrite(records: TextRecords, toAfter = (text: string): string | null => text.replaceAll(secret, 'hidden')) {
      const texts = (await read(records)).map((each) => ({ ...each, after: toAfter(each.text) }));
      return { texts, rewritten: await put(store, { records, texts }) };
    },
  };
}

const put = (store: JobStore, rewrite: Pick<TextRewrite, 'records' | 'texts'>) =>
  store.rewriteTexts({ connection: 'c', syncStates: [], ...rewrite }, lease);

const planOf = (nativeId: string, name: string, connection = 'c') => {
  const thing = makePlan(connection, nativeId, { name });
  const raw = { id: nativeId, name };
  return { key: [nativeId], thing, raw, tie: {}, observedAt: at(100), number: numberAt(at(100)) };
};
const ledger = { before: null, limit: 10, connections: null, statuses: null, targets: null };
const things = { query: {}, after: null, limit: 10 };

export function describeRewriting(open: OpenStore): void {
  describe('what was stored before', () => {
    test('an operation is stored otherwise with its next version, and is held and due as it was', async () => {
      const { store, rewrite } = await openHeld(open);
      const leaky = makeOperation('1', { targetName: secret, target: `${secret} job` }, { dueAt: at(1) });
      await store.beginOperation(leaky, null);
      const due = { connections: ['c'], id: null, now: at(3), holdUntil: at(5), limit: 10 };
      const [held] = await store.takeDueOperations(due);
      expect((await rewrite('operations')).rewritten).toBe(1);
      const operation = { ...leaky.operation, targetName: 'hidden', target: 'hidden job' };
      expect(await store.getOperation('1')).toEqual({ ...leaky, operation, version: 2 });
      expect(await store.listOperations({ ...ledger, targets: ['hidden job'] })).toHaveLength(1);
      expect(await store.listOperations({ ...ledger, targets: [`${secret} job`] })).toEqual([]);
      // A process that took it before has the old version, which is no longer accepted.
      expect(held && (await store.putOperation(held))).toBe(false);
      expect(await store.takeDueOperations({ ...due, now: at(4) })).toEqual([]);
      expect(await store.takeDueOperations({ ...due, now: at(6), holdUntil: at(9) })).toHaveLength(1);
    });

    test('what was changed since it was read stays, and a second time changes nothing', async () => {
      const { store, read, rewrite } = await openHeld(open);
      await store.beginOperation(makeOperation('1', { targetName: secret }), null);
      const texts = (await read('operations')).map((each) => ({ ...each, after: each.text.replace(secret, 'x') }));
      await store.putOperation(makeOperation('1', { targetName: 'of another' }));
      expect(await put(store, { records: 'operations', texts })).toBe(0);
      expect(await store.getOperation('1')).toMatchObject({ version: 2, operation: { targetName: 'of another' } });
      await store.putThings('plan', [planOf('p', secret)]);
      const { texts: plans, rewritten } = await rewrite('plan');
      expect(rewritten).toBe(1);
      expect(await put(store, { records: 'plan', texts: plans })).toBe(0);
    });

    test('a line of the audit log keeps its position and everything but its target and its detail', async () => {
      const { store, rewrite } = await openHeld(open);
      const line = {
        at: at(1),
        actor: 'key',
        action: 'run',
        connection: 'c',
        target: secret,
        detail: { said: secret },
      };
      await store.appendAudit(line);
      await store.appendAudit({ ...line, connection: 'd' });
      await store.appendAudit({ ...line, target: null, detail: null });
      expect((await rewrite('audit')).rewritten).toBe(2);
      expect((await store.listAudit(ledger)).map(({ entry }) => entry)).toEqual([
        { ...line, target: null, detail: null },
        { ...line, connection: 'd' },
        { ...line, target: 'hidden', detail: { said: 'hidden' } },
      ]);
    });

    test('a plan is found by its new name alone, and one that is gone stays gone', async () => {
      const { store, rewrite } = await openHeld(open);
      await store.putThings('plan', [planOf('here', `${secret} nightly`), planOf('gone', `${secret} weekly`)]);
      const gone = planOf('gone', '').thing.id;
      await store.markThingGone('plan', gone, absentAt(200));
      expect((await rewrite('plan')).rewritten).toBe(2);
      const find = async (words: readonly string[]) => (await store.listThings('plan', { ...things, words })).length;
      expect([await find([secret]), await find(['hidden', 'nightly'])]).toEqual([0, 1]);
      const named = { ...things, words: [], query: { name: [`${secret} nightly`] } };
      expect(await store.listThings('plan', named)).toEqual([]);
      expect(await store.getThing('plan', gone)).toMatchObject({ goneAt: at(200), raw: { name: 'hidden weekly' } });
    });

    test('a plan that has no text to be stored under goes', async () => {
      const { store, rewrite } = await openHeld(open);
      await store.putThings('plan', [planOf(secret, 'n')]);
      expect((await rewrite('plan', () => null)).rewritten).toBe(1);
      expect(await store.getThing('plan', planOf(secret, 'n').thing.id)).toBeNull();
    });

    test('names of targets that become one keep the newest success', async () => {
      const { store, rewrite } = await openHeld(open);
      const on = (name: string) => ({ target: { type: 'vm', id: null, name } as const });
      await store.putJobs([
        reading('c', '1', { ...on(`${secret}`), endedAt: at(5) }),
        reading('c', '2', { ...on('hidden'), endedAt: at(4) }),
        reading('c', '3', { ...on('zz'), endedAt: at(9) }),
      ]);
      await rewrite('successes');
      const [told] = await store.summary({ since: null, startedBefore: null, connections: null });
      expect(told?.oldestSuccess).toEqual({ target: 'hidden', at: at(5) });
    });

    test('a remapped job whose target is called otherwise leaves no success under the old name', async () => {
      const { store, read } = await openHeld(open);
      const leaky = reading('c', '1', { target: { type: 'vm', id: null, name: secret } });
      await store.putJobs([leaky]);
      const { record } = leaky;
      const list = { ...record, job: { ...record.job, target: { type: 'vm', id: null, name: 'hidden' } as const } };
      await store.remapJobs([{ id: idOf(leaky), list, full: null, mapperVersion: 2 }], lease);
      expect(await read('successes')).toEqual([{ place: 'hidden', text: 'hidden' }]);
      expect(await store.check()).toEqual([]);
    });

    test('an id in the feed becomes one that names nothing, the same in all changes of its job', async () => {
      const { store, rewrite } = await openHeld(open);
      const job = (status: 'running' | 'failed', minute: number) =>
        reading('c', 'a', { status, observedAt: at(minute) });
      await store.putJobs([job('running', 1), reading('c', 'b')]);
      await store.putJobs([job('failed', 2)]);
      const id = idOf(job('failed', 2));
      const { rewritten } = await rewrite('changes', (text) => (text === id ? null : text));
      expect(rewritten).toBeGreaterThan(0);
      const { changes } = await store.changes(allChanges);
      expect(changes.map((change) => change.id)).not.toContain(id);
      expect([...(await replay(store)).values()].toSorted()).toEqual(['failed', 'succeeded']);
    });

    test('a job with a secret in its id is deleted, and the feed shows it', async () => {
      const { store } = await openHeld(open);
      const open1 = reading('c', 'seen open', { status: 'running', observedAt: at(1) });
      const job = reading('c', secret, { status: 'failed', observedAt: at(2) }, { knownAs: idOf(open1) });
      await store.putJobs([open1, reading('c', 'other')]);
      await store.putJobs([job]);
      const hidden = { id: idOf(open1), list: null, full: null, mapperVersion: 2, hasSecretId: true };
      expect(await store.remapJobs([hidden], lease)).toBe(1);
      expect(await store.getJob(idOf(open1))).toBeNull();
      expect(await store.getJob(idOf(job))).toBeNull();
      const { kept, counted } = await readCounts(store);
      expect(kept).toEqual(counted);
      const { changes } = await store.changes(allChanges);
      expect(changes.map(({ id }) => id)).not.toContain(idOf(open1));
      expect(await replay(store)).toEqual(await readStatuses(store));
      expect(await store.remapJobs([hidden], lease)).toBe(0);
    });

    test('is read page by page, whatever lies at other connections in between', async () => {
      const { store } = await openHeld(open);
      for (const [index, connection] of ['c', 'd', 'd', 'd', 'c'].entries()) {
        await store.putThings('plan', [planOf(`${index}`, 'n', connection)]);
        await store.appendAudit({ at: at(1), actor: 'a', action: 'run', connection, target: 't', detail: index });
        await store.putJobs([reading(connection, `${index}`)]);
        await store.beginOperation(makeOperation(`${index}`, { connection }), null);
      }
      for (const records of ['plan', 'audit', 'changes', 'operations'] as const) {
        let [found, pages, after]: [number, number, string | null] = [0, 0, null];
        do {
          const page: Awaited<ReturnType<JobStore['storedTexts']>> = await store.storedTexts({
            records,
            connection: 'c',
            after,
            limit: 2,
          });
          [found, pages, after] = [found + page.texts.length, pages + 1, page.next];
        } while (after !== null);
        expect([records, found, pages]).toEqual([records, 2, 3]);
      }
    });

    test('is stored otherwise under the lease alone, together with how far one is', async () => {
      const { store, read } = await openHeld(open);
      await store.putThings('plan', [planOf('p', secret)]);
      const texts = (await read('plan')).map((each) => ({ ...each, after: each.text.replaceAll(secret, 'x') }));
      const rewrite = {
        records: 'plan' as const,
        connection: 'c',
        texts,
        syncStates: [{ connection: 'c', list: 'far', state: { at: 1 } }],
      };
      await expect(store.rewriteTexts(rewrite, { ...lease, owner: 'late' })).rejects.toMatchObject({
        code: 'lease-lost',
      });
      expect(await read('plan')).toHaveLength(1);
      expect((await store.getThing('plan', planOf('p', '').thing.id))?.thing.name).toBe(secret);
      expect(await store.rewriteTexts(rewrite, lease)).toBe(1);
      expect(await store.syncStates('c')).toEqual(new Map([['far', { at: 1 }]]));
    });
  });
}
