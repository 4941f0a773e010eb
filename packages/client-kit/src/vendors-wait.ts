import { type CallOptions, type Clock, CrossvaultError } from '@crossvault/contract';

/** The wait that a vendor asked for. Until it is over the vendor is not asked again, by nobody of the connection. */
export interface VendorsWait {
  /** When it ends, in milliseconds since 1970. */
  readonly untilMs: number;
  extend(waitMs: number): void;
  /** Resolves when it is over; rejects with `source-throttled` at once when the caller would be gone by then. */
  over(call: CallOptions): Promise<void>;
}

export function createVendorsWait(clock: Clock, connection: string): VendorsWait {
  let untilMs = 0;
  return {
    get untilMs() {
      return untilMs;
    },
    extend(waitMs) {
      untilMs = Math.max(untilMs, clock.now() + waitMs);
    },
    async over({ signal, endsAtMs }) {
      // It may have been extended while this request slept.
      while (clock.now() < untilMs) {
        if (endsAtMs !== undefined && untilMs > endsAtMs) throw tooLong((untilMs - clock.now()) / 1000, connection);
        await clock.sleep(untilMs - clock.now(), { signal });
      }
    },
  };
}

function tooLong(seconds: number, source: string): CrossvaultError {
  const retryAfterSeconds = Math.ceil(seconds);
  return new CrossvaultError({
    code: 'source-throttled',
    message: `The source asked to be left alone for another ${retryAfterSeconds} seconds, which is longer than this request may wait.`,
    source,
    retryAfterSeconds,
  });
}
