import { CrossvaultError } from '@crossvault/core';
import type { WorkInHand, WorkQueue } from '@crossvault/core/store';
import { createManualClock, createMemoryStore, patientCall, silentLogger } from '@crossvault/testkit';
import { describe, expect, test, vi } from 'vitest';
import { createSharedWork, createSyncRequests } from './shared-work.ts';
import { connectionState } from './sync-status.ts';
import type { SyncWorker } from './sync-worker.ts';

const status = {
  state: 'current',
  lastAt: null,
  nextAt: null,
  progress: 1,
  missedRuns: 0,
  answered: null,
  problem: null,
};

/** Connections that this process shares with others, over a queue that a test delivers from. */
function open(runTurns: SyncWorker['runTurns'] = async () => 300_000) {
  const clock = createManualClock();
  const store = createMemoryStore(clock);
  const enqueued: { readonly key: string; readonly waitMs: number | undefined }[] = [];
  let handle: (work: WorkInHand) => Promise<void> = async () => undefined;
  const stopped = vi.fn(async () => undefined);
  const queue: WorkQueue = {
    enqueue: async (_, { key, waitMs }) => {
      enqueued.push({ key, waitMs });
      return true;
    },
    work: async (_kind, _concurrency, own) => {
      handle = own;
      return { stop: stopped };
    },
    size: async () => ({ waiting: 0, inHand: 0 }),
    close: async () => undefined,
  };
  const silences = new Set<() => void>();
  const fallSilent = (): void => {
    for (const listener of silences) listener();
  };
  const worker: SyncWorker = {
    problem: null,
    run: async () => undefined,
    wake: () => undefined,
    now: async () => null,
    onSilence(listener) {
      silences.add(listener);
      return () => silences.delete(listener);
    },
    runTurns: vi.fn(runTurns),
  };
  const stop = new AbortController();
  const requests = createSyncRequests({ store, clock });
  const shared = createSharedWork({
    workers: new Map([['a', worker]]),
    store,
    clock,
    logger: silentLogger,
    requests,
    owner: 'me',
    queue,
    stop: stop.signal,
  });
  const stand = (
    change: Partial<typeof status> | { readonly nextAt: string | null; readonly answered?: number | null },
  ) => store.putSyncStates([{ connection: 'a', list: connectionState, state: { ...status, ...change } }]);
  const inMs = (ms: number): string => new Date(clock.now() + ms).toISOString();
  const deliver = (key: string) => handle({ key, payload: null, attempt: 1, signal: stop.signal });
  return { clock, store, enqueued, shared, worker, stop, stopped, stand, inMs, deliver, requests, fallSilent };
}

describe('a turn of the queue', () => {
  test('is taken, and the next one is enqueued for when it is due', async () => {
    const { shared, deliver, enqueued, worker } = open();
    await shared.begin(2);
    await deliver('a');
    expect(worker.runTurns).toHaveBeenCalledTimes(1);
    expect(enqueued.at(-1)).toEqual({ key: 'a', waitMs: 300_000 });
  });

  test('of a connection that another process holds is tried again soon', async () => {
    const { shared, deliver, enqueued } = open(async () => null);
    await shared.begin(2);
    await deliver('a');
    expect(enqueued.at(-1)).toEqual({ key: 'a', waitMs: 15_000 });
  });

  test('that comes much too early is put back: it was done by a process that died', async () => {
    const { shared, deliver, enqueued, worker, stand, inMs } = open();
    await shared.begin(2);
    await stand({ nextAt: inMs(120_000) });
    await deliver('a');
    expect(worker.runTurns).not.toHaveBeenCalled();
    expect(enqueued.at(-1)).toEqual({ key: 'a', waitMs: 120_000 });
  });

  test('that comes early is taken where a caller has asked since', async () => {
    const { shared, deliver, worker, stand, inMs, store } = open();
    await shared.begin(2);
    await stand({ nextAt: inMs(120_000), answered: 3 });
    await store.putSyncStates([{ connection: '\nasked', list: 'a', state: { number: 4 } }]);
    await deliver('a');
    expect(worker.runTurns).toHaveBeenCalledTimes(1);
  });

  test('of a connection that is not configured here is dropped', async () => {
    const { shared, deliver, enqueued } = open();
    await shared.begin(2);
    const before = enqueued.length;
    await deliver('gone');
    expect(enqueued).toHaveLength(before);
  });
});

describe('a turn whose vendor does not answer for long', () => {
  test('makes room for another one, and plans the next when it ends', async () => {
    const turn = Promise.withResolvers<number>();
    const { shared, deliver, enqueued, fallSilent } = open(() => turn.promise);
    await shared.begin(2);
    const before = enqueued.length;
    const delivered = deliver('a');
    await vi.waitFor(() => {
      fallSilent();
      return Promise.race([delivered, Promise.reject(new Error('It still has its place.'))]);
    });
    expect(enqueued).toHaveLength(before);
    turn.resolve(10_000);
    await vi.waitFor(() => expect(enqueued.at(-1)).toEqual({ key: 'a', waitMs: 10_000 }));
  });

  test('is repeated when it fails, since the queue has handed it on', async () => {
    const turn = Promise.withResolvers<number>();
    const { shared, deliver, enqueued, fallSilent } = open(() => turn.promise);
    await shared.begin(2);
    const delivered = deliver('a');
    await vi.waitFor(() => {
      fallSilent();
      return Promise.race([delivered, Promise.reject(new Error('It still has its place.'))]);
    });
    turn.reject(new CrossvaultError({ code: 'store-full', message: 'The disk is full.' }));
    await vi.waitFor(() => expect(enqueued.at(-1)).toEqual({ key: 'a', waitMs: 10_000 }));
    expect(enqueued).toHaveLength(2);
  });

  test('is waited for when the process stops', async () => {
    const turn = Promise.withResolvers<number>();
    const { clock, shared, deliver, fallSilent, stop } = open(() => turn.promise);
    const { end } = await shared.begin(2);
    const delivered = deliver('a');
    await vi.waitFor(() => {
      fallSilent();
      return Promise.race([delivered, Promise.reject(new Error('It still has its place.'))]);
    });
    let hasEnded = false;
    void end.then(() => {
      hasEnded = true;
    });
    stop.abort(new CrossvaultError({ code: 'interrupted', message: 'Enough.' }));
    await clock.move(0);
    expect(hasEnded).toBe(false);
    turn.reject(new CrossvaultError({ code: 'interrupted', message: 'Enough.' }));
    await end;
    expect(hasEnded).toBe(true);
  });
});

describe('a connection without a turn in the queue', () => {
  test('gets one when it is new, or was forgotten', async () => {
    const fresh = open();
    await fresh.shared.begin(2);
    expect(fresh.enqueued).toEqual([{ key: 'a', waitMs: 0 }]);
    const forgotten = open();
    await forgotten.stand({ nextAt: forgotten.inMs(-120_001) });
    await forgotten.shared.begin(2);
    expect(forgotten.enqueued).toEqual([{ key: 'a', waitMs: 0 }]);
  });

  test('gets none when it is hardly late, or is worked on', async () => {
    const late = open();
    await late.stand({ nextAt: late.inMs(-119_000) });
    await late.shared.begin(2);
    expect(late.enqueued).toEqual([]);
    const held = open();
    await held.store.acquireLease({ name: 'sync:a', owner: 'other' }, 60_000);
    await held.shared.begin(2);
    expect(held.enqueued).toEqual([]);
  });

  test('is looked for again every minute, until the stop, which ends the work in hand', async () => {
    const { shared, clock, enqueued, stop, stopped } = open();
    const { end } = await shared.begin(2);
    await clock.move(60_000);
    await vi.waitFor(() => expect(enqueued).toHaveLength(2));
    stop.abort();
    await end;
    expect(stopped).toHaveBeenCalledTimes(1);
  });
});

describe('a request to the process that holds a connection', () => {
  test('is written, seen there once, and answered by a turn that began after it', async () => {
    const { requests, clock, stand, store } = open();
    const seen: string[] = [];
    const watching = new AbortController();
    const watched = requests.watch((name) => seen.push(name), watching.signal);
    const asked = requests.askOther('a', patientCall);
    await vi.waitFor(async () => expect(await requests.newest('a')).not.toBeNull());
    await clock.move(5_000);
    await vi.waitFor(() => expect(seen).toEqual(['a']));
    await clock.move(5_000);
    expect(seen).toEqual(['a']);
    await stand({ nextAt: null, answered: await store.takeReadingNumber() });
    await clock.move(1_000);
    expect(await asked).toMatchObject({ state: 'current' });
    watching.abort();
    await clock.move(5_000);
    await watched;
  });

  test('ends with its caller', async () => {
    const { requests } = open();
    const caller = new AbortController();
    const asked = requests.askOther('a', { signal: caller.signal });
    caller.abort(new CrossvaultError({ code: 'interrupted', message: 'Gone.' }));
    await expect(asked).rejects.toMatchObject({ code: 'interrupted' });
  });

  test('of an earlier version, which wrote an instant, is ignored', async () => {
    const { requests, store } = open();
    await store.putSyncStates([{ connection: '\nasked', list: 'a', state: { at: '2026-01-15T12:00:00.000Z' } }]);
    expect(await requests.newest('a')).toBeNull();
  });
});
