import { hasEnded, type Job, type JobStatus, jobStatuses } from '@crossvault/core';
import { type KnownJob, mergeObservation, type PutObservation, recordOfKnown } from '@crossvault/core/store';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { allChanges, at, idOf, readCounts, reading, readStatuses, replay } from './readings.ts';

/** Lives of three jobs: at every minute another content, each unlike all before it. */
const lives = fc.array(fc.array(fc.constantFrom(...jobStatuses), { minLength: 1, maxLength: 5 }), {
  minLength: 3,
  maxLength: 3,
});
/** Which readings arrive when: the order of their ranks, and how they are batched. */
const arrivals = fc.array(fc.record({ job: fc.nat({ max: 2 }), minute: fc.nat({ max: 4 }), isFull: fc.boolean() }), {
  minLength: 1,
  maxLength: 25,
});

interface Arrival {
  readonly job: number;
  readonly minute: number;
  readonly isFull: boolean;
}

/** What is read of a job at a minute of its life; [] when it is not there yet, or no more. */
function toReadings(
  connection: string,
  lives: readonly (readonly JobStatus[])[],
  { job, minute, isFull }: Arrival,
): readonly PutObservation[] {
  const status = lives[job]?.[minute];
  if (status === undefined) return [];
  const fields = {
    status,
    endedAt: hasEnded(status, null) ? at(100) : null,
    sizeBytes: minute,
    observedAt: at(minute),
  };
  const plan = { id: 'p', name: `plan ${minute}`, nextRunAt: null };
  return isFull
    ? [reading(connection, `${job}`, { ...fields, plan, depth: 'full' })]
    : [reading(connection, `${job}`, { ...fields, provenance: { plan: 'missing' } })];
}

/** What is known when everything was read in its order. */
function truthOf(readings: readonly PutObservation[]): Job | undefined {
  const inOrder = readings.toSorted((a, b) => a.record.job.observedAt.localeCompare(b.record.job.observedAt));
  const known = inOrder.reduce<KnownJob | null>(
    (before, put) => mergeObservation(before, { ...put, settled: put.number }),
    null,
  );
  return known === null ? undefined : recordOfKnown(known)?.job;
}

export function describeFeed(open: OpenStore): void {
  describe('the feed', () => {
    test('returns every change of a status once and in order to a reader that continues from its position', async () => {
      const store = await open();
      expect(await store.changes(allChanges)).toMatchObject({ changes: [], more: false });
      const job = (status: 'running' | 'failed', minute: number) =>
        reading('c', '1', { status, observedAt: at(minute) });
      await store.putJobs([job('running', 1), reading('d', '2', { observedAt: at(1) })]);
      const first = await store.changes({ ...allChanges, limit: 1 });
      expect(first).toMatchObject({ more: true, changes: [{ connection: 'c', from: null, to: 'running', at: at(1) }] });
      await store.putJobs([job('failed', 2)]);
      await store.putJobs([job('failed', 3)]);
      const rest = await store.changes({ ...allChanges, after: first.next });
      expect(rest.changes.map(({ from, to }) => [from, to])).toEqual([
        [null, 'succeeded'],
        ['running', 'failed'],
      ]);
      expect(rest.next).toBe(await store.lastChange());
      expect(await store.changes({ ...allChanges, after: rest.next })).toEqual({
        changes: [],
        next: rest.next,
        more: false,
      });
      const failed = await store.changes({ ...allChanges, connections: ['c'], statuses: ['failed'] });
      expect(failed.changes.map(({ id, to }) => [id, to])).toEqual([[idOf(job('failed', 1)), 'failed']]);
    });

    test('replayed gives the store, and the store gives the truth, whatever came in which order', async () => {
      const store = await open();
      let run = 0;
      await fc.assert(
        fc.asyncProperty(lives, arrivals, fc.integer({ min: 1, max: 6 }), async (life, arriving, size) => {
          run += 1;
          const readings = arriving.flatMap((arrival) => toReadings(`c${run}`, life, arrival));
          for (let start = 0; start < readings.length; start += size) {
            await store.putJobs(readings.slice(start, start + size));
          }
          for (const [id, own] of Map.groupBy(readings, idOf)) {
            expect((await store.getJob(id))?.record.job).toEqual(truthOf(own));
          }
        }),
        { numRuns: 60 },
      );
      expect(await replay(store)).toEqual(await readStatuses(store));
      const { kept, counted } = await readCounts(store);
      expect(kept).toEqual(counted);
    });
  });
}
