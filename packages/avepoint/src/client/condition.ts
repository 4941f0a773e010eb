import type { SourceCondition } from '@crossvault/core';

const severity = { closed: 0, 'half-open': 1, open: 2 } as const;

/** The condition of a connection to two hosts: the longer wait, and the sum of the requests. */
export function joinConditions(api: SourceCondition, identity: SourceCondition): SourceCondition {
  return {
    budget: api.budget,
    circuit: severity[identity.circuit] > severity[api.circuit] ? identity.circuit : api.circuit,
    waitMs: Math.max(api.waitMs, identity.waitMs),
    until: (identity.waitMs > api.waitMs ? identity : api).until,
    clockSkewSeconds: api.clockSkewSeconds ?? identity.clockSkewSeconds,
    requests: {
      sent: api.requests.sent + identity.requests.sent,
      retried: api.requests.retried + identity.requests.retried,
    },
  };
}
