import type { Clock } from '@crossvault/core';

/** Stops requests after many consecutive failures. It then admits only single trial requests. */
export interface Circuit {
  readonly state: 'closed' | 'half-open' | 'open';
  /** Remaining time during which requests are refused, in milliseconds; 0 unless it is open. */
  readonly waitMs: number;
  /** Returns a permit for one request; null when the request must be refused. */
  enter(): CircuitPermit | null;
}

/** One admitted request. The caller settles it once. */
export interface CircuitPermit {
  settle(outcome: 'success' | 'failure' | 'given-up'): void;
}

export interface CircuitOptions {
  readonly clock: Clock;
  /** Consecutive failed requests that open it. @default 20: four calls with all their attempts */
  readonly failures?: number;
  /** Duration of the first opening; each failed trial doubles it, up to `longestMs`. @default 30_000 */
  readonly openMs?: number;
  /** @default 240_000 */
  readonly longestMs?: number;
}

/**
 * Libraries read `Date.now`; this breaker uses the context's clock, so that tests control time.
 * Closed: admits every request. Open: none, until its time is over. Half-open: one trial, whose result decides. A request
 * that was sent before the circuit opened is not a trial: its later failure or cancellation changes nothing.
 */
export function createCircuit(options: CircuitOptions): Circuit {
  const { clock, failures = 20, openMs = 30_000, longestMs = 240_000 } = options;
  let failedInRow = 0;
  let openUntilMs: number | null = null;
  let nextOpenMs = openMs;
  let trial: CircuitPermit | null = null;

  const leftMs = (): number => (openUntilMs === null ? 0 : Math.max(0, openUntilMs - clock.monotonicMs()));

  function open(): void {
    openUntilMs = clock.monotonicMs() + nextOpenMs;
    nextOpenMs = Math.min(nextOpenMs * 2, longestMs);
  }

  function close(): void {
    failedInRow = 0;
    openUntilMs = null;
    nextOpenMs = openMs;
    trial = null;
  }

  return {
    get state() {
      if (openUntilMs === null) return 'closed';
      return leftMs() > 0 ? 'open' : 'half-open';
    },
    get waitMs() {
      return leftMs();
    },
    enter() {
      if (openUntilMs !== null && (trial !== null || leftMs() > 0)) return null;
      const permit: CircuitPermit = {
        settle(outcome) {
          const isTrial = trial === permit;
          if (isTrial) trial = null;
          if (outcome === 'success') close();
          if (outcome !== 'failure') return;
          failedInRow += 1;
          if (isTrial || (openUntilMs === null && failedInRow >= failures)) open();
        },
      };
      if (openUntilMs !== null) trial = permit;
      return permit;
    },
  };
}
