import type { ConnectorContext, CrossvaultError } from '@crossvault/core';
import { createTestClock, createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createRequestPolicy, createVendorClient, type RequestPolicyOptions } from '../index.ts';

interface Paths {
  '/jobs': { get: { responses: { 200: { content: { 'application/json': unknown } } } } };
}
type Answer = Response | Error | 'hang';
const baseUrl = 'https://vendor.example';
const call = { signal: new AbortController().signal };
const ok = () => Response.json({ jobs: [] });
const status = (code: number, headers: Record<string, string> = {}) => Response.json({}, { status: code, headers });
const reset = () => new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });

/** A source that answers these one after the other, then continues with the last. */
function sourceOf(answers: readonly (() => Answer)[], options: Partial<RequestPolicyOptions> = {}) {
  const clock = createTestClock();
  const startedMs = clock.now();
  const askedAfterMs: number[] = [];
  const headers: Headers[] = [];
  const logged: object[] = [];
  const fetch: ConnectorContext['fetch'] = (request) => {
    const answer = (answers[askedAfterMs.length] ?? answers.at(-1) ?? ok)();
    askedAfterMs.push(clock.now() - startedMs);
    headers.push(request.headers);
    if (answer instanceof Error) return Promise.reject(answer);
    if (answer instanceof Response) return Promise.resolve(answer);
    return new Promise((_resolve, reject) =>
      request.signal.addEventListener('abort', () => reject(request.signal.reason)),
    );
  };
  const logger = { debug: (fields: object) => void logged.push(fields), info() {}, warn() {}, error() {} };
  const context = createTestContext({
    connection: 'console',
    fetch,
    clock,
    logger,
    random: () => 0.999_999,
    concurrency: 1,
  });
  const requestPolicy = createRequestPolicy({ context, baseUrl, ...options });
  const client = createVendorClient<Paths>({
    baseUrl,
    context,
    requestPolicy,
    readProblem: () => null,
    readBudget: (response) => {
      const remaining = response.headers.get('x-remaining');
      return remaining === null ? null : { remaining: Number(remaining), resetAt: null };
    },
    requestIdHeader: 'x-their-id',
    sendRequestIdAs: 'x-our-id',
  });
  const read = (options: { signal: AbortSignal; endsAtMs?: number } = call) =>
    client.read(options, (api, signal) => api.GET('/jobs', { signal }));
  return { clock, startedMs, askedAfterMs, headers, logged, requestPolicy, read };
}

test.each<[string, () => Answer]>([
  ['408', () => status(408)],
  ['429', () => status(429)],
  ['500', () => status(500)],
  ['503', () => status(503)],
  ['520', () => status(520)],
  ['a reset', reset],
  ['a body that breaks off', () => new Response('{"jobs":[', { status: 200 })],
  ['a page of HTML', () => new Response('<html>proxy</html>', { headers: { 'content-type': 'text/html' } })],
  ['silence', () => 'hang'],
])('after %s it sends the request again, and the caller gets only the answer', async (_name, retryReason) => {
  const { read, requestPolicy } = sourceOf([retryReason, ok]);
  expect((await read()).body).toEqual({ jobs: [] });
  expect(requestPolicy.condition().requests).toEqual({ sent: 2, retried: 1 });
});

test.each([400, 401, 403, 404, 409, 501])('status %i is final', async (code) => {
  const { read, askedAfterMs } = sourceOf([() => status(code)]);
  expect(await failureOf(read())).toMatchObject({ upstreamStatus: code });
  expect(askedAfterMs).toHaveLength(1);
});

test('a certificate that is not trusted is a fault of the set-up and not tried again', async () => {
  const cause = Object.assign(new Error('self-signed'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  const { read, askedAfterMs } = sourceOf([() => new TypeError('fetch failed', { cause })]);
  const error = await failureOf(read());
  expect(error).toMatchObject({ code: 'certificate-refused' });
  expect(error.message).toContain('tls.ca');
  expect(askedAfterMs).toHaveLength(1);
});

test('five attempts are the most, with growing pauses; the last answer is returned', async () => {
  const { read, askedAfterMs } = sourceOf([() => status(503)]);
  expect(await failureOf(read())).toMatchObject({ code: 'source-error', upstreamStatus: 503 });
  expect(askedAfterMs).toEqual([0, 50, 150, 350, 750]);
});

test('while the wait that the vendor asked for lasts, the connection sends no request', async () => {
  const { read, askedAfterMs } = sourceOf([() => status(429, { 'retry-after': '30' }), ok]);
  await Promise.all([read(), read(), read()]);
  expect(askedAfterMs).toEqual([0, 30_000, 30_000, 30_000]);
});

test('a wait longer than the caller has ends at once, and says how long it is', async () => {
  const { read, clock, startedMs, askedAfterMs, requestPolicy } = sourceOf([
    () => status(503, { 'retry-after': '600' }),
    ok,
  ]);
  const patient = { ...call, endsAtMs: clock.monotonicMs() + 30_000 };
  expect(await failureOf(read(patient))).toMatchObject({ code: 'source-error', retryAfterSeconds: 600 });
  expect(await failureOf(read(patient))).toMatchObject({ code: 'source-throttled', retryAfterSeconds: 600 });
  expect(clock.now()).toBe(startedMs);
  expect(askedAfterMs).toEqual([0]);
  expect(requestPolicy.condition()).toMatchObject({
    waitMs: 600_000,
    until: new Date(startedMs + 600_000).toISOString(),
  });
});

test('without a deadline of the caller all attempts together have one', async () => {
  const { read, askedAfterMs } = sourceOf([() => status(429, { 'retry-after': '25' })]);
  await failureOf(read());
  expect(askedAfterMs).toEqual([0, 25_000, 50_000]);
});

test('cancelling during a wait of hours ends at once', async () => {
  const controller = new AbortController();
  const { read } = sourceOf([() => status(429, { 'retry-after': '36' }), () => 'hang']);
  const reading = read({ signal: controller.signal });
  setImmediate(() => controller.abort(new Error('enough')));
  expect(await failureOf(reading)).toMatchObject({ code: 'interrupted' });
});

test('a request that hangs costs one attempt, not the connection', async () => {
  const { read, askedAfterMs } = sourceOf([() => 'hang', ok], { attemptTimeoutMs: 5_000 });
  await read();
  expect(askedAfterMs).toEqual([0, 5_050]);
});

test('where everything fails, attempts stay within the calls and the quota, and the circuit opens', async () => {
  const { read, requestPolicy, askedAfterMs, clock } = sourceOf([() => status(503)]);
  const calls = 200;
  const codes = new Set<string>();
  for (let made = 0; made < calls; made += 1) codes.add((await failureOf(read())).code);
  expect(askedAfterMs.length).toBeLessThanOrEqual(calls + Math.floor(500 / 14));
  expect(codes).toEqual(new Set(['source-error', 'circuit-open']));
  expect(requestPolicy.condition()).toMatchObject({ circuit: 'open' });
  expect(Date.parse(requestPolicy.condition().until ?? '')).toBeGreaterThan(clock.now());
});

test('an open circuit refuses without asking, lets one try later, and closes when that goes well', async () => {
  const { read, requestPolicy, clock, askedAfterMs } = sourceOf([
    ...Array.from({ length: 20 }, () => () => status(500)),
    ok,
  ]);
  for (let made = 0; made < 4; made += 1) await failureOf(read());
  expect(askedAfterMs).toHaveLength(20);
  const refused: CrossvaultError = await failureOf(read());
  expect(refused).toMatchObject({ code: 'circuit-open', source: 'console', retryAfterSeconds: 30 });
  expect(askedAfterMs).toHaveLength(20);
  await clock.sleep(30_000);
  expect(requestPolicy.condition().circuit).toBe('half-open');
  await read();
  expect(requestPolicy.condition().circuit).toBe('closed');
});

test('what the vendor says is left is shown, and slows the connection down before it is refused', async () => {
  const allowance = { requests: 250, refillPerSecond: 25 };
  const { read, requestPolicy, askedAfterMs } = sourceOf(
    [() => Response.json({}, { headers: { 'x-remaining': '0' } })],
    {
      allowance,
    },
  );
  await read();
  expect(requestPolicy.condition().budget).toEqual({ remaining: 0, resetAt: null });
  await read();
  expect(askedAfterMs).toEqual([0, 40]);
});

test("the vendor's clock is compared with ours", async () => {
  const { read, requestPolicy } = sourceOf([
    () => Response.json({}, { headers: { date: 'Mon, 02 Mar 2026 12:07:00 GMT' } }),
  ]);
  expect(requestPolicy.condition().clockSkewSeconds).toBeNull();
  await read();
  expect(requestPolicy.condition().clockSkewSeconds).toBe(420);
});

test('every request says who we are and has an id of its own; a line of the log has both ids and no query', async () => {
  const { read, headers, logged } = sourceOf([() => status(500, { 'x-their-id': 'theirs' }), ok]);
  await read();
  expect(headers.map((each) => each.get('user-agent'))).toEqual(['crossvault/0.1.0', 'crossvault/0.1.0']);
  expect(headers[0]?.get('x-our-id')).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(logged[0]).toMatchObject({
    method: 'GET',
    address: 'https://vendor.example/jobs',
    status: 500,
    attempt: 1,
    requestId: headers[0]?.get('x-our-id'),
    upstreamRequestId: 'theirs',
  });
});
