import { type ConnectorContext, silentLogger } from '@crossvault/core';

/** What a connector gets from outside: every request is answered with the bytes, and time stands still. */
export function createContext(fetch: ConnectorContext['fetch']): ConnectorContext {
  return {
    connection: 'azure-prod',
    fetch,
    logger: silentLogger,
    clock: {
      now: () => Date.parse('2026-03-02T12:00:00Z'),
      monotonicMs: () => 0,
      // Deadlines never come.
      sleep: () => new Promise(() => undefined),
    },
    random: () => 0.5,
    concurrency: 4,
    allow: [],
  };
}

/** A call without a deadline. */
export const patientCall = { signal: new AbortController().signal };

export const vault = {
  subscriptionId: '8b6e2a31-5c74-4f0d-9a1e-2f6d7c3b9e50',
  resourceGroup: 'rg-backup-weu',
  name: 'rsv-prod-weu',
} as const;
