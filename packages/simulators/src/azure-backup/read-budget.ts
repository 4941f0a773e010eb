import type { SimulatedClock } from '../clock/clock.ts';

/** Remaining budget of a principal in a subscription after a request, and the wait when it is used up. */
export type ReadBudget = {
  take(subscriptionId: string): { readonly left: number; readonly global: number | null; readonly waitSeconds: number };
};

const HOUR_MS = 3_600_000;
/** Reads per hour of a subscription, by the older rule. */
const READS_AN_HOUR = 12_000;

/** The older rule: a number of reads per hour. It is only reported and never enforced here. */
export const createHourlyBudget = (clock: SimulatedClock): ReadBudget => {
  let hour = Number.NaN;
  let left = READS_AN_HOUR;
  return {
    take: () => {
      const now = Math.floor(clock.now() / HOUR_MS);
      left = now === hour ? Math.max(0, left - 1) : READS_AN_HOUR - 1;
      hour = now;
      return { left, global: null, waitSeconds: 0 };
    },
  };
};

const BUCKET = 250;
const REFILL_PER_SECOND = 25;
/** The subscription as a whole has this many times what one principal has. */
const GLOBAL_TIMES = 15;

/** The rule since 2024: a bucket for each subscription that is filled up steadily. Requests are refused while it is empty. */
export const createBucketBudget = (clock: SimulatedClock): ReadBudget => {
  const buckets = new Map<string, { level: number; atMs: number }>();
  return {
    take: (subscriptionId) => {
      const former = buckets.get(subscriptionId) ?? { level: BUCKET, atMs: clock.now() };
      const passedSeconds = Math.max(0, clock.now() - former.atMs) / 1000;
      const level = Math.min(BUCKET, former.level + passedSeconds * REFILL_PER_SECOND);
      const isEmpty = level < 1;
      buckets.set(subscriptionId, { level: isEmpty ? level : level - 1, atMs: clock.now() });
      const left = Math.floor(isEmpty ? level : level - 1);
      const global = BUCKET * GLOBAL_TIMES - (BUCKET - left);
      return { left, global, waitSeconds: isEmpty ? Math.max(1, Math.ceil((1 - level) / REFILL_PER_SECOND)) : 0 };
    },
  };
};
