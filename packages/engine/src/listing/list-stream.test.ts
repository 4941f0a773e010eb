import { CrossvaultError, type Job } from '@crossvault/core';
import { comparePositions, positionOf } from '@crossvault/core/store';
import { makeJob } from '@crossvault/testkit';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { wholeConnection } from './list-plan.ts';
import {
  type BatchReader,
  createListStream,
  type ListedRecord,
  mergeStreams,
  newNotes,
  readAtOnce,
} from './list-stream.ts';

const plan = {
  name: 'list',
  list: wholeConnection,
  query: { startedAfter: null, startedBefore: null, status: null },
  startedAfter: null,
  position: null,
  lagging: false,
  whole: true,
  knownUnordered: false,
};
const recordOf = (job: Job): ListedRecord => ({ job, raw: {} });
const startAt = (minute: number): string => new Date(Date.UTC(2026, 2, 2, 12, minute)).toISOString();
const recordAt = (connection: string, minute: number): ListedRecord =>
  recordOf(makeJob(connection, `m-${minute}`, { startedAt: startAt(minute) }));

const streamOf = (...batches: readonly (readonly ListedRecord[] | CrossvaultError)[]) => {
  const left = [...batches];
  const reader: BatchReader = {
    position: null,
    async next() {
      const batch = left.shift() ?? null;
      if (CrossvaultError.isInstance(batch)) throw batch;
      return batch;
    },
  };
  return createListStream(plan, newNotes(0), reader);
};
const idsOf = (records: readonly { readonly record: ListedRecord }[]) =>
  records.map(({ record }) => record.job.nativeId);

describe('a stream', () => {
  test('shows one job after the other, over batches that may be empty', async () => {
    const stream = streamOf([recordAt('a', 3)], [], [recordAt('a', 2), recordAt('a', 1)]);
    const seen: string[] = [];
    for (await stream.fill(); stream.head !== null; await stream.fill()) {
      seen.push(stream.head.job.nativeId);
      stream.take();
    }
    expect(seen).toEqual(['m-3', 'm-2', 'm-1']);
    expect(stream.failure).toBeNull();
  });

  test('that fails keeps the reason, and is not asked again', async () => {
    const failure = new CrossvaultError({ code: 'source-error', message: 'It stumbled.' });
    const stream = streamOf([recordAt('a', 3)], failure, [recordAt('a', 1)]);
    await stream.fill();
    stream.take();
    await stream.fill();
    await stream.fill();
    expect(stream).toMatchObject({ head: null, failure });
  });

  test('that is read at once is read once, and stands where its plan does', async () => {
    let reads = 0;
    const position = { startedAt: null, id: 'p' };
    const reader = readAtOnce({ ...plan, position }, async () => {
      reads += 1;
      return [];
    });
    expect(await reader.next()).toEqual([]);
    expect(await reader.next()).toBeNull();
    expect({ reads, position: reader.position }).toEqual({ reads: 1, position });
  });
});

describe('several streams', () => {
  const sort = '-startedAt';
  const minutes = fc.array(fc.uniqueArray(fc.nat({ max: 200 }), { maxLength: 20 }), { maxLength: 4 });

  property.prop([minutes, fc.integer({ min: 1, max: 30 })])(
    'are one list: the first jobs of all of them, in order',
    async (lists, limit) => {
      const records = lists.map((list, index) =>
        list.toSorted((a, b) => b - a).map((minute) => recordAt(`c-${index}`, minute)),
      );
      const { listed, putBack } = await mergeStreams(
        records.map((list) => streamOf(list)),
        sort,
        limit,
      );
      const all = records.flat().toSorted((a, b) => comparePositions(sort, positionOf(a.job), positionOf(b.job)));
      expect(listed.map(({ record }) => record)).toEqual(all.slice(0, limit));
      expect(putBack).toEqual([]);
    },
  );

  test('go on without one that failed', async () => {
    const failing = streamOf(new CrossvaultError({ code: 'source-error', message: 'It stumbled.' }));
    const { listed } = await mergeStreams([failing, streamOf([recordAt('a', 2), recordAt('a', 1)])], sort, 5);
    expect(idsOf(listed)).toEqual(['m-2', 'm-1']);
  });

  test('give back the last job where one of them shows too late what belongs before it', async () => {
    const late = streamOf([recordAt('a', 5)], [recordAt('a', 9)]);
    const { listed, putBack } = await mergeStreams([late, streamOf([recordAt('b', 4)])], sort, 1);
    expect(idsOf(listed)).toEqual(['m-9']);
    expect(idsOf(putBack)).toEqual(['m-5']);
  });

  test('put a late job in its order where the page has room for it', async () => {
    const late = streamOf([recordAt('a', 5)], [recordAt('a', 9)]);
    const { listed, putBack } = await mergeStreams([late, streamOf([recordAt('b', 4)])], sort, 3);
    expect(idsOf(listed)).toEqual(['m-9', 'm-5', 'm-4']);
    expect(putBack).toEqual([]);
  });

  test('list nothing when there are none', async () => {
    expect(await mergeStreams([], sort, 5)).toEqual({ listed: [], putBack: [] });
  });
});
