import { type ConnectorContext, silentLogger } from '@crossvault/core';
import { createTestClock } from './time/idle-clock.ts';

const never = (what: string) => () => Promise.reject(new Error(`nothing may ${what} here`));

/** A connector's context that sends nothing and sleeps in no time, but for what a test puts in its place. */
export function createTestContext(change: Partial<ConnectorContext> = {}): ConnectorContext {
  return {
    connection: 'test',
    fetch: never('be sent'),
    logger: silentLogger,
    clock: createTestClock(),
    random: () => 0.5,
    concurrency: 2,
    allow: [],
    ...change,
  };
}
