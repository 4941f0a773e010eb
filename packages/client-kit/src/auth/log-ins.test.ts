import { type ConnectorContext, type CrossvaultError, Secret } from '@crossvault/core';
import { createTestClock, createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import {
  createFixedToken,
  createRequestPolicy,
  createTokenSource,
  createVendorClient,
  runProbe,
  tryToken,
} from '../index.ts';

interface Paths {
  '/jobs': { get: { responses: { 200: { content: { 'application/json': unknown } } } } };
  '/token': { post: { responses: { 200: { content: { 'application/json': unknown } } } } };
}
const baseUrl = 'https://vendor.example';
const call = { signal: new AbortController().signal };
const html = () => new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } });
const granted = (expiresIn = 3600) => Response.json({ access_token: 'granted-token', expires_in: expiresIn });

/** A vendor with a token endpoint and one list, and how often either was asked. */
function vendorOf(answers: { token(): Response; jobs?(authorization: string): Response }) {
  const clock = createTestClock();
  const asked = { '/token': 0, '/jobs': 0 };
  const fetch: ConnectorContext['fetch'] = async (request) => {
    const path = new URL(request.url).pathname === '/token' ? '/token' : '/jobs';
    asked[path] += 1;
    if (path === '/token') return answers.token();
    return answers.jobs?.(request.headers.get('authorization') ?? '') ?? Response.json([]);
  };
  const context = createTestContext({ connection: 'console', fetch, clock, random: () => 0.5 });
  const shared = {
    baseUrl,
    context,
    requestPolicy: createRequestPolicy({ context, baseUrl }),
    readProblem: () => null,
  };
  const identity = createVendorClient<Paths>({ ...shared, logsIn: true });
  const tokens = createTokenSource({
    clock,
    connection: 'console',
    async request(options) {
      const { body } = await identity.read(options, (api, signal) => api.POST('/token', { signal }));
      const { access_token: token, expires_in: expiresInSeconds } = body as {
        access_token: string;
        expires_in: number;
      };
      return { token: `${token}-${asked['/token']}`, expiresInSeconds };
    },
  });
  const client = createVendorClient<Paths>({ ...shared, tokens });
  const read = () => client.read(call, (api, signal) => api.GET('/jobs', { signal }));
  const probe = () => runProbe([tryToken(tokens, 'A token was granted.')], { clock }, call);
  return { clock, asked, read, probe, tokens };
}
const refused = () => Response.json({}, { status: 401 });

test('forty lists and twenty probes with a wrong password are one log-in, and the probe says when the next one is', async () => {
  const { asked, read, probe } = vendorOf({ token: refused });
  for (let at = 0; at < 40; at += 1) {
    expect(await failureOf(read())).toMatchObject({ code: 'authentication-failed', source: 'console' });
  }
  for (let at = 0; at < 20; at += 1) await probe();
  expect(asked).toEqual({ '/token': 1, '/jobs': 0 });
  const { steps } = await probe();
  expect(steps[0]).toMatchObject({ ok: false, code: 'authentication-failed' });
  expect(steps[0]?.detail).toContain('in 60 seconds at the earliest');
});

test('the pause after a refused log-in grows, up to half an hour, whatever the wall clock says', async () => {
  const { asked, clock, read } = vendorOf({ token: refused });
  await failureOf(read());
  for (const pauseSeconds of [60, 120, 240, 480, 960, 1800, 1800]) {
    const before = asked['/token'];
    clock.shiftWall(86_400_000);
    clock.move(pauseSeconds * 1000 - 1);
    expect(await failureOf(read())).toMatchObject({ retryAfterSeconds: 1 });
    expect(asked['/token']).toBe(before);
    clock.move(1);
    await failureOf(read());
    expect(asked['/token']).toBe(before + 1);
  }
});

test('a log-in that succeeds ends the pauses', async () => {
  let isRight = false;
  const { clock, read, tokens } = vendorOf({ token: () => (isRight ? granted() : refused()) });
  await failureOf(read());
  clock.move(60_000);
  isRight = true;
  await read();
  isRight = false;
  expect(await failureOf(tokens.renew?.('granted-token-2', call) ?? Promise.resolve())).not.toHaveProperty(
    'retryAfterSeconds',
    60,
  );
  expect(await failureOf(read())).toMatchObject({ retryAfterSeconds: 60 });
});

test('a token endpoint that answers with a page of HTML gets the password once, then pauses', async () => {
  const { asked, clock, read } = vendorOf({ token: html });
  for (let at = 0; at < 20; at += 1) expect(await failureOf(read())).toMatchObject({ code: 'answer-unreadable' });
  expect(asked['/token']).toBe(1);
  clock.move(5_000);
  await failureOf(read());
  await failureOf(read());
  expect(asked['/token']).toBe(2);
});

test('a token endpoint that is down is asked again by the next caller', async () => {
  let answers = 0;
  const down = () => {
    answers += 1;
    return answers <= 5 ? Response.json({}, { status: 503 }) : granted();
  };
  const { read } = vendorOf({ token: down });
  await failureOf(read());
  await read();
});

test('where new tokens are refused as well, they are requested with growing pauses', async () => {
  const { asked, clock, read } = vendorOf({ token: () => granted(), jobs: refused });
  for (let at = 0; at < 30; at += 1) expect(await failureOf(read())).toMatchObject({ code: 'authentication-failed' });
  expect(asked['/token']).toBe(2);
  clock.move(5_000);
  for (let at = 0; at < 30; at += 1) await failureOf(read());
  expect(asked['/token']).toBe(3);
  clock.move(5_000);
  await failureOf(read());
  expect(asked['/token']).toBe(3);
});

test('a renewed token that is taken costs no pause', async () => {
  let ended = '';
  const { asked, read } = vendorOf({
    token: () => granted(),
    jobs: (authorization) => (authorization === ended ? refused() : Response.json([])),
  });
  for (const tokens of [1, 2, 3, 4]) {
    await read();
    ended = `Bearer granted-token-${tokens}`;
  }
  expect(asked['/token']).toBe(4);
});

test.each([86_400_000, -86_400_000])(
  'a token ends by time that passes, not by a wall clock set by %i ms',
  async (shiftMs) => {
    const { asked, clock, read } = vendorOf({ token: () => granted() });
    await read();
    clock.shiftWall(shiftMs);
    await read();
    expect(asked['/token']).toBe(1);
    clock.move(3_600_000);
    await read();
    expect(asked['/token']).toBe(2);
  },
);

test('the life of a token counts from when it was requested', async () => {
  const clock = createTestClock();
  let asked = 0;
  const tokens = createTokenSource({
    clock,
    connection: 'console',
    async request() {
      asked += 1;
      await clock.sleep(20_000);
      return { token: `a-token-${asked}`, expiresInSeconds: 100 };
    },
  });
  await tokens.get(call);
  clock.move(75_000);
  await tokens.get(call);
  expect(asked).toBe(2);
});

test.each([0, -5])(
  'a token that lives %i seconds by what the vendor says costs no log-in a request',
  async (seconds) => {
    const { asked, read } = vendorOf({ token: () => granted(seconds) });
    for (let at = 0; at < 20; at += 1) await read();
    expect(asked['/token']).toBe(1);
  },
);

test('a token from the configuration rests after three refusals in a row', async () => {
  const clock = createTestClock();
  const tokens = createFixedToken(new Secret('a-fixed-token'), { clock, connection: 'console' });
  let sent = 0;
  let answer = refused;
  const fetch: ConnectorContext['fetch'] = async () => {
    sent += 1;
    return answer();
  };
  const context = createTestContext({ connection: 'console', fetch, clock });
  const client = createVendorClient<Paths>({ baseUrl, context, tokens, readProblem: () => null });
  const read = () => client.read(call, (api, signal) => api.GET('/jobs', { signal }));
  for (let at = 0; at < 40; at += 1) {
    const error: CrossvaultError = await failureOf(read());
    expect(error.code).toBe('authentication-failed');
  }
  expect(sent).toBe(3);
  answer = () => Response.json([]);
  clock.move(60_000);
  await read();
});
