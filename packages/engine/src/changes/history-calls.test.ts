import { CrossvaultError } from '@crossvault/core';
import type { ChangePage } from '@crossvault/core/store';
import {
  createFakeConnector,
  createFakeVendor,
  createManualClock,
  createMemoryStore,
  type ManualClock,
  patientCall,
  silentLogger,
} from '@crossvault/testkit';
import PQueue from 'p-queue';
import { describe, expect, test, vi } from 'vitest';
import { createSource } from '../connections/source.ts';
import { completeConnection } from '../engine-defaults.ts';
import type { SyncStatus } from '../sync/sync-status.ts';
import { createListStore } from '../testing/list-store.ts';
import { createHistoryCalls } from './history-calls.ts';

const current: SyncStatus = {
  state: 'current',
  lastAt: '2026-01-15T12:00:00.000Z',
  nextAt: null,
  progress: 1,
  missedRuns: 0,
  answered: null,
  problem: null,
};
const sourcesOn = (clock: ManualClock) =>
  ['a', 'b'].map((name) =>
    createSource(
      completeConnection({ name, connector: createFakeConnector(name, createFakeVendor()) }),
      clock,
      new PQueue(),
    ),
  );

const fromStart = { after: '0', limit: 10, connections: null, statuses: null };

/** Calls over stored history, whose syncs end when the test says so. */
function open({ pages = [] }: { readonly pages?: readonly ChangePage[] } = {}) {
  const clock = createManualClock();
  const syncs: {
    readonly name: string;
    readonly end: PromiseWithResolvers<SyncStatus>;
    readonly signal: AbortSignal;
  }[] = [];
  const left = [...pages];
  const asked: string[] = [];
  const memory = createListStore(createMemoryStore(clock), clock);
  const store = {
    ...memory,
    changes: async ({ after }: { readonly after: string }) => {
      asked.push(after);
      return left.shift() ?? { changes: [], next: after, more: false };
    },
  };
  const synchronizer = {
    states: async () =>
      new Map([
        ['a', current],
        ['b', { ...current, state: 'waiting' as const }],
      ]),
    syncNow: (name: string, { signal }: { readonly signal: AbortSignal }) => {
      const end = Promise.withResolvers<SyncStatus>();
      syncs.push({ name, end, signal });
      return end.promise;
    },
  };
  const sources = sourcesOn(clock);
  const calls = createHistoryCalls({ store, synchronizer, clock, logger: silentLogger }, sources, clock, null);
  return { calls, clock, sources, syncs, asked };
}

describe('a refresh', () => {
  test('syncs what is answered from the store, and waits until it is done', async () => {
    const { calls, sources, syncs } = open();
    const refreshed = calls.refresh(sources, 10_000, patientCall);
    await vi.waitFor(() => expect(syncs.map(({ name }) => name)).toEqual(['a']));
    syncs[0]?.end.resolve(current);
    expect(await refreshed).toBe(true);
  });

  test('waits no longer than it may, and lets the sync go on', async () => {
    const { calls, clock, sources, syncs } = open();
    const refreshed = calls.refresh(sources, 10_000, patientCall);
    await vi.waitFor(() => expect(syncs).toHaveLength(1));
    await clock.move(10_000);
    expect(await refreshed).toBe(false);
    expect(syncs[0]?.signal.aborted).toBe(false);
  });

  test('shares the sync of another caller, and begins a new one after it', async () => {
    const { calls, sources, syncs } = open();
    const both = [calls.refresh(sources, 10_000, patientCall), calls.refresh(sources, 10_000, patientCall)];
    await vi.waitFor(() => expect(syncs).toHaveLength(1));
    syncs[0]?.end.resolve(current);
    expect(await Promise.all(both)).toEqual([true, true]);
    void calls.refresh(sources, 10_000, patientCall);
    await vi.waitFor(() => expect(syncs).toHaveLength(2));
  });

  test('ends with its caller, and counts a sync that failed as done', async () => {
    const { calls, sources, syncs } = open();
    const caller = new AbortController();
    const given = calls.refresh(sources, 10_000, { signal: caller.signal });
    const patient = calls.refresh(sources, 10_000, patientCall);
    await vi.waitFor(() => expect(syncs).toHaveLength(1));
    caller.abort(new CrossvaultError({ code: 'interrupted', message: 'Gone.' }));
    await expect(given).rejects.toMatchObject({ code: 'interrupted' });
    syncs[0]?.end.reject(new Error('It stumbled.'));
    expect(await patient).toBe(true);
  });

  test('of one connection says how it stands, and aborts nothing before the engine closes', async () => {
    const { calls, sources, syncs } = open();
    const [a] = sources;
    if (a === undefined) throw new Error('There are sources.');
    const synced = calls.sync(a, null, patientCall);
    await vi.waitFor(() => expect(syncs).toHaveLength(1));
    syncs[0]?.end.resolve(current);
    expect(await synced).toMatchObject({ connection: 'a', finished: true, sync: { state: 'current', lagSeconds: 0 } });
    calls.close();
    expect(syncs[0]?.signal.aborted).toBe(true);
  });
});

describe('the feed as it grows', () => {
  const change = {
    position: 1,
    cursor: '1',
    at: '2026-01-15T12:00:00.000Z',
    id: 'j',
    connection: 'a',
    vendor: 'fake',
    from: null,
    to: 'failed',
  } as const;

  test('gives pages with changes, continues where each ended, and is silent without one', async () => {
    const { calls, clock, asked } = open({
      pages: [
        { changes: [change], next: '1', more: true },
        { changes: [change], next: '2', more: false },
      ],
    });
    const feed = calls.followChanges(fromStart, 15_000, patientCall)[Symbol.asyncIterator]();
    expect((await feed.next()).value).toMatchObject({ next: '1' });
    expect((await feed.next()).value).toMatchObject({ next: '2' });
    const quiet = feed.next();
    for (let second = 0; second < 15; second += 1) await clock.move(1_000);
    expect((await quiet).value).toMatchObject({ changes: [], next: '2' });
    expect(asked.slice(0, 3)).toEqual(['0', '1', '2']);
  });

  test('ends with its caller', async () => {
    const { calls } = open();
    const caller = new AbortController();
    const feed = calls.followChanges(fromStart, 15_000, { signal: caller.signal })[Symbol.asyncIterator]();
    const next = feed.next();
    caller.abort(new Error('gone'));
    await expect(next).rejects.toThrow('gone');
  });
});

test('without a store every call says why there is none, and a refresh has nothing to do', async () => {
  const clock = createManualClock();
  const sources = sourcesOn(clock);
  const calls = createHistoryCalls(null, sources, clock, 'The file crossvault.db is not there.');
  const missing = { code: 'store-missing', message: 'The file crossvault.db is not there.' };
  const [a] = sources;
  if (a === undefined) throw new Error('There are sources.');
  await expect(calls.sync(a, null, patientCall)).rejects.toMatchObject(missing);
  await expect(
    calls.summary({ since: null, startedBefore: null, connections: null }, patientCall),
  ).rejects.toMatchObject(missing);
  await expect(calls.changes(fromStart, patientCall)).rejects.toMatchObject(missing);
  expect(() => calls.followChanges(fromStart, 1, patientCall)).toThrow(expect.objectContaining(missing));
  expect(await calls.refresh(sources, 10, patientCall)).toBe(true);
  expect(await calls.shown()).toEqual(new Map());
});
