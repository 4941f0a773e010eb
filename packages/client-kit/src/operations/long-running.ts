import type { CallOptions, Clock } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';

/** Accepted difference between the clocks of two machines. */
const clockSlackMs = 300_000;

/** Whether an instant of Crossvault is at most `mostMs` ago. An instant further in the future comes from a wrong clock and is not recent. */
export function isRecent(at: string, nowMs: number, mostMs: number): boolean {
  const ageMs = nowMs - Date.parse(at);
  return ageMs < mostMs && ageMs >= -clockSlackMs;
}

/**
 * State of a long-running request. `tracking` is its new address, when the vendor moved it;
 * `waitSeconds` the requested wait before the next check, or null.
 */
export type Look<Tracking, Result> =
  | { readonly state: 'running'; readonly waitSeconds: number | null; readonly tracking?: Tracking }
  | { readonly state: 'done'; readonly result: Result }
  | { readonly state: 'failed' | 'cancelled'; readonly code: string | null; readonly message: string };

/** How a vendor reports the progress of a request that it accepted: all that differs from vendor to vendor. */
export interface LongRunningProtocol<Tracking, Result> {
  /** Reads the state once. An error means that the check failed, and says nothing about the request itself. */
  look(tracking: Tracking, call: CallOptions): Promise<Look<Tracking, Result>>;
  /** Default wait between two checks, in seconds. */
  readonly usualWaitSeconds: number;
  /** Maximum wait between two checks: the vendor may delete the state after a longer one. */
  readonly longestWaitSeconds: number;
}

/** Consecutive failed checks after which polling ends. */
const failedLooks = 5;

/**
 * Polls until the request has ended. Stops with the caller's signal; a check that failed in a way
 * that may be temporary is repeated, any other error is thrown.
 */
export async function pollUntilDone<Tracking, Result>(
  protocol: LongRunningProtocol<Tracking, Result>,
  start: { readonly tracking: Tracking; readonly waitSeconds: number | null },
  clock: Clock,
  call: CallOptions,
): Promise<Exclude<Look<Tracking, Result>, { readonly state: 'running' }>> {
  let { tracking, waitSeconds } = start;
  let failed = 0;
  for (;;) {
    const seconds = Math.min(waitSeconds ?? protocol.usualWaitSeconds, protocol.longestWaitSeconds);
    await clock.sleep(seconds * 1000, { signal: call.signal });
    try {
      const seen = await protocol.look(tracking, call);
      if (seen.state !== 'running') return seen;
      failed = 0;
      waitSeconds = seen.waitSeconds;
      tracking = seen.tracking ?? tracking;
    } catch (error) {
      failed += 1;
      const mayPass = CrossvaultError.isInstance(error) && error.entry.retryable && !call.signal.aborted;
      if (!mayPass || failed >= failedLooks) throw error;
      waitSeconds = null;
    }
  }
}
