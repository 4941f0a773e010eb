import { type Clock, CrossvaultError, type Logger } from '@crossvault/core';
import { giveBackLease } from '@crossvault/core/store';
import type { Source } from '../connections/source.ts';
import type { ConnectionInsight } from '../insight/evaluation/connection-insight.ts';
import { type ConnectionSync, createConnectionSync } from './connection-sync.ts';
import { type HeldLease, type LeaseOwner, leaseMs, takeLease } from './lease.ts';
import type { SyncStore } from './sync-parts.ts';
import type { SyncStatus } from './sync-status.ts';
import { backoffMs, withJitter } from './sync-timing.ts';

export interface WorkerOptions {
  readonly source: Source;
  readonly store: SyncStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly random: () => number;
  readonly owner: LeaseOwner;
  readonly stop: AbortSignal;
  /** Judges what was due. @default a judge of its own */
  readonly insight?: ConnectionInsight | undefined;
}

/** Works on one connection in this process, while it holds the lease. */
export interface SyncWorker {
  /** Why the last attempt of this process failed, also where the store could not be written; null when it succeeded. */
  readonly problem: CrossvaultError | null;
  /** Until it is stopped; never rejects. */
  run(): Promise<void>;
  /** Ends the pause before the next turn: everything is due. */
  wake(): void;
  /** The status after a turn that begins after this call; null when another process holds the connection. */
  now(signal: AbortSignal): Promise<SyncStatus | null>;
  /**
   * Runs turns while one is due, for a bounded time; and one more where another process has requested one meanwhile.
   * Returns how long to wait for the next; null when another process holds the connection.
   */
  runTurns(signal: AbortSignal, newestRequest: () => Promise<number | null>): Promise<number | null>;
  /** Calls back whenever a request to the vendor has not been answered for long. Returns how to end that. */
  onSilence(listener: () => void): () => void;
}

/** The name of the lease of a connection. */
export const leaseNameOf = (connection: string): string => `sync:${connection}`;

/** After this time another connection has its turn, since a backfill always has more work. */
const longestTurnsMs = 60_000;

/** How often to check whether the process that holds the lease is still alive. */
export const standByMs = 15_000;

type Waiter = (outcome: SyncStatus | null | CrossvaultError) => void;

export function createSyncWorker({
  source,
  store,
  clock,
  logger,
  random,
  owner,
  stop,
  insight,
}: WorkerOptions): SyncWorker {
  const { name } = source.connection;
  const leaseName = leaseNameOf(name);
  let sync: ConnectionSync | null = null;
  let waiters: Waiter[] = [];
  let pause = new AbortController();
  let isRunning = false;
  let isServing = false;
  let isWoken = false;
  let failures = 0;
  let failed: CrossvaultError | null = null;
  let answered: number | null = null;

  const wake = (): void => {
    isWoken = true;
    pause.abort();
  };

  const answer = (outcome: Parameters<Waiter>[0]): void => {
    for (const waiter of waiters.splice(0)) waiter(outcome);
  };

  /** Records why an attempt failed, before waiting callers are answered: they read the reason here. */
  function note(error: unknown, ending: AbortSignal = stop): CrossvaultError {
    const problem = CrossvaultError.from(error);
    if (!stop.aborted && !ending.aborted) failed = problem;
    return problem;
  }

  /** Null when another process holds the connection. */
  async function take(): Promise<HeldLease | null> {
    const lease = await takeLease({ store, clock }, leaseName, owner);
    if (lease === null) failed = null;
    return lease;
  }

  async function pauseFor(milliseconds: number): Promise<void> {
    if (isWoken) return;
    pause = new AbortController();
    await clock.sleep(milliseconds, { signal: AbortSignal.any([stop, pause.signal]) }).catch(() => undefined);
  }

  /** One turn, which also answers waiting callers. Returns how long to wait. */
  async function turn(lease: HeldLease, ending: AbortSignal = stop): Promise<number> {
    const served = waiters;
    const all = isWoken || served.length > 0;
    waiters = [];
    isWoken = false;
    try {
      const signal = AbortSignal.any([stop, ending, lease.signal]);
      sync ??= createConnectionSync({ source, connector: await source.connector(), store, clock, logger, insight });
      // This turn answers every request made before this number was taken.
      if (all) answered = await store.takeReadingNumber();
      const { status, waitMs } = await sync.turn({ lease: lease.claim, signal }, { all, answered });
      failures = 0;
      failed = null;
      for (const waiter of served) waiter(status);
      return withJitter(waitMs, random);
    } catch (error) {
      const problem = note(error, ending);
      for (const waiter of served) waiter(problem);
      throw problem;
    }
  }

  /** Runs turns until the lease is lost or the work is stopped. */
  async function runWhileLeader(lease: HeldLease): Promise<void> {
    try {
      while (!stop.aborted && !lease.signal.aborted) await pauseFor(await turn(lease));
    } finally {
      await lease.release().catch(() => undefined);
    }
  }

  async function attempt(): Promise<number> {
    try {
      const lease = await take();
      if (lease !== null) await runWhileLeader(lease);
      else answer(null);
      return standByMs;
    } catch (error) {
      const problem = note(error);
      const { code, message } = problem;
      // This attempt cannot answer callers that came meanwhile, or whose turn never began, in another way.
      answer(problem);
      if (stop.aborted) return 0;
      failures += 1;
      logger.warn({ connection: name, code }, message);
      return backoffMs(failures);
    }
  }

  /** Runs turns for waiting callers, where this process does not run continuously; never two concurrently. */
  async function serve(): Promise<void> {
    try {
      const lease = await take();
      if (lease === null) return answer(null);
      try {
        await turn(lease);
      } finally {
        await lease.release().catch(() => undefined);
      }
    } catch (error) {
      answer(note(error));
    }
  }

  async function serveAll(): Promise<void> {
    while (waiters.length > 0) await serve();
    isServing = false;
  }

  return {
    get problem() {
      return failed;
    },
    async run() {
      isRunning = true;
      while (!stop.aborted) {
        const waitMs = await attempt();
        isWoken = false;
        if (!stop.aborted) await pauseFor(withJitter(waitMs, random));
      }
      isRunning = false;
      const over = new CrossvaultError({ code: 'interrupted', message: 'The sync was asked to stop.' });
      answer(over);
    },
    wake,
    onSilence: (listener) => source.onSilence(listener),
    async runTurns(signal, newestRequest) {
      const lease = await take();
      if (lease === null) return null;
      const endsMs = clock.monotonicMs() + longestTurnsMs;
      try {
        const isAsked = (request: number | null) => (request ?? 0) > (answered ?? 0);
        for (let request = await newestRequest(); ; ) {
          if (isAsked(request)) wake();
          const waitMs = await turn(lease, signal);
          request = await newestRequest();
          if (!isAsked(request) && (waitMs > 0 || clock.monotonicMs() >= endsMs)) return waitMs;
        }
      } finally {
        const ending = AbortSignal.any([stop, signal]);
        await giveBackLease(lease.release, { clock, longestMs: leaseMs, signal: ending }).catch(() => undefined);
      }
    },
    now(signal) {
      signal.throwIfAborted();
      return new Promise((resolve, reject) => {
        waiters.push((outcome) => (CrossvaultError.isInstance(outcome) ? reject(outcome) : resolve(outcome)));
        if (isRunning) return wake();
        if (isServing) return;
        isServing = true;
        void serveAll();
      });
    },
  };
}
