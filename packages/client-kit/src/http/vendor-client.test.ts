import { type ConnectorContext, CrossvaultError, type ErrorCode, Secret } from '@crossvault/core';
import { createTestClock } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createFixedToken, createTokenSource, createVendorClient, samePath, type TokenSource } from '../index.ts';

interface Paths {
  '/jobs': { get: { responses: { 200: { content: { 'application/json': unknown } } } } };
}
const baseUrl = 'https://vendor.example:1280/api';
const clock = createTestClock();
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const call = { signal: new AbortController().signal };

function contextWith(fetch: ConnectorContext['fetch']): ConnectorContext {
  return { connection: 'console', fetch, logger: quiet, clock, random: () => 0.5, concurrency: 4, allow: [] };
}
function clientWith(
  fetch: ConnectorContext['fetch'],
  tokens: TokenSource = createFixedToken(new Secret('t0ken'), { clock, connection: 'console' }),
) {
  const context = contextWith(fetch);
  return createVendorClient<Paths>({
    baseUrl,
    context,
    tokens,
    readProblem: (body) => (typeof body === 'string' ? null : 'their words'),
    requestIdHeader: 'x-their-id',
  });
}
const json = (body: unknown, init?: ResponseInit): Response => Response.json(body, init);
async function failureOf(promise: Promise<unknown>): Promise<CrossvaultError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!CrossvaultError.isInstance(error)) throw new Error(`expected a CrossvaultError, got ${String(error)}`);
  return error;
}

test('a success gives the body, and the token goes along', async () => {
  const seen: string[] = [];
  const client = clientWith(async (request) => {
    seen.push(`${request.method} ${request.url} ${request.headers.get('authorization')}`);
    return json({ a: 1 });
  });
  const answer = await client.read(call, (api, signal) => api.GET('/jobs', { signal }));
  expect(answer.body).toEqual({ a: 1 });
  expect(seen).toEqual(['GET https://vendor.example:1280/api/jobs Bearer t0ken']);
});

test.each<[number, ErrorCode]>([
  [400, 'source-refused'],
  [401, 'authentication-failed'],
  [403, 'permission-denied'],
  [404, 'source-not-found'],
  [408, 'source-timeout'],
  [429, 'source-throttled'],
  [500, 'source-error'],
  [504, 'source-timeout'],
  [520, 'source-error'],
])("status %i becomes %s, with the source, the vendor's words and its request id", async (status, code) => {
  const client = clientWith(async () => json({}, { status, headers: { 'x-their-id': 'r-1', 'retry-after': '7' } }));
  const error = await failureOf(client.read(call, (api, signal) => api.GET('/jobs', { signal })));
  expect(error).toMatchObject({
    code,
    source: 'console',
    upstreamStatus: status,
    upstreamRequestId: 'r-1',
    retryAfterSeconds: 7,
  });
  expect(error.message).toContain('their words');
});

test('an answer that is no JSON is unreadable, not a crash', async () => {
  const client = clientWith(
    async () => new Response('<html>maintenance</html>', { headers: { 'content-type': 'text/html' } }),
  );
  expect((await failureOf(client.read(call, (api, signal) => api.GET('/jobs', { signal })))).code).toBe(
    'answer-unreadable',
  );
});

test('no connection names the system error and what to do', async () => {
  const client = clientWith(async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
  });
  const error = await failureOf(client.read(call, (api, signal) => api.GET('/jobs', { signal })));
  expect(error.code).toBe('source-unreachable');
  expect(error.message).toMatch(/ECONNREFUSED.*Nothing listens there/);
});

test('cancelling ends with the reason of the signal', async () => {
  const controller = new AbortController();
  const client = clientWith(
    (request) =>
      new Promise((_resolve, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason))),
  );
  const reading = client.read({ signal: controller.signal }, (api, signal) => api.GET('/jobs', { signal }));
  controller.abort(new CrossvaultError({ code: 'source-timeout', message: 'too slow' }));
  expect(await failureOf(reading)).toMatchObject({ code: 'source-timeout', source: 'console' });
});

test('a refused token is renewed once; a second refusal is an error', async () => {
  const names = ['access-t1', 'access-t2', 'access-t3'];
  const tokens = createTokenSource({
    clock,
    connection: 'console',
    request: async () => ({ token: names.shift() ?? 'none', expiresInSeconds: 3600 }),
  });
  const used: (string | null)[] = [];
  const refuseFirst = clientWith(async (request) => {
    used.push(request.headers.get('authorization'));
    return used.length === 1 ? json({}, { status: 401 }) : json({ ok: true });
  }, tokens);
  await refuseFirst.read(call, (api, signal) => api.GET('/jobs', { signal }));
  expect(used).toEqual(['Bearer access-t1', 'Bearer access-t2']);

  let asked = 0;
  const refuseAll = clientWith(async () => {
    asked += 1;
    return json({}, { status: 401 });
  }, tokens);
  expect((await failureOf(refuseAll.read(call, (api, signal) => api.GET('/jobs', { signal })))).code).toBe(
    'authentication-failed',
  );
  expect(asked).toBe(2);
});

test.each(['https://vendor.example:1280/api/jobs?page=2', '/api/jobs?page=2', 'jobs?page=2'])(
  'the link %s is followed with the token',
  async (link) => {
    const seen: string[] = [];
    const client = clientWith(async (request) => {
      seen.push(`${request.url} ${request.headers.get('authorization')}`);
      return json([]);
    });
    await client.follow(link, samePath('/jobs'), call);
    expect(seen).toEqual(['https://vendor.example:1280/api/jobs?page=2 Bearer t0ken']);
  },
);

test.each([
  'https://evil.example/api/jobs',
  'http://vendor.example:1280/api/jobs',
  'https://vendor.example/api',
  '//evil.example/x',
  'https://a:b@vendor.example:1280/api/jobs',
  'https://vendor.example:1280/api/jobs/7',
  'https://vendor.example:1280/jobs',
  'https://vendor.example:1280/api/jobs/../tokens',
  'https://vendor.example:1280/api%2fjobs',
  'javascript:alert(1)',
  'data:text/html,jobs',
  'http://[',
])('the link %s is refused and nothing is sent', async (link) => {
  const client = clientWith(() => Promise.reject(new Error('nothing may be sent')));
  expect((await failureOf(client.follow(link, samePath('/jobs'), call))).code).toBe('link-refused');
});
