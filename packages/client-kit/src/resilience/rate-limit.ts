import { type CallOptions, type Clock, orAbort } from '@crossvault/core';

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
