import { type CallOptions, type Clock, CrossvaultError, type Logger } from '@crossvault/core';
import type { Worker, WorkInHand, WorkKind, WorkQueue } from '@crossvault/core/store';
import { z } from 'zod';
import type { SyncStore } from './sync-parts.ts';
import { readSyncStatus, type SyncStatus } from './sync-status.ts';
import { isTooFar, plausibleWaitMs, syncTiming } from './sync-timing.ts';
import { leaseNameOf, type SyncWorker, standByMs } from './sync-worker.ts';

/** The key of requests between processes. No connection has this name. */
const asked = '\nasked';
/** Numbered by the store, as readings are. Earlier versions wrote an instant, which is ignored. */
const requestSchema = z.object({ number: z.number() });

const lookEveryMs = 5_000;
const lookForAnswerEveryMs = 1_000;

/** Requests of a process that does not hold a connection to the one that does. */
interface SyncRequests {
  /** Calls back for every new request, until the signal aborts. */
  watch(onRequest: (connection: string) => void, signal: AbortSignal): Promise<void>;
  /** Number of the newest request for a connection; null when there was none. A turn with a higher one began after it. */
  newest(connection: string): Promise<number | null>;
  /** Stores a request, and waits for a turn that began after this call. Throws the signal's reason. */
  askOther(connection: string, call: CallOptions): Promise<SyncStatus>;
}

export function createSyncRequests({
  store,
  clock,
}: {
  readonly store: SyncStore;
  readonly clock: Clock;
}): SyncRequests {
  const handled = new Map<string, number>();

  async function look(onRequest: (connection: string) => void): Promise<void> {
    for (const [connection, stored] of await store.syncStates(asked)) {
      const request = requestSchema.safeParse(stored).data;
      if (request === undefined || handled.get(connection) === request.number) continue;
      handled.set(connection, request.number);
      onRequest(connection);
    }
  }

  const newest = async (connection: string): Promise<number | null> =>
    requestSchema.safeParse((await store.syncStates(asked)).get(connection)).data?.number ?? null;

  /** Of two concurrent requests one may overwrite the other, whose process then writes its own again. */
  async function writeRequest(connection: string, number: number): Promise<void> {
    if (((await newest(connection)) ?? 0) >= number) return;
    await store.putSyncStates([{ connection: asked, list: connection, state: { number } }]);
  }

  return {
    async watch(onRequest, signal) {
      while (!signal.aborted) {
        // The sync itself reports a store that cannot be read.
        await look(onRequest).catch(() => undefined);
        await clock.sleep(lookEveryMs, { signal }).catch(() => undefined);
      }
    },
    newest,
    async askOther(connection, { signal }) {
      const number = await store.takeReadingNumber();
      for (;;) {
        const status = await readSyncStatus(store, connection);
        if ((status.answered ?? 0) > number) return status;
        await writeRequest(connection, number);
        signal.throwIfAborted();
        await clock.sleep(lookForAnswerEveryMs, { signal }).catch(() => {
          throw CrossvaultError.from(signal.reason);
        });
      }
    },
  };
}

/** One item a connection: its next turn, not before that is due. */
const syncWork: WorkKind = { name: 'sync-connection', leaseMs: 60_000, attempts: 5, backoffMs: 10_000 };

/** An item that comes this much too early was done by another process, whose worker died before it completed the item. */
const earlyMs = 60_000;

const lookForForgottenEveryMs = 60_000;

/** Connections that are this much overdue and have no lease have lost their item. */
const forgottenAfterMs = 120_000;

interface SharedWorkOptions {
  readonly workers: ReadonlyMap<string, SyncWorker>;
  readonly store: SyncStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly requests: SyncRequests;
  /** Identifies this start of this process. */
  readonly owner: string;
  readonly queue: WorkQueue;
  readonly stop: AbortSignal;
}

/**
 * Takes turns from the queue that all processes share. What keeps a connection from being worked on twice is its lease;
 * the queue only distributes the work, and may deliver a turn twice or lose it: an early one is put back, a lost one is
 * enqueued again.
 */
export function createSharedWork(options: SharedWorkOptions) {
  const { workers, store, clock, logger, requests, owner, queue, stop } = options;

  /** Turns that have left their place among those of this worker. */
  const besides = new Set<Promise<void>>();

  const plan = (name: string, waitMs: number): Promise<boolean> =>
    queue.enqueue(syncWork, { key: name, payload: null, waitMs });

  async function takeTurn({ key: name, signal }: WorkInHand): Promise<void> {
    const worker = workers.get(name);
    if (worker === undefined) {
      logger.warn({ connection: name }, 'A turn was dropped: its connection is not configured here.');
      return;
    }
    const { nextAt, answered } = await readSyncStatus(store, name);
    const newestRequest = () => requests.newest(name);
    const leftMs = plausibleWaitMs(nextAt, clock.now(), syncTiming.longestWaitMs);
    if (leftMs > earlyMs && ((await newestRequest()) ?? 0) <= (answered ?? 0)) {
      await plan(name, leftMs);
      return;
    }
    const turns = worker
      .runTurns(signal, newestRequest)
      .then(async (waitMs) => void (await plan(name, waitMs ?? standByMs)));
    await endOrSilence(name, worker, turns);
  }

  /**
   * Waits until the turns have ended, or their vendor has not answered for long: then they continue beside the worker's other
   * turns, since as many hung vendors as the worker takes turns would stop all others. Their lease keeps other processes off.
   */
  async function endOrSilence(name: string, worker: SyncWorker, turns: Promise<void>): Promise<void> {
    const silence = Promise.withResolvers<'silence'>();
    const ignore = worker.onSilence(() => silence.resolve('silence'));
    try {
      if ((await Promise.race([turns, silence.promise])) !== 'silence') return;
    } finally {
      ignore();
    }
    const beside = turns
      .catch(async (error: unknown) => {
        if (stop.aborted) return;
        // The queue has handed this item on, and repeats it no more.
        logger.warn(
          { connection: name, error },
          'A turn failed whose vendor had not answered for long; it is repeated.',
        );
        await plan(name, syncWork.backoffMs);
      })
      // Then the search for overdue connections finds it.
      .catch(() => undefined)
      .finally(() => besides.delete(beside));
    besides.add(beside);
  }

  /** Enqueues connections without an item: new ones, and those whose item was lost with the queue or its worker. */
  async function findForgotten(): Promise<void> {
    for (const name of workers.keys()) {
      const { nextAt } = await readSyncStatus(store, name);
      const lateMs = nextAt === null ? Number.POSITIVE_INFINITY : clock.now() - Date.parse(nextAt);
      const isOverdue = lateMs > forgottenAfterMs || isTooFar(nextAt, clock.now(), syncTiming.longestWaitMs);
      if (isOverdue && (await store.leaseOwner(leaseNameOf(name))) === null) await plan(name, 0);
    }
  }

  async function lookAfter(taking: Worker): Promise<void> {
    const claim = { name: 'sync-forgotten', owner };
    while (!stop.aborted) {
      await clock.sleep(lookForForgottenEveryMs, { signal: stop }).catch(() => undefined);
      if (stop.aborted) break;
      try {
        // One of all processes is enough.
        if (await store.acquireLease(claim, lookForForgottenEveryMs / 2)) await findForgotten();
      } catch (error) {
        logger.warn({ error }, 'The search for overdue connections failed; it is repeated.');
      }
    }
    await taking.stop();
    await Promise.all(besides);
  }

  return {
    /** Takes this many turns concurrently until the stop. Resolves with the end of the work. */
    async begin(concurrency: number): Promise<{ readonly end: Promise<void> }> {
      await findForgotten();
      const taking = await queue.work(syncWork, concurrency, takeTurn);
      return { end: lookAfter(taking) };
    },
  };
}
