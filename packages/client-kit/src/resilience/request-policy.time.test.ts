import { type CallOptions, type ConnectorContext, CrossvaultError } from '@crossvault/core';
import { createTestClock, createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createRequestPolicy, createVendorClient, type RequestPolicyOptions } from '../index.ts';

interface Paths {
  '/jobs': { get: { responses: { 200: { content: { 'application/json': unknown } } } } };
}
const baseUrl = 'https://vendor.example';
const call = { signal: new AbortController().signal };
const dayMs = 86_400_000;
const status = (code: number, headers: Record<string, string> = {}) => Response.json({}, { status: code, headers });

/** A source that answers with these one after the other, then with successes; and when it was asked. */
function sourceOf(answers: readonly Response[], options: Partial<RequestPolicyOptions> = {}) {
  const clock = createTestClock();
  const startedMs = clock.monotonicMs();
  const askedAfterMs: number[] = [];
  const fetch: ConnectorContext['fetch'] = async () => {
    askedAfterMs.push(clock.monotonicMs() - startedMs);
    return answers[askedAfterMs.length - 1] ?? Response.json({ jobs: [] });
  };
  const context = createTestContext({ connection: 'console', fetch, clock, random: () => 0.5, concurrency: 1 });
  const requestPolicy = createRequestPolicy({ context, baseUrl, ...options });
  const client = createVendorClient<Paths>({ baseUrl, context, requestPolicy, readProblem: () => null });
  const read = (options: CallOptions = call) => client.read(options, (api, signal) => api.GET('/jobs', { signal }));
  return { clock, askedAfterMs, requestPolicy, read };
}

test.each([dayMs, -dayMs])('a wall clock that is set by %i ms lengthens and shortens no wait', async (shiftMs) => {
  const { clock, requestPolicy, read, askedAfterMs } = sourceOf([status(503, { 'retry-after': '60' })], {
    attempts: 1,
  });
  await failureOf(read());
  clock.shiftWall(shiftMs);
  expect(requestPolicy.condition()).toMatchObject({
    waitMs: 60_000,
    until: new Date(clock.now() + 60_000).toISOString(),
  });
  await read();
  expect(askedAfterMs).toEqual([0, 60_000]);
});

test.each([dayMs, -dayMs])('a wall clock that is set by %i ms gives and takes no allowance', async (shiftMs) => {
  const { clock, read, askedAfterMs } = sourceOf([], { allowance: { requests: 1, refillPerSecond: 1 } });
  await read();
  clock.shiftWall(shiftMs);
  await read();
  await read();
  expect(askedAfterMs).toEqual([0, 1000, 2000]);
});

test('callers that cancelled before their request left take nothing from the allowance', async () => {
  const { clock, read, askedAfterMs } = sourceOf([status(429, { 'retry-after': '60' })], {
    attempts: 1,
    allowance: { requests: 10, refillPerSecond: 1 },
  });
  await failureOf(read());
  for (let caller = 0; caller < 600; caller += 1) {
    const impatient = { ...call, endsAtMs: clock.monotonicMs() + 1000 };
    expect(await failureOf(read(impatient))).toMatchObject({ code: 'source-throttled' });
  }
  await read();
  expect(askedAfterMs).toEqual([0, 60_000]);
});

test('callers that cancel while they wait for the allowance leave their turn to the next', async () => {
  const { clock, read, askedAfterMs } = sourceOf([], { allowance: { requests: 1, refillPerSecond: 0.1 } });
  await read();
  const given = Array.from({ length: 50 }, async () => {
    const impatient = new AbortController();
    const reading = failureOf(read({ signal: impatient.signal }));
    await clock.sleep(10);
    impatient.abort(new CrossvaultError({ code: 'interrupted', message: 'enough' }));
    expect(await reading).toMatchObject({ code: 'interrupted' });
  });
  await Promise.all(given);
  await read();
  expect(askedAfterMs).toEqual([0, 10_000]);
});

test('of a wait of a day a quarter of an hour is believed, then one request finds out', async () => {
  const { read, requestPolicy, askedAfterMs } = sourceOf([status(429, { 'retry-after': '86400' })], { attempts: 1 });
  await failureOf(read());
  expect(requestPolicy.condition().waitMs).toBe(900_000);
  await read();
  expect(askedAfterMs).toEqual([0, 900_000]);
});

test('a vendor whose documentation bounds its waits is believed that far', async () => {
  const { read, requestPolicy } = sourceOf([status(429, { 'retry-after': '86400' })], {
    attempts: 1,
    longestWaitMs: 3_600_000,
  });
  await failureOf(read());
  expect(requestPolicy.condition().waitMs).toBe(3_600_000);
});

test('a request whose time ran out while the process stood still does not leave', async () => {
  const { clock, read, askedAfterMs } = sourceOf([status(429, { 'retry-after': '10' })], { attempts: 1 });
  await failureOf(read());
  const late = read({ ...call, endsAtMs: clock.monotonicMs() + 10_000 });
  clock.move(60_000);
  expect(await failureOf(late)).toMatchObject({ code: 'source-timeout' });
  expect(askedAfterMs).toEqual([0]);
});
