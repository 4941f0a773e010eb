import type { ConnectorContext } from '@crossvault/contract';
import { silentLogger } from './manual-clock.ts';

const never = (what: string) => () => Promise.reject(new Error(`nothing may ${what} here`));

/** A connector's context that sends nothing and never sleeps, but for what a test puts in its place. */
export function createTestContext(change: Partial<ConnectorContext> = {}): ConnectorContext {
  return {
    connection: 'test',
    fetch: never('be sent'),
    logger: silentLogger,
    clock: { now: () => Date.parse('2026-03-02T12:00:00Z'), sleep: never('sleep') },
    random: () => 0.5,
    concurrency: 2,
    ...change,
  };
}
