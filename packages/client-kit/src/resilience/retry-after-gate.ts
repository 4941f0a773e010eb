import { type CallOptions, type Clock, CrossvaultError } from '@crossvault/core';

/** The wait that a vendor asked for. Until it is over no request of the connection leaves. */
export interface RetryAfterGate {
  /** How long it lasts from now on, in milliseconds; 0 when it is over. */
  readonly leftMs: number;
  /** The vendor asks for so much from now on. Of that, the longest wait that is believed counts. */
  extend(waitMs: number): void;
  /** Resolves when it is over; rejects with `source-throttled` at once when the caller would be gone by then. */
  over(call: CallOptions): Promise<void>;
}

/**
 * The longest wait that is believed where a vendor's documentation bounds none. A gateway in front of a vendor that says
 * "a day" by mistake must not cost a day: after this time one request finds out how things stand.
 */
const longestBelievedWaitMs = 900_000;

export function createRetryAfterGate(
  clock: Clock,
  connection: string,
  longestMs = longestBelievedWaitMs,
): RetryAfterGate {
  let endsAtMs = 0;
  const leftMs = (): number => Math.max(0, endsAtMs - clock.monotonicMs());
  return {
    get leftMs() {
      return leftMs();
    },
    extend(waitMs) {
      endsAtMs = Math.max(endsAtMs, clock.monotonicMs() + Math.min(waitMs, longestMs));
    },
    async over({ signal, endsAtMs: callEndsAtMs }) {
      // It may have been extended while this request slept.
      for (let left = leftMs(); left > 0; left = leftMs()) {
        if (callEndsAtMs !== undefined && endsAtMs > callEndsAtMs) throw tooLong(left / 1000, connection);
        await clock.sleep(left, { signal });
      }
    },
  };
}

function tooLong(seconds: number, source: string): CrossvaultError {
  const retryAfterSeconds = Math.ceil(seconds);
  return new CrossvaultError({
    code: 'source-throttled',
    message: `The source asked to be left alone for another ${retryAfterSeconds} seconds, which is longer than this request may wait. A restart of Crossvault lifts the wait.`,
    source,
    retryAfterSeconds,
  });
}
