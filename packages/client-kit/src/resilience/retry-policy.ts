/** Why a request is worth another try; null: it is not. */
export type Trouble = 'transient' | 'throttled' | null;

/** Statuses that may be gone with the next try. 501 and 505 stay what they are. */
export function troubleOfStatus(status: number): Trouble {
  if (status === 429) return 'throttled';
  if (status === 408) return 'transient';
  return status >= 500 && status !== 501 && status !== 505 ? 'transient' : null;
}

const baseMs = { transient: 50, throttled: 1_000 } as const;
const longestBackoffMs = 20_000;

/** How long to wait before the next try: anything between nothing and twice the span of the try before, so that many callers do not come back together. */
export function backoffMs(trouble: 'transient' | 'throttled', attempt: number, random: () => number): number {
  return Math.round(random() * Math.min(longestBackoffMs, baseMs[trouble] * 2 ** (attempt - 1)));
}

/** What all retries of a connection draw from: when failure is everywhere, it runs dry and requests fail at once. */
export interface RetryQuota {
  readonly left: number;
  /** False when there is not enough left for another try. */
  take(trouble: 'transient' | 'throttled'): boolean;
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
    take(trouble) {
      if (left < costs[trouble]) return false;
      left -= costs[trouble];
      return true;
    },
    giveBack(taken) {
      left = Math.min(quotaTokens, left + (taken === null ? 1 : costs[taken]));
    },
  };
}
