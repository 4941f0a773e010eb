import { type ConnectorContext, type Permission, Secret } from '@crossvault/core';
import { createTestClock, createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import type { TokenSource } from '../auth/token-source.ts';
import { createFixedToken } from '../auth/token-source.ts';
import { createVendorClient } from './vendor-client.ts';

interface Paths {
  '/jobs/{id}/cancel': {
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { reason: string; password?: string } } };
      responses: { 200: { content: { 'application/json': unknown } } };
    };
  };
}
const call = { signal: new AbortController().signal };

function prepare(
  fetch: ConnectorContext['fetch'],
  allow: readonly Permission[] = ['operate'],
  tokens: TokenSource = createFixedToken(new Secret('t0ken-of-mine'), {
    clock: createTestClock(),
    connection: 'console',
  }),
) {
  const context = createTestContext({ connection: 'console', fetch, allow });
  const client = createVendorClient<Paths>({ baseUrl: 'https://vendor.example/api', context, tokens, readProblem });
  return client.prepare('operate', (api) =>
    api.POST('/jobs/{id}/cancel', { params: { path: { id: '7' } }, body: { reason: 'late', password: 'hunter2' } }),
  );
}
const readProblem = () => 'their words';

test('shows the request that would leave, without a credential, and sends nothing', async () => {
  const { planned } = await prepare(() => Promise.reject(new Error('nothing may be sent')));
  expect(planned).toEqual({
    method: 'POST',
    url: 'https://vendor.example/api/jobs/7/cancel',
    headers: { 'content-type': 'application/json' },
    body: { reason: 'late', password: '[redacted]' },
  });
});

test('sends what it showed, with the token, once', async () => {
  const seen: { readonly url: string; readonly token: string | null; readonly body: unknown }[] = [];
  const prepared = await prepare(async (request) => {
    seen.push({ url: request.url, token: request.headers.get('authorization'), body: await request.json() });
    return Response.json({ ok: true }, { status: 202 });
  });
  const { body, response } = await prepared.send(call);
  expect([body, response.status]).toEqual([{ ok: true }, 202]);
  expect(seen).toEqual([
    { url: prepared.planned.url, token: 'Bearer t0ken-of-mine', body: { reason: 'late', password: 'hunter2' } },
  ]);
});

test('a connection that does not allow it sends nothing', async () => {
  const prepared = await prepare(() => Promise.reject(new Error('nothing may be sent')), []);
  expect(await failureOf(prepared.send(call))).toMatchObject({ code: 'connection-read-only', source: 'console' });
});

const broken = (code: string) => () =>
  Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));

test.each([
  ['refused because of its state', async () => new Response(null, { status: 409 }), 'state-conflict'],
  ['refused for good', async () => new Response(null, { status: 400 }), 'source-refused'],
  ['refused for now', async () => new Response(null, { status: 429 }), 'source-throttled'],
  ['answered by a breakdown', async () => new Response(null, { status: 503 }), 'answer-lost'],
  ['cut off', broken('ECONNRESET'), 'answer-lost'],
  ['accepted with an answer that cannot be read', async () => new Response('{"a":', { status: 200 }), 'answer-lost'],
  ['never connected', broken('ECONNREFUSED'), 'source-unreachable'],
  ['never trusted', broken('CERT_HAS_EXPIRED'), 'certificate-refused'],
])('a change that was %s was sent once', async (_what, answer, code) => {
  let sent = 0;
  const prepared = await prepare(async () => {
    sent += 1;
    return answer();
  });
  expect(await failureOf(prepared.send(call))).toMatchObject({ code, source: 'console' });
  expect(sent).toBe(1);
});

test('a refused change is advised on the right to change, not on the right to read', async () => {
  const prepared = await prepare(async () => new Response(null, { status: 403 }));
  const error = await failureOf(prepared.send(call));
  expect(error).toMatchObject({ code: 'permission-denied' });
  expect(error.message).toContain('their words. The account needs the right to make this change.');
});

test('a caller that cancels while the answer is awaited does not know either', async () => {
  const caller = new AbortController();
  const prepared = await prepare(() => {
    caller.abort();
    return new Promise(() => undefined);
  });
  expect(await failureOf(prepared.send({ signal: caller.signal }))).toMatchObject({ code: 'answer-lost' });
});

test('without a token nothing has left', async () => {
  const tokens = { get: () => Promise.reject(new Error('no token')) };
  const prepared = await prepare(() => Promise.reject(new Error('nothing may be sent')), ['operate'], tokens);
  expect(await failureOf(prepared.send(call))).not.toMatchObject({ code: 'answer-lost' });
});

test('a refused token is renewed, and the change sent with the new one', async () => {
  const used: (string | null)[] = [];
  const tokens = { get: async () => 'old', renew: async () => 'new' };
  const prepared = await prepare(
    async ({ headers }) => {
      used.push(headers.get('authorization'));
      return new Response(null, { status: used.length === 1 ? 401 : 204 });
    },
    ['operate'],
    tokens,
  );
  expect((await prepared.send(call)).response.status).toBe(204);
  expect(used).toEqual(['Bearer old', 'Bearer new']);
});
