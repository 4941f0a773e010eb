import type { CallOptions, Clock } from '@crossvault/contract';

/** A vendor's documented allowance: so many requests at once, and how fast they come back. */
export interface Allowance {
  readonly requests: number;
  readonly refillPerSecond: number;
}

/** Keeps a connection within what its vendor allows, before the vendor has to say so. */
export interface RequestRate {
  /** Waits for the next request's turn. */
  take(call: CallOptions): Promise<void>;
  /** The vendor says what is left: the own reckoning never stands above that. */
  limitTo(remaining: number): void;
}

/** Without an allowance nobody waits. */
export function createRequestRate(clock: Clock, allowance: Allowance | null): RequestRate {
  if (allowance === null) return { take: async () => undefined, limitTo: () => undefined };
  const { requests, refillPerSecond } = allowance;
  let tokens = requests;
  let countedAtMs = clock.now();

  function refill(): void {
    const nowMs = clock.now();
    tokens = Math.min(requests, tokens + (Math.max(0, nowMs - countedAtMs) / 1000) * refillPerSecond);
    countedAtMs = nowMs;
  }

  return {
    async take({ signal }) {
      refill();
      // Taken at once, below zero too: who comes later waits longer, and nobody overtakes.
      tokens -= 1;
      if (tokens >= 0) return;
      await clock.sleep(Math.ceil((-tokens / refillPerSecond) * 1000), { signal });
    },
    limitTo(remaining) {
      refill();
      tokens = Math.min(tokens, remaining);
    },
  };
}
