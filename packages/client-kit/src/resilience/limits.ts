import type { CallOptions, Clock } from '@crossvault/core';
import { orAbort } from '@crossvault/core/ports';
import PQueue from 'p-queue';

/** How many requests of a connection run at once. */
export interface RequestSlots {
  readonly limit: number;
  /** Runs `work` when a slot is free; rejects with the signal's reason when that aborts first. */
  run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** Records a success: after as many as the limit, the limit grows by one. */
  noteSuccess(): void;
  /** Halves the limit, after a throttled request or a timeout. */
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

/** A vendor's documented rate limit: a bucket of requests and its refill rate. */
export interface Allowance {
  readonly requests: number;
  readonly refillPerSecond: number;
}

/** Keeps a connection within its vendor's rate limit. */
export interface RequestRate {
  /** Waits for a request's turn, in order of arrival. A caller that cancels while it waits uses nothing. */
  take(call: CallOptions): Promise<void>;
  /** Returns the allowance of a request that was not sent. */
  giveBack(): void;
  /** Lowers the local count to the vendor's reported remainder. */
  limitTo(remaining: number): void;
}

const nothing = (): void => undefined;
/** Tolerance for rounding errors after a wait. */
const rounding = 1e-9;

/** Without an allowance no request waits. */
export function createRequestRate(clock: Clock, allowance: Allowance | null): RequestRate {
  if (allowance === null) return { take: async () => undefined, giveBack: nothing, limitTo: nothing };
  const { requests, refillPerSecond } = allowance;
  const most = Math.max(1, requests);
  let left = requests;
  let countedAtMs = clock.monotonicMs();
  /** Resolves when every earlier caller has taken its turn or cancelled. */
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
