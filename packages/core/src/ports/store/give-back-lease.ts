import { CrossvaultError } from '../../errors/error.ts';
import type { Clock } from '../connector-context.ts';

/** How soon a lease that could not be given back is given back again. */
const giveBackAgainMs = 1_000;

/** How long a release is repeated. */
export interface GiveBackOptions {
  /** Measures the time and waits between two releases. */
  readonly clock: Pick<Clock, 'monotonicMs' | 'sleep'>;
  /** When the lease has lapsed by itself. */
  readonly longestMs: number;
  /** Aborted when the process stops: then nothing is repeated. */
  readonly signal: AbortSignal;
}

/**
 * Gives a lease back. The next process waits for it: where the store is unavailable for a moment, the release is repeated until it
 * succeeds. Rejects as `release` did last.
 */
export async function giveBackLease(
  release: () => Promise<void>,
  { clock, longestMs, signal }: GiveBackOptions,
): Promise<void> {
  for (const endsMs = clock.monotonicMs() + longestMs; ; ) {
    try {
      return await release();
    } catch (error) {
      const isUnavailable = CrossvaultError.from(error).code === 'store-unavailable';
      if (!isUnavailable || signal.aborted || clock.monotonicMs() >= endsMs) throw error;
    }
    await clock.sleep(giveBackAgainMs, { signal }).catch(() => undefined);
  }
}
