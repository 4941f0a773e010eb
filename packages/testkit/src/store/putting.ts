import { describe, expect, test } from 'vitest';
import type { OpenStore } from './open-store.ts';
import {
  absentAt,
  allChanges,
  at,
  everything,
  firstRows,
  idOf,
  outcomesOf,
  readCounts,
  reading,
  readStatuses,
  replay,
} from './readings.ts';

const plan = { id: 'p', name: 'Policy', nextRunAt: null };

export function describePutting(open: OpenStore): void {
  describe('putting jobs', () => {
    test('tells the new from the changed, the unchanged and the older', async () => {
      const store = await open();
      const running = reading('c', '1', { status: 'running', observedAt: at(1) });
      expect(await outcomesOf(store, [running, reading('c', '2')])).toEqual(['new', 'new']);
      expect(await outcomesOf(store, [reading('c', '1', { status: 'running', observedAt: at(2) })])).toEqual([
        'unchanged',
      ]);
      expect(await outcomesOf(store, [reading('c', '1', { observedAt: at(3) })])).toEqual(['changed']);
      expect(await outcomesOf(store, [running])).toEqual(['older']);
      expect((await store.getJob(idOf(running)))?.record.job).toMatchObject({ status: 'succeeded', observedAt: at(3) });
    });

    test('takes several readings of one job in one batch', async () => {
      const store = await open();
      const batch = [
        reading('c', '1', { status: 'running', observedAt: at(1) }),
        reading('c', '1', { status: 'failed', observedAt: at(2) }),
        reading('c', '1', { status: 'failed', observedAt: at(2), depth: 'full', plan }),
      ];
      expect(await outcomesOf(store, batch)).toEqual(['new', 'changed', 'changed']);
      const [job] = await store.findByNativeId(['c'], '1');
      expect(job?.record.job).toMatchObject({ status: 'failed', plan, depth: 'full' });
      expect((await store.changes({ ...allChanges, limit: 9 })).changes).toHaveLength(1);
    });

    test('keeps what a get has read when a list row comes later, and the newest of each answer', async () => {
      const store = await open();
      await store.putJobs([reading('c', '1', { status: 'running', depth: 'full', plan, observedAt: at(1) })]);
      const row = reading('c', '1', { observedAt: at(2), provenance: { plan: 'missing' } });
      await store.putJobs([row]);
      const stored = await store.getJob(idOf(row));
      expect(stored?.record.job).toMatchObject({ status: 'succeeded', plan, depth: 'full' });
      expect(stored?.record.raw).toEqual({
        list: { id: '1', status: 'succeeded', size: null },
        get: { id: '1', status: 'running', size: null },
      });
      expect(stored?.known.full?.record.job.status).toBe('running');
    });

    test('shows a job that is open again as reopened', async () => {
      const store = await open();
      await store.putJobs([reading('c', '1', { observedAt: at(1) })]);
      const again = reading('c', '1', { status: 'running', observedAt: at(2) });
      await store.putJobs([again]);
      expect((await store.getJob(idOf(again)))?.record.job.anomalies).toEqual(['reopened']);
    });

    test('keeps the id of a job whose final key becomes known later, under both', async () => {
      const store = await open();
      const open1 = reading('c', 'after', { status: 'running', startedAt: null, observedAt: at(1) });
      const final = reading('c', 'final', { startedAt: at(5), observedAt: at(2) }, { knownAs: idOf(open1) });
      await store.putJobs([open1]);
      expect((await store.putJobs([final])).outcomes).toEqual([{ id: idOf(open1), outcome: 'changed' }]);
      const { knownAs: _, ...plain } = final;
      expect((await store.putJobs([plain])).outcomes).toEqual([{ id: idOf(open1), outcome: 'unchanged' }]);
      const byAlias = await store.getJob(idOf(final));
      expect(byAlias?.record).toMatchObject({ key: ['final'], job: { id: idOf(open1), startedAt: at(5) } });
      expect(await store.getJob(idOf(open1))).toEqual(byAlias);
      expect((await store.listJobs(everything, firstRows)).map(({ position }) => position)).toEqual([
        { startedAt: at(5), id: idOf(open1) },
      ]);
    });

    test('knows the success of a job that was made out of two', async () => {
      const store = await open();
      const open1 = reading('c', 'after', { status: 'running', startedAt: null, observedAt: at(1) });
      const done = reading('c', 'final', { startedAt: at(5), endedAt: at(9), observedAt: at(2) });
      await store.putJobs([open1, done]);
      await store.putJobs([reading('c', 'final', { ...done.record.job, observedAt: at(3) }, { knownAs: idOf(open1) })]);
      expect(await store.check()).toEqual([]);
    });

    test('makes one of two stored jobs that turn out to be the same', async () => {
      const store = await open();
      const open1 = reading('c', 'after', { status: 'running', startedAt: null, observedAt: at(1) });
      const final = reading('c', 'final', { status: 'running', startedAt: at(5), observedAt: at(2) });
      await store.putJobs([open1, final]);
      const ended = reading('c', 'final', { startedAt: at(5), observedAt: at(3) }, { knownAs: idOf(open1) });
      await store.putJobs([ended]);
      await store.putJobs([ended]);
      expect(await readStatuses(store)).toEqual(new Map([[idOf(open1), 'succeeded']]));
      expect(await replay(store)).toEqual(await readStatuses(store));
      const { kept, counted } = await readCounts(store);
      expect(kept).toEqual(counted);
    });

    test('an unknown id in `knownAs` is ignored', async () => {
      const store = await open();
      const job = reading('c', '1', {}, { knownAs: 'unknown' });
      expect((await store.putJobs([job])).outcomes).toEqual([{ id: idOf(job), outcome: 'new' }]);
    });

    test('stores nothing of a batch that cannot be stored whole', async () => {
      const store = await open();
      await expect(
        store.putJobs([reading('c', '1')], { lease: { name: 'sync:c', owner: 'unknown' } }),
      ).rejects.toMatchObject({ code: 'lease-lost' });
      expect(await readStatuses(store)).toEqual(new Map());
    });

    test('takes a thousand jobs with every sort of letter, and gives them back as they were', async () => {
      const store = await open();
      const names = [
        'Ünïcode Äpfel',
        '数据库 備份',
        'quote \' and " and \\',
        '%_ like',
        '😀 emoji',
        '{array,of}',
        'null',
      ];
      const batch = Array.from({ length: 1000 }, (_, index) => {
        const name = `${names[index % names.length]} ${index}`;
        const target = { type: 'vm', id: name, name } as const;
        return reading('c', name, { target, startedAt: at(index), details: { [name]: name } });
      });
      await store.putJobs(batch);
      for (const put of batch.slice(0, names.length)) {
        expect((await store.getJob(idOf(put)))?.record).toEqual(put.record);
        const [found] = await store.findByNativeId(null, put.record.job.nativeId.toUpperCase());
        expect(found?.id).toBe(idOf(put));
      }
    });
  });

  describe('missed jobs', () => {
    const missedBy = (minute: number) => ({ ...absentAt(minute), pass: absentAt(minute).number });

    test('are gone when a second pass has missed them too, and not before', async () => {
      const store = await open();
      const job = reading('c', '1', { observedAt: at(1) });
      await store.putJobs([job]);
      const ids = [idOf(job), 'stranger'];
      expect(await store.markMissed(ids, missedBy(5))).toEqual({ missed: 1, gone: 0 });
      // The same pass again, as after a crash.
      expect(await store.markMissed(ids, { ...absentAt(6), pass: missedBy(5).pass })).toEqual({ missed: 1, gone: 0 });
      expect((await store.getJob(idOf(job)))?.record.job.goneAt).toBeNull();
      expect(await store.markMissed(ids, missedBy(9))).toEqual({ missed: 0, gone: 1 });
      expect((await store.getJob(idOf(job)))?.record.job.goneAt).toBe(at(9));
      expect(await store.markMissed(ids, missedBy(10))).toEqual({ missed: 0, gone: 0 });
    });

    test('that are read between two passes, or since the pass began, are there', async () => {
      const store = await open();
      const job = (minute: number) => reading('c', '1', { observedAt: at(minute) });
      await store.putJobs([job(1)]);
      await store.markMissed([idOf(job(1))], missedBy(5));
      expect(await outcomesOf(store, [job(7)])).toEqual(['unchanged']);
      expect(await store.markMissed([idOf(job(1))], missedBy(9))).toEqual({ missed: 1, gone: 0 });
      const changed = reading('c', '1', { status: 'failed', observedAt: at(12) });
      await store.putJobs([changed]);
      expect(await store.markMissed([idOf(job(1))], missedBy(11))).toEqual({ missed: 0, gone: 0 });
    });

    test('are not marked by who has lost the lease', async () => {
      const store = await open();
      const job = reading('c', '1', { observedAt: at(1) });
      await store.putJobs([job]);
      const lost = { name: 'sync:c', owner: 'lost' };
      await expect(store.markMissed([idOf(job)], missedBy(5), lost)).rejects.toMatchObject({ code: 'lease-lost' });
    });
  });

  describe('gone jobs', () => {
    test('are marked once, come back when they are read again, and tell it in the document', async () => {
      const store = await open();
      const job = reading('c', '1', { observedAt: at(1) });
      await store.putJobs([job, reading('c', '2', { observedAt: at(9) })]);
      const ids = [idOf(job), idOf(reading('c', '2')), 'stranger'];
      expect(await store.markGone(ids, absentAt(5))).toBe(1);
      expect(await store.markGone(ids, absentAt(6))).toBe(0);
      expect((await store.getJob(idOf(job)))?.record.job.goneAt).toBe(at(5));
      expect(await outcomesOf(store, [reading('c', '1', { observedAt: at(4) })])).toEqual(['unchanged']);
      expect(await outcomesOf(store, [reading('c', '1', { observedAt: at(7) })])).toEqual(['changed']);
      expect((await store.getJob(idOf(job)))?.record.job).toMatchObject({ goneAt: null, observedAt: at(1) });
      expect(await store.markGone([idOf(job)], absentAt(8))).toBe(1);
      expect(await store.unmarkGone(ids)).toBe(1);
    });

    test('are deleted for their age only, oldest first, and the feed says so', async () => {
      const store = await open();
      const batch = [1, 2, 3, 4].map((day) =>
        reading('c', `${day}`, { endedAt: at(day * 1440), startedAt: at(day * 1440 - 9), observedAt: at(day * 1440) }),
      );
      const openJob = reading('c', 'open', { status: 'running', observedAt: at(1) });
      await store.putJobs([...batch, openJob]);
      await store.markGone(batch.slice(0, 2).map(idOf), absentAt(9000));
      const request = { connection: 'c', before: at(3 * 1440 + 1), onlyGone: true, limit: 1 };
      expect(await store.deleteOlderThan(request)).toBe(1);
      expect(await store.getJob(idOf(reading('c', '1')))).toBeNull();
      expect(await store.deleteOlderThan({ ...request, limit: 10 })).toBe(1);
      expect(await store.deleteOlderThan({ ...request, onlyGone: false, limit: 10 })).toBe(1);
      expect(await store.deleteOlderThan({ ...request, onlyGone: false, connection: 'other', limit: 10 })).toBe(0);
      const { kept, counted } = await readCounts(store);
      expect(kept).toEqual(counted);
      expect([...(await readStatuses(store)).values()].toSorted()).toEqual(['running', 'succeeded']);
      expect(await replay(store)).toEqual(await readStatuses(store));
    });
  });
}
