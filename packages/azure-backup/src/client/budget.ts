import type { SourceCondition } from '@crossvault/core';

/** The bucket of reads that Azure gives one principal in one subscription; here all subscriptions share it. */
export const allowance = { requests: 250, refillPerSecond: 25 } as const;

/** Which counts there are depends on the provider; the number behind the name is what is left. */
const remaining =
  /^x-ms-ratelimit-remaining-(?:subscription|tenant)-(?:global-)?(?:reads|resource-requests|resource-entities-read)$/;

/** What is left for reading, the smallest count of those that an answer carries; null where it carries none. */
export function readBudget(response: Response): SourceCondition['budget'] {
  const counts = [...response.headers].flatMap(([name, value]) =>
    remaining.test(name) && /^\s*\d+\s*$/.test(value) ? [Number(value)] : [],
  );
  return counts.length === 0 ? null : { remaining: Math.min(...counts), resetAt: null };
}
