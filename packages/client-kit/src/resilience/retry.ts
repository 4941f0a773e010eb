import type { CallOptions, Clock } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import { isJsonObject } from '@crossvault/core/wire';

/** Why a request is retried; null: it is not. */
export type RetryReason = 'transient' | 'throttled' | null;

/** Statuses that may be temporary. 501 and 505 are permanent. */
export function retryReasonOfStatus(status: number): RetryReason {
  if (status === 429) return 'throttled';
  if (status === 408) return 'transient';
  return status >= 500 && status !== 501 && status !== 505 ? 'transient' : null;
}

const baseMs = { transient: 50, throttled: 1_000 } as const;
const longestBackoffMs = 20_000;

/** Full jitter: a random pause up to an exponentially growing bound, so that many callers do not retry together. */
export function backoffMs(retryReason: 'transient' | 'throttled', attempt: number, random: () => number): number {
  return Math.round(random() * Math.min(longestBackoffMs, baseMs[retryReason] * 2 ** (attempt - 1)));
}

/** The retry quota of a connection: when most requests fail, it is used up and requests fail at once. */
export interface RetryQuota {
  readonly left: number;
  /** False when too little is left for another retry. */
  take(retryReason: 'transient' | 'throttled'): boolean;
  /** A successful request returns the cost of its last retry, or one token. */
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

/** Maximum accepted wait, in seconds; longer ones are cut. */
const longestWaitSeconds = 86_400;

/** Header names, the most precise first, with their unit. Azure's services send all three. */
const headers = [
  ['retry-after-ms', 1000],
  ['x-ms-retry-after-ms', 1000],
  ['retry-after', 1],
] as const;

/**
 * The requested wait in seconds, from the headers: a number, or a date relative to `nowMs`, which means no
 * wait when it has passed. Null without such a header.
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
 * The requested wait in seconds, from the body: the longest `retryAfter` of the body or of its `errors`.
 * Gateways use this form. Null without such a field.
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

/** The requested wait in seconds, from the headers, else from the body. Null when both have none. */
export function readUsualWait(response: Response, body: unknown, nowMs: number): number | null {
  return readRetryAfter(response, nowMs) ?? readBodyWait(body);
}

/** The wait that a vendor requested. Until it is over, the connection sends no request. */
export interface RetryAfterGate {
  /** Remaining wait in milliseconds; 0 when it is over. */
  readonly leftMs: number;
  /** Starts a wait now, up to the maximum that is honoured. */
  extend(waitMs: number): void;
  /** Resolves when it is over; rejects with `source-throttled` at once when the caller's deadline is earlier. */
  over(call: CallOptions): Promise<void>;
}

/**
 * Maximum wait where the vendor documents none. A gateway that requests
 * a day by mistake must not block the connection for a day: after this time one request is sent.
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
      // Another answer may have extended it meanwhile.
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
    message: `The source requested a wait of another ${retryAfterSeconds} seconds, which is longer than this request may take. A restart of Crossvault ends the wait.`,
    source,
    retryAfterSeconds,
  });
}
