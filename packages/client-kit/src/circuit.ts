import type { Clock } from '@crossvault/contract';

/** Whether requests may leave at all. After many failures in a row it opens, and only a trial now and then goes through. */
export interface Circuit {
  readonly state: 'closed' | 'half-open' | 'open';
  /** Until when requests are refused, in milliseconds since 1970; null unless it is open. */
  readonly openUntilMs: number | null;
  /** Takes a place for one request: false where it has to be refused. Every place that was given is settled once. */
  enter(): boolean;
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
 * Closed: everybody enters. Open: nobody, until its time is over. Half-open: one trial, whose outcome decides.
 */
export function createCircuit(options: CircuitOptions): Circuit {
  const { clock, failures = 20, openMs = 30_000, longestMs = 240_000 } = options;
  let failedInRow = 0;
  let openUntilMs: number | null = null;
  let nextOpenMs = openMs;
  let trialUnderWay = false;

  function open(): void {
    openUntilMs = clock.now() + nextOpenMs;
    nextOpenMs = Math.min(nextOpenMs * 2, longestMs);
  }

  function close(): void {
    failedInRow = 0;
    openUntilMs = null;
    nextOpenMs = openMs;
  }

  return {
    get state() {
      if (openUntilMs === null) return 'closed';
      return clock.now() < openUntilMs ? 'open' : 'half-open';
    },
    get openUntilMs() {
      return openUntilMs !== null && clock.now() < openUntilMs ? openUntilMs : null;
    },
    enter() {
      if (openUntilMs === null) return true;
      if (trialUnderWay || clock.now() < openUntilMs) return false;
      trialUnderWay = true;
      return true;
    },
    settle(outcome) {
      trialUnderWay = false;
      if (outcome === 'success') close();
      if (outcome !== 'failure') return;
      failedInRow += 1;
      // A request that left before the circuit opened says nothing new when it fails later.
      const isTrial = openUntilMs !== null && clock.now() >= openUntilMs;
      if (isTrial || (openUntilMs === null && failedInRow >= failures)) open();
    },
  };
}
