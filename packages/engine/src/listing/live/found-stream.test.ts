import { CrossvaultError, toJobId } from '@crossvault/core';
import type { JobStore } from '@crossvault/core/store';
import {
  createFakeConnector,
  createFakeVendor,
  createManualClock,
  createMemoryStore,
  type FakeVendor,
  makeJob,
  silentLogger,
} from '@crossvault/testkit';
import PQueue from 'p-queue';
import { describe, expect, test } from 'vitest';
import type { History } from '../../changes/history.ts';
import { createSource } from '../../connections/source.ts';
import { completeConnection } from '../../engine-defaults.ts';
import { createListReading, drain, type ReadingOptions } from '../../testing/list-reading.ts';
import { createListStore } from '../../testing/list-store.ts';
import { createFoundStream, createKnownStream } from './found-stream.ts';

const asOf = '2026-03-02T11:00:00.000Z';
const jobOf = (nativeId: string, day: number) =>
  makeJob('here', nativeId, { startedAt: `2026-03-0${day}T00:00:00.000Z`, depth: 'full' });
const down = new CrossvaultError({ code: 'source-unreachable', message: 'Nothing listens there.' });

/** A reading at this vendor, and a store. */
function open(vendor: FakeVendor, options: ReadingOptions = {}) {
  const clock = createManualClock();
  const source = createSource(
    completeConnection({ name: 'here', connector: createFakeConnector('here', vendor), concurrency: 2 }),
    clock,
    new PQueue(),
  );
  const { reading, plan } = createListReading([], options);
  const store: JobStore = createListStore(createMemoryStore(clock), clock);
  const synchronizer = { states: async () => new Map(), syncNow: () => Promise.reject(new Error('Not here.')) };
  const history: History = { store, synchronizer, clock, logger: silentLogger };
  return { reading: { ...reading, source }, plan, store, history };
}

describe('jobs by their native ids, at the vendor', () => {
  test('are read whole, each once, in the order of the answer', async () => {
    const { reading, plan } = open(createFakeVendor({ jobs: [jobOf('a', 1), jobOf('b', 3), jobOf('c', 2)] }));
    expect(await drain(createFoundStream(reading, plan, ['a', 'b', 'a', 'unknown']))).toEqual(['b', 'a']);
  });

  test('pass the filters, and lie behind the position', async () => {
    const vendor = createFakeVendor({ jobs: [jobOf('a', 1), { ...jobOf('b', 3), status: 'failed' }] });
    const { reading, plan } = open(vendor, { query: { status: ['failed'], startedAfter: 'all' } });
    expect(await drain(createFoundStream(reading, plan, ['a', 'b']))).toEqual(['b']);
    const position = { startedAt: '2026-03-02T00:00:00.000Z', id: '' };
    const behind = open(createFakeVendor({ jobs: [jobOf('a', 1), jobOf('b', 3)] }), { position });
    expect(await drain(createFoundStream(behind.reading, behind.plan, ['a', 'b']))).toEqual(['a']);
  });

  test('fail with the vendor', async () => {
    const { reading, plan } = open(createFakeVendor({ failure: down }));
    const stream = createFoundStream(reading, plan, ['a']);
    expect(await drain(stream)).toEqual([]);
    expect(stream.failure).toMatchObject({ code: 'source-unreachable', source: 'here' });
  });
});

describe('jobs by their native ids, where history is stored', () => {
  const stored = async (vendor: FakeVendor) => {
    const world = open(vendor);
    const job = { ...jobOf('known', 1), id: toJobId('here', ['known']) };
    const record = {
      key: ['known'],
      job,
      raw: { get: 1 },
      context: { connection: 'here', list: 'jobs', observedAt: job.observedAt },
    };
    await world.store.putJobs([{ record, mapperVersion: 1, number: await world.store.takeReadingNumber() }]);
    return { ...world, stream: createKnownStream(world.reading, world.plan, world.history, ['known', 'new'], asOf) };
  };

  test('come from the store where it has them whole, and from the vendor otherwise, which are kept', async () => {
    const { stream, store } = await stored(createFakeVendor({ jobs: [jobOf('new', 2)] }));
    expect(await drain(stream)).toEqual(['new', 'known']);
    expect(await store.findByNativeId(['here'], 'new')).toHaveLength(1);
    expect(stream.notes).toMatchObject({ answered: true, readAtMs: Date.parse(asOf) });
    expect(stream.failure).toBeNull();
  });

  test('cost only what the vendor alone knows where it cannot be asked, which is said after the others', async () => {
    const { stream } = await stored(createFakeVendor({ failure: down }));
    expect(await drain(stream)).toEqual(['known']);
    expect(stream.failure).toMatchObject({ code: 'source-unreachable' });
    expect(stream.notes.answered).toBe(true);
  });

  test('that no one knows are no failure', async () => {
    const { stream } = await stored(createFakeVendor());
    expect(await drain(stream)).toEqual(['known']);
    expect(stream.failure).toBeNull();
  });
});
