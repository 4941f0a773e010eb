import { CrossvaultError, type ErrorCode, type SourceCondition } from '@crossvault/core';
import { goodCondition } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { askNumbered, askVendor, endsSync, hasBudget, historyStart } from './sync-parts.ts';
import { createPartsWorld } from './testing/sync-parts.ts';

const never = () => new Promise<never>(() => undefined);

describe('a request of a sync', () => {
  test('is waited for five minutes: no caller waits for it', async () => {
    const { parts, clock } = createPartsWorld();
    const refused = expect(askVendor(parts, never)).rejects.toMatchObject({ code: 'source-timeout', source: 'moving' });
    await clock.move(299_999);
    await clock.move(1);
    await refused;
  });

  test('ends with the sync, and with its reason', async () => {
    const { parts, ending } = createPartsWorld();
    const refused = expect(askVendor(parts, never)).rejects.toMatchObject({ code: 'lease-lost' });
    ending.abort(new CrossvaultError({ code: 'lease-lost', message: 'Another process has it.' }));
    await refused;
  });

  test('has a number that was taken when its turn had come, and before it left', async () => {
    const { parts, store } = createPartsWorld();
    const before = await store.takeReadingNumber();
    const { number, answer } = await askNumbered(parts, async () => store.takeReadingNumber());
    expect([before < number, number < answer]).toEqual([true, true]);
  });

  test('can ask what the store remembers of jobs of the same list, and of no other', async () => {
    const { parts, store, clock } = createPartsWorld();
    const at = new Date(clock.now()).toISOString();
    await store.acquireLease(parts.lease, 60_000);
    for (const [id, list] of [
      ['a', 'jobs'],
      ['b', 'others'],
    ] as const) {
      const mapped = parts.connector.mapJob(
        { list: { id, startedAt: at, endedAt: null, status: 'running' } },
        { connection: 'moving', list, observedAt: at },
      );
      if (mapped.kind === 'job')
        await store.putJobs([{ record: mapped.record, mapperVersion: 1, number: 1 }], { lease: parts.lease });
    }
    const recalled = await askVendor(parts, async (_, call) => call.recall?.('jobs', ['a', 'b', 'c']));
    expect([...(recalled ?? new Map()).keys()]).toEqual(['a']);
  });
});

describe('work that can wait', () => {
  const may = (condition: Partial<SourceCondition>) =>
    hasBudget(createPartsWorld({ condition: { ...goodCondition, ...condition } }).parts);

  test('is done while the vendor is well, and leaves some of its budget to callers', () => {
    expect(may({})).toBe(true);
    expect(may({ budget: { remaining: 21, resetAt: null } })).toBe(true);
    expect(may({ budget: { remaining: 20, resetAt: null } })).toBe(false);
    expect(may({ budget: { remaining: null, resetAt: null } })).toBe(true);
  });

  test('is not done while the vendor asks to wait, or after it failed too often', () => {
    expect(may({ waitMs: 1 })).toBe(false);
    expect(may({ circuit: 'open' })).toBe(false);
  });
});

test.each<[ErrorCode, boolean]>([
  ['store-unavailable', true],
  ['store-full', true],
  ['lease-lost', true],
  ['source-error', false],
  ['job-not-found', false],
  ['internal-error', false],
])('%s ends the sync: %s', (code, isEnd) => {
  expect(endsSync(new CrossvaultError({ code, message: 'It is so.' }))).toBe(isEnd);
});

test('history begins as far back as is configured, 90 days where nothing is', () => {
  const { parts } = createPartsWorld();
  expect(historyStart(parts)).toBe('2025-10-17T12:00:00.000Z');
  const source = { ...parts.source, connection: { ...parts.source.connection, historyDays: 1 } };
  expect(historyStart({ ...parts, source })).toBe('2026-01-14T12:00:00.000Z');
});
