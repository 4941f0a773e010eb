import { type CallOptions, type Clock, CrossvaultError } from '@crossvault/core';

/** Clocks of two machines may differ by so much. */
const clockSlackMs = 300_000;

/** Whether an instant of ours was less than so long ago. One further in the future was written by a clock that was wrong: it is not. */
export function isRecent(at: string, nowMs: number, mostMs: number): boolean {
  const ageMs = nowMs - Date.parse(at);
  return ageMs < mostMs && ageMs >= -clockSlackMs;
}

/**
 * What one look at a long-running request showed. `tracking` is where to look next, when the vendor moved it;
 * `waitSeconds` what it asks to wait before that, null when it does not say.
 */
export type Look<Tracking, Result> =
  | { readonly state: 'running'; readonly waitSeconds: number | null; readonly tracking?: Tracking }
  | { readonly state: 'done'; readonly result: Result }
  | { readonly state: 'failed' | 'cancelled'; readonly code: string | null; readonly message: string };

/** How a vendor reports the progress of a request that it accepted: all that differs from vendor to vendor. */
export interface LongRunningProtocol<Tracking, Result> {
  /** Asks once. What it throws is a failure to look, and says nothing about the request itself. */
  look(tracking: Tracking, call: CallOptions): Promise<Look<Tracking, Result>>;
  /** How long to wait between two looks when the vendor does not say. */
  readonly usualWaitSeconds: number;
  /** Never wait longer than this, whatever the vendor says: its state may be deleted by then. */
  readonly longestWaitSeconds: number;
}

/** How often looking may fail in a row before it is given up. */
const failedLooks = 5;

/**
 * Looks until the request has ended one way or the other. Ends with the caller's signal; a look that failed in a way
 * that may pass is tried again with the next, any other is thrown.
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
