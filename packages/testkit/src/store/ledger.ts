import type { Operation } from '@crossvault/core';
import type { StoredOperation } from '@crossvault/core/store';
import { describe, expect, test } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { at } from './readings.ts';

export function makeOperation(
  id: string,
  fields: Partial<Operation> = {},
  more: Partial<StoredOperation> = {},
): StoredOperation {
  const target = { kind: 'job', nativeId: 'n', name: 'ü' } as const;
  return {
    operation: {
      id,
      connection: 'c',
      action: 'cancel',
      target: 'job',
      status: 'accepted',
      jobs: [],
      outcome: null,
      startedAt: at(1),
      endedAt: null,
      retryAfterSeconds: null,
      error: null,
      links: {},
      ...fields,
    },
    intent: { action: 'cancel', target, requestId: id, at: at(1), facts: { etag: '"1"' } },
    phase: 'following',
    phaseAt: at(1),
    sender: 'me',
    tracking: { url: 'x' },
    endedJobs: [],
    looks: 0,
    failures: 0,
    dueAt: null,
    version: 1,
    ...more,
  };
}

const claim = { actor: 'key', key: 'once', bodyHash: 'hash' };
const all = { before: null, limit: 10, connections: null, statuses: null, targets: null };
const idsOf = (found: readonly Pick<StoredOperation, 'operation'>[]) => found.map((each) => each.operation.id);

export function describeLedger(open: OpenStore): void {
  describe('operations', () => {
    test('are stored by id, changed only with their current version, and listed newest first', async () => {
      const store = await open();
      await store.beginOperation(makeOperation('1'), null);
      await store.beginOperation(makeOperation('2', { connection: 'd', status: 'running' }), null);
      const done = makeOperation('1', { status: 'done', target: 'other' });
      expect(await store.putOperation(done)).toBe(true);
      expect(await store.putOperation(makeOperation('1', { status: 'failed' }))).toBe(false);
      expect(await store.putOperation(makeOperation('3'))).toBe(false);
      expect(await store.getOperation('1')).toEqual({ ...done, version: 2 });
      expect(await store.getOperation('3')).toBeNull();
      const listed = await store.listOperations(all);
      expect(idsOf(listed)).toEqual(['2', '1']);
      expect(idsOf(await store.listOperations({ ...all, before: listed[0]?.position ?? 0 }))).toEqual(['1']);
      expect(idsOf(await store.listOperations({ ...all, connections: ['d'] }))).toEqual(['2']);
      expect(idsOf(await store.listOperations({ ...all, statuses: ['done', 'failed'] }))).toEqual(['1']);
      expect(idsOf(await store.listOperations({ ...all, targets: ['job'] }))).toEqual(['2']);
    });

    test('of fifty that begin at once under one key one is stored, and all others get it', async () => {
      const store = await open();
      const begun = await Promise.all(
        Array.from({ length: 50 }, (_, index) => store.beginOperation(makeOperation(`${index}`), claim)),
      );
      const [listed] = await store.listOperations(all);
      const id = listed?.operation.id ?? '';
      expect(await store.listOperations(all)).toHaveLength(1);
      expect(begun.filter((found) => found === null)).toHaveLength(1);
      expect(new Set(begun.flatMap((found) => found?.stored.operation.id ?? []))).toEqual(new Set([id]));
      expect(await store.findClaim('key', 'once')).toEqual({ bodyHash: 'hash', stored: makeOperation(id) });
      expect(await store.findClaim('other', 'once')).toBeNull();
      await store.freeClaim(id);
      expect(await store.findClaim('key', 'once')).toBeNull();
      expect(await store.beginOperation(makeOperation('again'), claim)).toBeNull();
    });

    test('are handed out when they are due, to one at a time', async () => {
      const store = await open();
      await store.beginOperation(makeOperation('late', {}, { dueAt: at(2) }), null);
      await store.beginOperation(makeOperation('early', {}, { dueAt: at(1) }), null);
      await store.beginOperation(makeOperation('foreign', { connection: 'd' }, { dueAt: at(1) }), null);
      await store.beginOperation(makeOperation('over'), null);
      expect(await store.nextDueAt(['c'])).toBe(at(1));
      expect(await store.nextDueAt(['x'])).toBeNull();
      const request = { connections: ['c'], id: null, now: at(3), holdUntil: at(5), limit: 10 };
      const taken = await Promise.all([1, 2, 3].map(() => store.takeDueOperations(request)));
      expect(taken.flatMap(idsOf).toSorted()).toEqual(['early', 'late']);
      expect(await store.takeDueOperations({ ...request, now: at(4) })).toEqual([]);
      // The process that took them has died.
      const again = await store.takeDueOperations({ ...request, now: at(6), holdUntil: at(9), id: 'late' });
      expect(idsOf(again)).toEqual(['late']);
      expect(await store.putOperation({ ...makeOperation('late'), dueAt: null })).toBe(true);
      expect(idsOf(await store.takeDueOperations({ ...request, now: at(20), holdUntil: at(30) }))).toEqual(['early']);
    });
  });

  test('an operation waits no longer than it had to when it was stored, whatever becomes of the clock', async () => {
    const store = await open();
    const nowMs = await store.nowMs();
    const instant = (ms: number): string => new Date(nowMs + ms).toISOString();
    const [hourMs, dayMs] = [3_600_000, 86_400_000];
    await store.beginOperation(makeOperation('1', {}, { dueAt: instant(hourMs) }), null);
    const request = { connections: ['c'], id: null, limit: 10 };
    const take = (atMs: number) =>
      store.takeDueOperations({ ...request, now: instant(atMs), holdUntil: instant(atMs + 90_000) });
    expect(await take(60_000)).toEqual([]);
    // The clock was set back by a day, and once more while it was held.
    expect(idsOf(await take(-dayMs))).toEqual(['1']);
    expect(await take(-dayMs + 60_000)).toEqual([]);
    expect(idsOf(await take(-2 * dayMs))).toEqual(['1']);
  });

  test('lines of the audit are kept for good', async () => {
    const store = await open();
    const entry = { at: at(1), actor: 'key', action: 'cancel', connection: 'c', target: 'job', detail: { a: [1] } };
    await store.appendAudit(entry);
    await store.appendAudit({ ...entry, connection: null, target: null, detail: null });
    const request = { before: null, limit: 10, connections: null };
    const [newest, oldest] = await store.listAudit(request);
    expect([newest?.entry.detail, oldest?.entry]).toEqual([null, entry]);
    expect(await store.listAudit({ ...request, before: newest?.position ?? 0, connections: ['c'] })).toEqual([
      { ...oldest, position: 1 },
    ]);
  });

  test('positions in the ledgers count what lies at the connections that are asked for, and nothing else', async () => {
    const store = await open();
    const entry = { at: at(1), actor: 'key', action: 'cancel', target: null, detail: null };
    const own = { before: null, limit: 10, connections: ['c'] };
    const readPlaces = async () => ({
      audit: (await store.listAudit(own)).map(({ position }) => position),
      behind: (await store.listAudit({ ...own, before: 2 })).map(({ position }) => position),
    });
    await store.appendAudit({ ...entry, connection: 'c' });
    for (const connection of ['d', 'd', null]) await store.appendAudit({ ...entry, connection });
    await store.appendAudit({ ...entry, connection: 'c' });
    expect(await readPlaces()).toEqual({ audit: [2, 1], behind: [1] });
    for (const connection of ['d', null]) await store.appendAudit({ ...entry, connection });
    expect(await readPlaces()).toEqual({ audit: [2, 1], behind: [1] });
  });
}
