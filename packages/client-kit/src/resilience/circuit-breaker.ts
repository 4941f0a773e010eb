import type { Clock } from '@crossvault/core';

/** Whether requests may leave at all. After many failures in a row it opens, and only a trial now and then goes through. */
export interface Circuit {
  readonly state: 'closed' | 'half-open' | 'open';
  /** How long requests are refused from now on, in milliseconds; 0 unless it is open. */
  readonly waitMs: number;
  /** Takes a place for one request; null where the request has to be refused. */
  enter(): CircuitPermit | null;
}

/** One request that was let through. Settle it once. */
export interface CircuitPermit {
  settle(outcome: 'success' | 'failure' | 'given-up'): void;
}

export interface CircuitOptions {
  readonly clock: Clock;
  /** Failed requests in a row that open it. @default 20: four calls with all their tries */
  readonly failures?: number;
  /** For how long it opens the first time; each failed trial doubles that, up to `longestMs`. @default 30_000 */
  readonly openMs?: number;
  /** @default 240_000 */
  readonly longestMs?: number;
}

/**
 * The breaker of well-kept libraries reads `Date.now`; this one lives on the context's clock, as everything here does.
 * Closed: every request enters. Open: none, until its time is over. Half-open: one trial, whose outcome decides. A request
 * that left before the circuit opened is no trial: when it fails or is given up later, that changes nothing.
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
