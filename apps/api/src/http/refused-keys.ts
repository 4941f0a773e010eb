import type { CallOptions, Clock, Logger } from '@crossvault/core';

/** Refusals of one address within a minute that are answered at once: a typing error causes no delay. */
const answeredAtOnce = 5;
const heldMs = 1_000;
/** Maximum delayed answers at a time. Further ones are sent without delay, so that delays cannot exhaust the server. */
export const mostHeld = 32;
/** Maximum addresses kept; the oldest is removed first. */
const mostAddresses = 1_000;
const minuteMs = 60_000;

/** Counts refused keys, logs them, and delays answers to an address that tries many. */
export interface RefusedKeys {
  /** Resolves when the refusal may be answered. */
  note(address: string, call: CallOptions): Promise<void>;
}

export function createRefusedKeys(logger: Logger, clock: Clock): RefusedKeys {
  const seen = new Map<string, { readonly sinceMs: number; refused: number }>();
  let held = 0;

  function count(address: string): number {
    const nowMs = clock.monotonicMs();
    const known = seen.get(address);
    if (known !== undefined && nowMs - known.sinceMs < minuteMs) {
      known.refused += 1;
      return known.refused;
    }
    // One line per address and minute: the one of the minute before says how many there were.
    logger.warn({ address, refusedBefore: known?.refused ?? 0 }, 'An API key was refused.');
    seen.delete(address);
    seen.set(address, { sinceMs: nowMs, refused: 1 });
    const [oldest] = seen.keys();
    if (seen.size > mostAddresses && oldest !== undefined) seen.delete(oldest);
    return 1;
  }

  return {
    async note(address, { signal }) {
      if (count(address) <= answeredAtOnce || held >= mostHeld) return;
      held += 1;
      try {
        await clock.sleep(heldMs, { signal });
      } finally {
        held -= 1;
      }
    },
  };
}
