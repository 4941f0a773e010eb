import { type Clock, CrossvaultError, type Logger } from '@crossvault/core';
import type { Source } from '../connections/source.ts';
import { createConnectionSync } from './connection-sync.ts';
import { type HeldLease, type LeaseOwner, takeLease } from './lease.ts';
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
}

/** The one that works on a connection here, when it holds the lease. */
export interface SyncWorker {
  /** Why the last attempt here came to nothing: a store that cannot be written cannot be told of there. Null when it did not. */
  readonly problem: CrossvaultError | null;
  /** Until it is stopped; never rejects. */
  run(): Promise<void>;
  /** Ends the pause before the next turn: everything is due. */
  wake(): void;
  /** How it stands after a turn that begins after this call; null when another process holds the connection. */
  now(signal: AbortSignal): Promise<SyncStatus | null>;
  /**
   * Turns as long as one is due at once, and not for ever; and where another process has asked for one meanwhile, one more.
   * Gives how long to wait for the next; null when another process holds the connection.
   */
  runTurns(signal: AbortSignal, newestRequest: () => Promise<number | null>): Promise<number | null>;
}

/** Under this name a connection is held by whoever works on it. */
export const leaseNameOf = (connection: string): string => `sync:${connection}`;

/** Then another connection has its turn; of a backfill there is always more. */
const longestShiftMs = 60_000;

/** How often one looks whether the other process is still there. */
export const standByMs = 15_000;

type Waiter = (outcome: SyncStatus | null | CrossvaultError) => void;

export function createSyncWorker({ source, store, clock, logger, random, owner, stop }: WorkerOptions): SyncWorker {
  const { name } = source.connection;
  const leaseName = leaseNameOf(name);
  const sync = createConnectionSync({ source, connector: source.connector(), store, clock, logger });
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

  /** Remembers why an attempt came to nothing, before those who wait are answered: they look here for the reason. */
  function note(error: unknown, ending: AbortSignal = stop): CrossvaultError {
    const problem = CrossvaultError.from(error);
    if (!stop.aborted && !ending.aborted) failed = problem;
    return problem;
  }

  /** Null when another process holds the connection: how it stands is known there. */
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

  /** One turn, for those too who wait for one. Gives how long to wait. */
  async function turn(lease: HeldLease, ending: AbortSignal = stop): Promise<number> {
    const served = waiters;
    const all = isWoken || served.length > 0;
    waiters = [];
    isWoken = false;
    try {
      const signal = AbortSignal.any([stop, ending, lease.signal]);
      // Whoever asked before this number was taken is answered by this turn.
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

  /** Turns until the lease is lost or the work is stopped. */
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
      // Those who came meanwhile, or whose turn never began, wait for nothing that this attempt could still give.
      answer(problem);
      if (stop.aborted) return 0;
      failures += 1;
      logger.warn({ connection: name, code }, message);
      return backoffMs(failures);
    }
  }

  /** Turns for those who wait, where nobody runs here; never two at once. */
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
    async runTurns(signal, newestRequest) {
      const lease = await take();
      if (lease === null) return null;
      const endsMs = clock.monotonicMs() + longestShiftMs;
      try {
        const isAsked = (request: number | null) => (request ?? 0) > (answered ?? 0);
        for (let request = await newestRequest(); ; ) {
          if (isAsked(request)) wake();
          const waitMs = await turn(lease, signal);
          request = await newestRequest();
          if (!isAsked(request) && (waitMs > 0 || clock.monotonicMs() >= endsMs)) return waitMs;
        }
      } finally {
        await lease.release().catch(() => undefined);
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
