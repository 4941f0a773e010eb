import { expect, test } from 'vitest';
import { readBudget } from './budget.ts';

test.each([
  [{ 'x-ms-ratelimit-remaining-subscription-reads': '249' }, 249],
  [{ 'x-ms-ratelimit-remaining-subscription-resource-requests': '107' }, 107],
  [
    {
      'x-ms-ratelimit-remaining-subscription-reads': '249',
      'x-ms-ratelimit-remaining-subscription-global-reads': '3749',
      'x-ms-ratelimit-remaining-tenant-reads': '12',
    },
    12,
  ],
  [{ 'x-ms-ratelimit-remaining-subscription-writes': '3', 'x-ms-ratelimit-remaining-subscription-reads': '40' }, 40],
  [{ 'x-ms-ratelimit-remaining-subscription-resource-entities-read': '0' }, 0],
  [{ 'x-ms-ratelimit-remaining-subscription-reads': 'plenty' }, null],
  [{ 'x-ms-ratelimit-remaining-subscription-writes': '3' }, null],
  [{}, null],
])('with the headers %j there are %j reads left', (headers, remaining) => {
  const budget = readBudget(new Response(null, { headers: { ...headers } }));
  expect(budget).toEqual(remaining === null ? null : { remaining, resetAt: null });
});
