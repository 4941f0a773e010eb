import { type Connector, CrossvaultError, type JobRecord, toJobId } from '@crossvault/core';
import type { JobStore, KnownJob, StoredJob } from '@crossvault/core/store';
import {
  createFakeConnector,
  createFakeVendor,
  createManualClock,
  createMemoryStore,
  makeJob,
  patientCall,
  silentLogger,
} from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { createListStore } from '../testing/list-store.ts';
import {
  type AskVendor,
  demandStore,
  during,
  type History,
  isWhole,
  readAndKeep,
  requireStore,
  toStoreMissing,
} from './history.ts';

const clock = createManualClock();
const id = toJobId('here', ['1']);
const recordOf = (change: Partial<JobRecord['job']> = {}): JobRecord => {
  const job = makeJob('here', '1', { id, depth: 'full', observedAt: new Date(clock.now()).toISOString(), ...change });
  return {
    key: ['1'],
    job,
    raw: { get: 1 },
    context: { connection: 'here', list: 'jobs', observedAt: job.observedAt },
  };
};

/** A store, and a vendor that gives this job, or fails so. */
function open(answer: JobRecord | CrossvaultError, change: (store: JobStore) => Partial<JobStore> = () => ({})) {
  const memory = createListStore(createMemoryStore(clock), clock);
  const store: JobStore = { ...memory, ...change(memory) };
  const history: History = {
    store,
    synchronizer: { states: async () => new Map(), syncNow: () => Promise.reject(new Error('Not here.')) },
    clock,
    logger: silentLogger,
  };
  const connector: Connector = {
    ...createFakeConnector('here', createFakeVendor()),
    getJob: async () => {
      if (CrossvaultError.isInstance(answer)) throw answer;
      return answer;
    },
  };
  const ask: AskVendor = (run) => run(connector, patientCall);
  return { store, history, ask };
}

describe('a job that is read whole', () => {
  test('is stored, and returned as it is stored', async () => {
    const { store, history, ask } = open(recordOf({ status: 'failed' }));
    expect((await readAndKeep(history, ask, ['1'])).job.status).toBe('failed');
    expect((await store.getJob(id))?.record.job.status).toBe('failed');
  });

  test('is marked as gone where the vendor no longer knows it, and the error stays', async () => {
    const missing = new CrossvaultError({ code: 'job-not-found', message: 'Gone.' });
    const { store, history, ask } = open(missing);
    await store.putJobs([{ record: recordOf(), mapperVersion: 1, number: 1 }]);
    await expect(readAndKeep(history, ask, ['1'], id)).rejects.toBe(missing);
    expect((await store.getJob(id))?.record.job.goneAt).not.toBeNull();
  });

  test('is not gone because its vendor failed', async () => {
    const { store, history, ask } = open(new CrossvaultError({ code: 'source-error', message: 'It stumbled.' }));
    await store.putJobs([{ record: recordOf(), mapperVersion: 1, number: 1 }]);
    await expect(readAndKeep(history, ask, ['1'], id)).rejects.toMatchObject({ code: 'source-error' });
    expect((await store.getJob(id))?.record.job.goneAt).toBeNull();
  });

  const full = () => Promise.reject(new CrossvaultError({ code: 'store-full', message: 'Full.' }));

  test.each<[string, Partial<JobStore>]>([
    ['gives no number', { takeReadingNumber: full }],
    ['cannot be written', { putJobs: full }],
  ])('is returned as it was read by a store that %s', async (_, calls) => {
    const { history, ask } = open(recordOf({ status: 'warning' }), () => calls);
    expect((await readAndKeep(history, ask, ['1'])).job.status).toBe('warning');
  });

  test('that is gone keeps its error where that cannot be stored', async () => {
    const missing = new CrossvaultError({ code: 'job-not-found', message: 'Gone.' });
    const { history, ask } = open(missing, () => ({ markGone: full }));
    await expect(readAndKeep(history, ask, ['1'], id)).rejects.toBe(missing);
  });
});

describe('the store has a job whole', () => {
  const reading = (number: number, change: Partial<JobRecord['job']> = {}) => ({
    record: recordOf(change),
    mapperVersion: 1,
    number,
    settled: number,
  });
  const stored = (known: Partial<KnownJob>): StoredJob => ({
    id,
    record: recordOf(),
    mapperVersion: 1,
    known: { list: null, full: null, result: null, open: null, ...known },
  });

  test('when it was read by itself after it ended, whatever lists show since', () => {
    expect(isWhole(stored({ full: reading(1, { ended: true }), list: reading(2) }))).toBe(true);
  });

  test('while it is open only as long as no list shows anything newer', () => {
    const open = { ended: false, status: 'running' } as const;
    expect(isWhole(stored({ full: reading(2, open), list: reading(1) }))).toBe(true);
    expect(isWhole(stored({ full: reading(1, open), list: reading(2) }))).toBe(false);
  });

  test('never from a list alone', () => {
    expect(isWhole(stored({ list: reading(1) }))).toBe(false);
  });
});

describe('a call that needs the store', () => {
  test('says why there is none', () => {
    expect(toStoreMissing(null)).toMatchObject({
      code: 'store-missing',
      message: expect.stringContaining('type: none'),
    });
    expect(() => requireStore({ store: null, absentStore: 'It is not there yet.' })).toThrow('It is not there yet.');
    const { store } = open(recordOf());
    expect(requireStore({ store, absentStore: null })).toBe(store);
  });

  test('reads for one caller end with that caller', () => {
    const signals: AbortSignal[] = [];
    const { history } = open(recordOf(), (store) => ({
      during: (signal) => {
        signals.push(signal);
        return store;
      },
    }));
    during(history, patientCall);
    expect(signals).toEqual([patientCall.signal]);
    expect(during(null, patientCall)).toBeNull();
  });
});

describe('readiness', () => {
  test('needs an answer of the store, where there is one', async () => {
    await demandStore(null, clock, patientCall);
    const { store: answering } = open(recordOf(), () => ({ during: () => answering, lastChange: async () => '1' }));
    await demandStore(answering, clock, patientCall);
    const fault = new CrossvaultError({ code: 'store-corrupt', message: 'Damaged.' });
    const { store } = open(recordOf(), () => ({ during: () => store, lastChange: () => Promise.reject(fault) }));
    await expect(demandStore(store, clock, patientCall)).rejects.toBe(fault);
  });

  test('is over when the store is silent for three seconds', async () => {
    const { store } = open(recordOf(), () => ({
      during: () => store,
      lastChange: () => new Promise<never>(() => undefined),
    }));
    const refused = expect(demandStore(store, clock, patientCall)).rejects.toMatchObject({ code: 'store-unavailable' });
    await clock.move(3_000);
    await refused;
  });
});
