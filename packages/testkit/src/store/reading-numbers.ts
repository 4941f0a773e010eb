import { describe, expect, test } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { allChanges, at, idOf, outcomesOf, reading, readStatuses, replay } from './readings.ts';

export function describeReadingNumbers(open: OpenStore): void {
  describe('readings of two machines whose clocks differ', () => {
    test('are ordered by the numbers that the store gave, in the job and in the feed', async () => {
      const store = await open();
      const early = await store.takeReadingNumber();
      const number = await store.takeReadingNumber();
      const late = await store.takeReadingNumber();
      expect([number > early, late > number]).toEqual([true, true]);
      const running = reading('c', '1', { status: 'running', observedAt: at(120) }, { number });
      await store.putJobs([running]);
      const failed = reading('c', '1', { status: 'failed', observedAt: at(1), endedAt: at(1) }, { number: late });
      expect(await outcomesOf(store, [failed])).toEqual(['changed']);
      const paused = reading('c', '1', { status: 'queued', observedAt: at(300) }, { number: early });
      expect(await outcomesOf(store, [paused, running])).toEqual(['older', 'older']);
      const whole = reading('c', '1', { status: 'running', depth: 'full', observedAt: at(400) }, { number });
      await store.putJobs([whole]);
      const stored = await store.getJob(idOf(running));
      expect(stored?.record.job).toMatchObject({ status: 'failed', anomalies: [], observedAt: at(1) });
      const { changes } = await store.changes(allChanges);
      expect(changes.map(({ to }) => to)).toEqual(['running', 'failed']);
    });

    test('that overlapped say that the job has ended, until one that left afterwards says otherwise', async () => {
      const store = await open();
      const [first, second] = [await store.takeReadingNumber(), await store.takeReadingNumber()];
      const running = (number: number) => reading('c', '1', { status: 'running' }, { number });
      await store.putJobs([running(second)]);
      await store.putJobs([reading('c', '1', { status: 'failed', depth: 'full' }, { number: first })]);
      expect([...(await readStatuses(store)).values()]).toEqual(['failed']);
      await store.putJobs([running(await store.takeReadingNumber())]);
      expect([...(await readStatuses(store)).values()]).toEqual(['running']);
      expect(await replay(store)).toEqual(await readStatuses(store));
    });

    test('numbers are never given twice, however many ask at once', async () => {
      const store = await open();
      const numbers = await Promise.all(Array.from({ length: 50 }, () => store.takeReadingNumber()));
      expect(new Set(numbers).size).toBe(50);
    });
  });
}
