import { describe, expect, test } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { absentAt, asking, at, idOf, readCounts, reading, readPages } from './readings.ts';

export function describeSyncReading(open: OpenStore): void {
  describe('what a sync asks for', () => {
    test('open jobs, of a list or of all, oldest first, without those that are gone', async () => {
      const store = await open();
      const running = [3, 1, 2].map((start) => reading('c', `${start}`, { status: 'running', startedAt: at(start) }));
      const other = reading('c', 'other', { status: 'queued', startedAt: null });
      const elsewhere = { ...other.record, context: { ...other.record.context, list: 'other' } };
      await store.putJobs([...running, { ...other, record: elsewhere }, reading('c', 'done'), reading('d', 'd')]);
      await store.markGone([idOf(reading('c', '2'))], absentAt(500_000));
      const native = async (list: string | null) =>
        (await store.openJobs('c', list)).map(({ record }) => record.job.nativeId);
      expect(await native(null)).toEqual(['other', '1', '3']);
      expect(await native('jobs')).toEqual(['1', '3']);
    });

    test('ended jobs that were not read whole since, the urgent ones first', async () => {
      const store = await open();
      await store.putJobs([
        reading('c', 'good', { startedAt: at(9) }),
        reading('c', 'old failure', { status: 'failed', startedAt: at(1) }),
        reading('c', 'new failure', { status: 'failed', startedAt: at(2) }),
        reading('c', 'warned', { status: 'warning', startedAt: at(3) }),
        reading('c', 'skipped', { status: 'skipped', startedAt: at(10) }),
        reading('c', 'running', { status: 'running' }),
        reading('c', 'read', { depth: 'full' }),
        reading('c', 'read while open', { depth: 'full', status: 'running', observedAt: at(1) }),
        reading('c', 'read while open', { startedAt: at(5), observedAt: at(2) }),
      ]);
      const native = async (limit: number) =>
        (await store.unreadJobs('c', limit)).map(({ record }) => record.job.nativeId);
      const all = ['new failure', 'old failure', 'warned', 'skipped', 'good', 'read while open'];
      expect(await native(100)).toEqual(all);
      expect(await native(3)).toEqual(all.slice(0, 3));
    });

    test('the jobs of a list within a window, page by page', async () => {
      const store = await open();
      const batch = [null, 1, 2, 3, 4].map((start, index) =>
        reading('c', `${index}`, { startedAt: start === null ? null : at(start), status: 'running' }),
      );
      await store.putJobs([...batch, reading('d', '9', { startedAt: at(2) })]);
      const request = { connection: 'c', list: 'jobs', startedAfter: at(2), startedBefore: at(4), limit: 2 };
      const first = await store.listedJobs({ ...request, after: null });
      expect(first.map(({ startedAt }) => startedAt)).toEqual([null, at(2)]);
      const second = await store.listedJobs({ ...request, after: first.at(-1) ?? null });
      expect(second.map(({ startedAt }) => startedAt)).toEqual([at(3)]);
    });

    test('jobs that an older version has mapped, until they are mapped again', async () => {
      const store = await open();
      const batch = [1, 2, 3].map((number) => reading('c', `${number}`, { status: 'unknown' }));
      await store.putJobs([...batch, reading('c', 'new', {}, { mapperVersion: 2 })]);
      const remapped: string[] = [];
      for (;;) {
        const outdated = await store.outdatedJobs('c', 2, 2);
        if (outdated.length === 0) break;
        await store.remapJobs(
          outdated.map(({ id, known }) => {
            remapped.push(id);
            const record = known.list?.record ?? null;
            const list = record && { ...record, job: { ...record.job, status: 'failed' as const, ended: true } };
            return { id, list, full: null, mapperVersion: 2 };
          }),
        );
      }
      expect(remapped.toSorted()).toEqual(batch.map(idOf).toSorted());
      expect(await readPages(store, asking({ status: ['failed'] }), 'startedAt', 10)).toHaveLength(3);
      const [again] = batch;
      expect(again && (await store.getJob(idOf(again)))?.mapperVersion).toBe(2);
      const { kept, counted } = await readCounts(store);
      expect(kept).toEqual(counted);
    });

    test('a summary counts exactly the jobs that a list of the same `since` shows, of the connections that are asked for', async () => {
      const store = await open();
      await store.putJobs([
        reading('c', 'early', { startedAt: at(1), endedAt: at(2) }),
        reading('c', 'ended since', { startedAt: at(1), endedAt: at(6) }),
        reading('c', 'open', { startedAt: at(1), status: 'running', endedAt: null }),
        reading('c', 'started since', { startedAt: at(7), endedAt: at(8) }),
        reading('c', 'never started, over', { startedAt: null, status: 'cancelled', endedAt: at(2) }),
        reading('c', 'never started, open', { startedAt: null, status: 'queued', endedAt: null }),
        reading('d', 'other', { startedAt: at(7), endedAt: at(8) }),
      ]);
      for (const since of [at(0), at(2), at(5), at(6), at(7), at(9)]) {
        const listed = await readPages(store, { ...asking({ connection: ['c'] }), since }, 'startedAt', 10);
        const told = await store.summary({ since, startedBefore: null, connections: ['c'] });
        expect(told.map(({ connection }) => connection)).toEqual(['c']);
        expect(Object.values(told[0]?.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(listed.length);
      }
    });

    test('counts by status in a window, and the last successes whatever the window', async () => {
      const store = await open();
      const on = (name: string) => ({ type: 'vm', id: null, name }) as const;
      await store.putJobs([
        reading('c', '1', { startedAt: at(1), endedAt: at(2), target: on('old') }),
        reading('c', '2', { startedAt: at(5), endedAt: at(6), target: on('new') }),
        reading('c', '3', { startedAt: at(7), status: 'failed', target: on('old') }),
        reading('c', '4', { startedAt: null, status: 'queued' }),
        reading('d', '5', { startedAt: at(1), endedAt: at(2), status: 'failed' }),
      ]);
      expect(await store.summary({ since: at(5), startedBefore: null, connections: null })).toEqual([
        {
          connection: 'c',
          vendor: 'fake',
          counts: { succeeded: 1, failed: 1, queued: 1 },
          problems: 1,
          lastSuccessAt: at(6),
          oldestSuccess: { target: 'old', at: at(2) },
        },
        { connection: 'd', vendor: 'fake', counts: {}, problems: 0, lastSuccessAt: null, oldestSuccess: null },
      ]);
      await store.putJobs([
        reading('c', '2', { startedAt: at(5), status: 'failed', observedAt: '2026-02-01T00:00:00.000Z' }),
      ]);
      const [after] = await store.summary({ since: null, startedBefore: null, connections: null });
      expect(after).toMatchObject({ lastSuccessAt: at(2), counts: { succeeded: 1, failed: 2, queued: 1 } });
    });
  });
}
