import { type CallOptions, type Clock, orAbort } from '@crossvault/core';
import PQueue from 'p-queue';

/** How many requests of a connection run at once. */
export interface RequestSlots {
  readonly limit: number;
  /** Runs when there is room; rejects with the signal's reason when that comes first. */
  run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** A request went well: after as many as run at once, one more may. */
  noteSuccess(): void;
  /** The vendor asks to slow down, or did not answer in time: half as many may. */
  noteOverload(): void;
}

/** Additive increase, multiplicative decrease, between one and `most`. */
export function createRequestSlots(most: number): RequestSlots {
  const queue = new PQueue({ concurrency: most });
  let successes = 0;

  function setLimit(limit: number): void {
    queue.concurrency = Math.min(most, Math.max(1, limit));
    successes = 0;
  }

  return {
    get limit() {
      return queue.concurrency;
    },
    run: (signal, work) => queue.add(work, { signal }),
    noteSuccess() {
      if (queue.concurrency >= most) return;
      successes += 1;
      if (successes >= queue.concurrency) setLimit(queue.concurrency + 1);
    },
    noteOverload() {
      setLimit(Math.floor(queue.concurrency / 2));
    },
  };
}

/** A vendor's documented allowance: so many requests at once, and how fast they come back. */
export interface Allowance {
  readonly requests: number;
  readonly refillPerSecond: number;
}

/** Keeps a connection within what its vendor allows, before the vendor has to say so. */
export interface RequestRate {
  /** Waits for the next request's turn, first come, first served. A caller that gives up while it waits takes nothing. */
  take(call: CallOptions): Promise<void>;
  /** Gives back what was taken for a request that did not leave. */
  giveBack(): void;
  /** The vendor says what is left: the own reckoning never stands above that. */
  limitTo(remaining: number): void;
}

const nothing = (): void => undefined;
/** What is missing to a whole request after a wait is the rounding of fractions. */
const rounding = 1e-9;

/** Without an allowance no request waits. */
export function createRequestRate(clock: Clock, allowance: Allowance | null): RequestRate {
  if (allowance === null) return { take: async () => undefined, giveBack: nothing, limitTo: nothing };
  const { requests, refillPerSecond } = allowance;
  const most = Math.max(1, requests);
  let left = requests;
  let countedAtMs = clock.monotonicMs();
  /** Resolves when everyone who came so far has taken or given up. */
  let line: Promise<void> = Promise.resolve();

  function refill(): void {
    const nowMs = clock.monotonicMs();
    left = Math.min(most, left + ((nowMs - countedAtMs) / 1000) * refillPerSecond);
    countedAtMs = nowMs;
  }

  async function waitForOne(signal: AbortSignal): Promise<void> {
    for (refill(); left < 1 - rounding; refill()) {
      await clock.sleep(Math.ceil(((1 - left) / refillPerSecond) * 1000), { signal });
    }
  }

  return {
    async take({ signal }) {
      const before = line;
      const mine = Promise.withResolvers<void>();
      line = before.then(() => mine.promise);
      try {
        await orAbort(signal, () => before);
        await waitForOne(signal);
        left = Math.max(0, left - 1);
      } finally {
        mine.resolve();
      }
    },
    giveBack() {
      left = Math.min(most, left + 1);
    },
    limitTo(remaining) {
      refill();
      left = Math.min(left, Math.max(0, remaining));
    },
  };
}
