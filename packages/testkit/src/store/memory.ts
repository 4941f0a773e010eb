import { describe, expect, test } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { absentAt, at, idOf, reading } from './readings.ts';

export function describeMemory(open: OpenStore): void {
  describe('what a sync remembers', () => {
    test('comes back as it was, list by list, and is stored together with its jobs or not at all', async () => {
      const store = await open();
      const state = { watermark: at(3), open: ['a', 'ü'], pages: 2 };
      await store.putJobs([reading('c', '1')], { syncStates: [{ connection: 'c', list: 'jobs', state }] });
      await store.putSyncStates([{ connection: 'c', list: '', state: { lastAt: at(4) } }]);
      expect(await store.syncStates('c')).toEqual(
        new Map<string, unknown>([
          ['jobs', state],
          ['', { lastAt: at(4) }],
        ]),
      );
      const lease = { name: 'sync:c', owner: 'late' };
      const late = { connection: 'c', list: 'jobs', state: { watermark: at(0) } };
      await expect(store.putJobs([], { lease, syncStates: [late] })).rejects.toMatchObject({ code: 'lease-lost' });
      await expect(store.putSyncStates([late], lease)).rejects.toMatchObject({ code: 'lease-lost' });
      await store.putSyncStates([{ connection: 'c', list: '', state: null }]);
      expect(await store.syncStates('c')).toEqual(new Map([['jobs', state]]));
      expect(await store.syncStates('d')).toEqual(new Map());
    });

    test('has a version, as jobs have one: another one after every change, of the connection that was changed alone', async () => {
      const store = await open();
      const versionsOf = async (connection: string) => (await store.dataVersions()).get(connection);
      expect(await versionsOf('c')).toBeUndefined();
      const put = reading('c', '1');
      await store.putJobs([put, reading('d', '1')]);
      const [first, other] = [await versionsOf('c'), await versionsOf('d')];
      expect([first?.states, typeof first?.jobs]).toEqual([null, 'string']);
      // What changes nothing for a reader changes no version.
      await store.putJobs([put]);
      await store.putSyncStates([]);
      expect(await versionsOf('c')).toEqual(first);
      const seen = [first?.jobs];
      const changes = [
        () => store.putJobs([reading('c', '1', { status: 'failed', observedAt: at(30_000) })]),
        () => store.putJobs([reading('c', '2')]),
        () => store.markGone([idOf(put)], absentAt(40_000)),
        () => store.unmarkGone([idOf(put)]),
        () => store.deleteOlderThan({ connection: 'c', before: at(1000), onlyGone: false, limit: 1 }),
      ];
      for (const change of changes) {
        await change();
        seen.push((await versionsOf('c'))?.jobs);
      }
      expect(new Set(seen).size).toBe(changes.length + 1);
      await store.putSyncStates([{ connection: 'c', list: 'jobs', state: 1 }]);
      expect(await versionsOf('c')).toEqual({ jobs: seen.at(-1), states: expect.any(String) });
      expect(await versionsOf('d')).toEqual(other);
    });

    test('a lease is one process’s until it gives it back or lets it lapse', async () => {
      const store = await open();
      const [mine, theirs] = ['mine', 'theirs'].map((owner) => ({ name: 'sync:c', owner }));
      if (mine === undefined || theirs === undefined) throw new Error('Two owners are needed.');
      expect(await store.acquireLease(mine, 60_000)).toBe(true);
      expect(await store.acquireLease(theirs, 60_000)).toBe(false);
      expect(await store.acquireLease(mine, 60_000)).toBe(true);
      expect(await store.renewLease(mine, 60_000)).toBe(true);
      expect(await store.renewLease(theirs, 60_000)).toBe(false);
      await store.releaseLease(theirs);
      expect(await store.leaseOwner('sync:c')).toBe('mine');
      await store.putJobs([reading('c', '1')], { lease: mine });
      // The owner dies here: its last lease ends at once.
      expect(await store.renewLease(mine, 0)).toBe(true);
      expect(await store.leaseOwner('sync:c')).toBeNull();
      await expect(store.putJobs([reading('c', '2')], { lease: mine })).rejects.toMatchObject({ code: 'lease-lost' });
      expect(await store.acquireLease(theirs, 60_000)).toBe(true);
      expect(await store.renewLease(mine, 60_000)).toBe(false);
      await expect(store.putJobs([reading('c', '2')], { lease: mine })).rejects.toMatchObject({ code: 'lease-lost' });
      await store.releaseLease(theirs);
      expect(await store.leaseOwner('sync:c')).toBeNull();
    });
  });

  test('a renewal that comes late keeps a lease that no other owner has had, and no other', async () => {
    const store = await open();
    const [mine, theirs] = ['mine', 'theirs'].map((owner) => ({ name: 'sync:c', owner }));
    if (mine === undefined || theirs === undefined) throw new Error('Two owners are needed.');
    expect(await store.acquireLease(mine, 0)).toBe(true);
    await expect(store.putJobs([reading('c', '1')], { lease: mine })).rejects.toMatchObject({ code: 'lease-lost' });
    expect(await store.renewLease(mine, 60_000)).toBe(true);
    expect(await store.leaseOwner('sync:c')).toBe('mine');
    await store.putJobs([reading('c', '1')], { lease: mine });
    expect(await store.renewLease(mine, 0)).toBe(true);
    // Another owner had it in between and gave it back: what it wrote is not known here.
    expect(await store.acquireLease(theirs, 60_000)).toBe(true);
    await store.releaseLease(theirs);
    expect(await store.renewLease(mine, 60_000)).toBe(false);
    await expect(store.putJobs([reading('c', '2')], { lease: mine })).rejects.toMatchObject({ code: 'lease-lost' });
  });

  test('without its lease an owner marks, remaps and deletes nothing', async () => {
    const store = await open();
    const record = reading('c', '1', { startedAt: at(1) });
    await store.putJobs([record]);
    const [lost, held] = ['lost', 'held'].map((owner) => ({ name: 'sync:c', owner }));
    if (lost === undefined || held === undefined) throw new Error('Two owners are needed.');
    await store.acquireLease(held, 60_000);
    const { id } = record.record.job;
    const remapped = { id, list: record.record, full: null, mapperVersion: record.mapperVersion + 1 };
    const old = { connection: 'c', before: at(50_000), onlyGone: true, limit: 10 };
    const refused = { code: 'lease-lost' };
    await expect(store.markGone([id], absentAt(50_000), lost)).rejects.toMatchObject(refused);
    await expect(store.remapJobs([remapped], lost)).rejects.toMatchObject(refused);
    expect(await store.getJob(id)).toMatchObject({ mapperVersion: 1, record: { job: { goneAt: null } } });
    expect(await store.remapJobs([remapped], held)).toBe(1);
    expect(await store.markGone([id], absentAt(50_000), held)).toBe(1);
    await expect(store.deleteOlderThan(old, lost)).rejects.toMatchObject(refused);
    expect(await store.deleteOlderThan(old, held)).toBe(1);
  });

  test('upkeep says what is there and finds nothing wrong', async () => {
    const store = await open();
    await store.putJobs([reading('c', '1', { startedAt: at(1) }), reading('c', '2', { startedAt: at(2) })]);
    await store.vacuum();
    expect(await store.check()).toEqual([]);
    expect(await store.info()).toMatchObject({
      jobs: 2,
      changes: 2,
      oldestStartedAt: at(1),
      newestStartedAt: at(2),
    });
  });
}
