import { type CallOptions, type Clock, CrossvaultError, isJsonObject } from '@crossvault/core';

/** Why a request is worth another try; null: it is not. */
export type RetryReason = 'transient' | 'throttled' | null;

/** Statuses that may be gone with the next try. 501 and 505 stay what they are. */
export function retryReasonOfStatus(status: number): RetryReason {
  if (status === 429) return 'throttled';
  if (status === 408) return 'transient';
  return status >= 500 && status !== 501 && status !== 505 ? 'transient' : null;
}

const baseMs = { transient: 50, throttled: 1_000 } as const;
const longestBackoffMs = 20_000;

/** How long to wait before the next try: anything between nothing and twice the span of the try before, so that many callers do not come back together. */
export function backoffMs(retryReason: 'transient' | 'throttled', attempt: number, random: () => number): number {
  return Math.round(random() * Math.min(longestBackoffMs, baseMs[retryReason] * 2 ** (attempt - 1)));
}

/** What all retries of a connection draw from: when failure is everywhere, it runs dry and requests fail at once. */
export interface RetryQuota {
  readonly left: number;
  /** False when there is not enough left for another try. */
  take(retryReason: 'transient' | 'throttled'): boolean;
  /** A request that succeeded gives back what its last retry took, else a little. */
  giveBack(taken: 'transient' | 'throttled' | null): void;
}

const quotaTokens = 500;
const costs = { transient: 14, throttled: 5 } as const;

/** Sizes as in the AWS SDKs' standard mode of 2026: 500 tokens, 14 for a transient retry, 5 for a throttled one, 1 back for a success. */
export function createRetryQuota(): RetryQuota {
  let left = quotaTokens;
  return {
    get left() {
      return left;
    },
    take(retryReason) {
      if (left < costs[retryReason]) return false;
      left -= costs[retryReason];
      return true;
    },
    giveBack(taken) {
      left = Math.min(quotaTokens, left + (taken === null ? 1 : costs[taken]));
    },
  };
}

/** Longer waits are treated as a mistake of the vendor and cut to this, in seconds. */
const longestWaitSeconds = 86_400;

/** Names of the header, the finer first, with what their number counts. Azure's services send all three. */
const headers = [
  ['retry-after-ms', 1000],
  ['x-ms-retry-after-ms', 1000],
  ['retry-after', 1],
] as const;

/**
 * How many seconds an answer asks to wait, by its headers: a number, or a date, which counts from `nowMs` on and is no
 * wait at all when it has passed. Null when it does not say.
 */
export function readRetryAfter(response: Response, nowMs: number): number | null {
  for (const [name, perSecond] of headers) {
    const text = response.headers.get(name)?.trim() ?? '';
    if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return clampWait(Number(text) / perSecond);
  }
  const dateMs = Date.parse(response.headers.get('retry-after') ?? '');
  return Number.isNaN(dateMs) ? null : clampWait((dateMs - nowMs) / 1000);
}

export const clampWait = (seconds: number): number => Math.min(Math.max(0, seconds), longestWaitSeconds);

/**
 * How many seconds an answer asks to wait by its body: `retryAfter` of the body or of one of its `errors`, the longest.
 * Gateways write it so. Null when it does not say.
 */
export function readBodyWait(body: unknown): number | null {
  if (!isJsonObject(body)) return null;
  const errors: readonly unknown[] = Array.isArray(body['errors']) ? body['errors'] : [];
  const waits = [body, body['error'], ...errors].flatMap((part) => {
    const seconds = isJsonObject(part) ? part['retryAfter'] : undefined;
    return typeof seconds === 'number' && Number.isFinite(seconds) ? [clampWait(seconds)] : [];
  });
  return waits.length === 0 ? null : Math.max(...waits);
}

/** How many seconds an answer asks to wait, by its headers, else by its body. Null when neither says. */
export function readUsualWait(response: Response, body: unknown, nowMs: number): number | null {
  return readRetryAfter(response, nowMs) ?? readBodyWait(body);
}

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
