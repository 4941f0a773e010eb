import type { AgedRecords, JobStore } from '@crossvault/core/store';
import { describe, expect, test } from 'vitest';
import { makeOperation } from './ledger.ts';
import type { OpenStore } from './open-store.ts';
import { absentAt, allChanges, at, reading } from './readings.ts';

const prune = (store: JobStore, records: AgedRecords, before: string, limit = 100) =>
  store.deleteAged({ records, before, limit });

const everything = '2100-01-01T00:00:00.000Z';

export function describeRetention(open: OpenStore): void {
  describe('what is deleted for its age', () => {
    test('of the feed is its oldest part, and a reader before what is kept learns where to continue', async () => {
      const store = await open();
      for (const minute of [1, 2, 3, 4]) await store.putJobs([reading('c', `${minute}`, { observedAt: at(minute) })]);
      const { changes, next } = await store.changes(allChanges);
      const [first, second, third, fourth] = changes.map(({ cursor }) => cursor);
      expect(await prune(store, 'changes', at(3), 1)).toBe(1);
      expect(await prune(store, 'changes', at(3))).toBe(1);
      expect(await prune(store, 'changes', at(3))).toBe(0);
      const gone = { code: 'cursor-expired', message: expect.stringContaining(next) };
      await expect(store.changes({ ...allChanges, after: first ?? '' })).rejects.toMatchObject(gone);
      for (const after of [allChanges.after, second ?? '']) {
        const kept = await store.changes({ ...allChanges, after });
        expect(kept.changes.map(({ cursor }) => cursor)).toEqual([third, fourth]);
      }
      // The last one that was deleted is known by its mark as well.
      await expect(
        store.changes({ ...allChanges, after: `${changes[1]?.position}-aaaaaaaaaaaa` }),
      ).rejects.toMatchObject({ code: 'cursor-expired' });
      expect(await prune(store, 'changes', everything)).toBe(2);
      expect(await store.changes({ ...allChanges, after: next })).toEqual({ changes: [], next, more: false });
      expect(await store.lastChange()).toBe(next);
    });

    test('of operations is none that is still followed, and the key of one that is deleted is free', async () => {
      const store = await open();
      const over = { phase: 'over', phaseAt: at(1) } as const;
      const claim = (key: string) => ({ actor: 'a', key, bodyHash: 'h' });
      await store.beginOperation(makeOperation('followed', {}, { dueAt: at(5) }), claim('followed'));
      await store.beginOperation(makeOperation('held', {}, { ...over, dueAt: at(5) }), claim('held'));
      await store.beginOperation(makeOperation('old', { status: 'done' }, over), claim('old'));
      await store.beginOperation(makeOperation('new', { status: 'done' }, { ...over, phaseAt: at(9) }), claim('new'));
      expect(await prune(store, 'operations', at(5))).toBe(1);
      expect(await store.getOperation('old')).toBeNull();
      expect(await store.beginOperation(makeOperation('again'), claim('old'))).toBeNull();
      for (const id of ['followed', 'held', 'new']) {
        expect((await store.findClaim('a', id))?.stored.operation.id).toBe(id);
      }
    });

    test('of the audit log is its oldest part', async () => {
      const store = await open();
      const entry = { actor: 'key', action: 'run', connection: 'c', target: null, detail: null };
      for (const minute of [1, 2, 3]) await store.appendAudit({ ...entry, at: at(minute) });
      expect(await prune(store, 'audit', at(3))).toBe(2);
      const left = await store.listAudit({ before: null, limit: 10, connections: null });
      expect(left.map((line) => line.entry.at)).toEqual([at(3)]);
    });

    test('of last successes is none whose target still has a job', async () => {
      const store = await open();
      const on = (name: string) => ({ type: 'vm', id: null, name }) as const;
      const ended = (name: string, minute: number) =>
        reading('c', name, { target: on(name), endedAt: at(minute), observedAt: at(minute) });
      const { outcomes } = await store.putJobs([ended('Gone', 1), ended('Kept', 2)]);
      await store.markGone([outcomes[0]?.id ?? ''], absentAt(9));
      await store.deleteOlderThan({ connection: 'c', before: at(60), onlyGone: true, limit: 10 });
      expect(await prune(store, 'successes', at(60))).toBe(1);
      const [summary] = await store.summary({ since: null, startedBefore: null, connections: null });
      expect(summary?.oldestSuccess).toEqual({ target: 'Kept', at: at(2) });
    });

    test('of what a sync remembers is that of connections that none syncs any more', async () => {
      const store = await open();
      await store.putSyncStates([{ connection: 'c', list: 'l', state: { a: 1 } }]);
      expect(await prune(store, 'syncStates', at(1))).toBe(0);
      expect(await prune(store, 'syncStates', everything)).toBe(1);
      expect((await store.syncStates('c')).size).toBe(0);
    });
  });
}
