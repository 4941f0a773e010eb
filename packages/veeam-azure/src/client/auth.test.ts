import { createRequestPolicy } from '@crossvault/client-kit';
import { Secret } from '@crossvault/core';
import { createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { veeamAzureConfigSchema } from '../config.ts';
import badRequest from '../connector/__fixtures__/create-token.bad-request.json' with { type: 'json' };
import granted from '../connector/__fixtures__/create-token.granted.json' with { type: 'json' };
import secondFactor from '../connector/__fixtures__/create-token.second-factor.json' with { type: 'json' };
import { createVeeamAzureTokens } from './auth.ts';

const call = { signal: new AbortController().signal };

/** A clock that a test sets; a sleep never ends. */
function createManualTime() {
  const clock = { at: 0, now: () => clock.at, monotonicMs: () => clock.at, sleep: () => new Promise<void>(() => {}) };
  return clock;
}

/** Tokens against an appliance that gives these answers in turn, and what it was sent. */
function setUp(answers: readonly (Response | Error)[], change: object = {}) {
  const sent: { method: string; path: string; authorization: string | null; body: string }[] = [];
  const waiting = [...answers];
  const clock = createManualTime();
  const context = createTestContext({
    connection: 'veeam-ukwest',
    clock,
    async fetch(request) {
      const { method, headers, url } = request;
      sent.push({
        method,
        path: new URL(url).pathname,
        authorization: headers.get('authorization'),
        body: await request.text(),
      });
      const answer = waiting.shift() ?? Response.json({}, { status: 500 });
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  const config = veeamAzureConfigSchema.parse({
    name: 'veeam-ukwest',
    vendor: 'veeam-azure',
    baseUrl: 'https://veeam.example.net',
    credential: { type: 'password', username: 'svc crossvault', password: new Secret('p&ss=w') },
    ...change,
  });
  const requestPolicy = createRequestPolicy({ context, baseUrl: config.baseUrl, attempts: 1 });
  return { tokens: createVeeamAzureTokens(config, context, requestPolicy), sent, clock };
}

test('the password grant is a form at the unversioned address', async () => {
  const { tokens, sent } = setUp([Response.json(granted)]);
  expect(await tokens.get(call)).toBe('granted-1');
  expect(await tokens.get(call)).toBe('granted-1');
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/api/oauth2/token',
      authorization: null,
      body: 'grant_type=Password&username=svc+crossvault&password=p%26ss%3Dw',
    },
  ]);
});

test('v1 has its own spelling of the names', async () => {
  const { tokens, sent } = setUp([Response.json(granted)], { apiVersion: 'v1' });
  await tokens.get(call);
  expect(sent[0]?.body).toBe('grant_type=Password&Username=svc+crossvault&Password=p%26ss%3Dw');
});

const pair = (number: number, change: object = {}) =>
  Response.json({ ...granted, access_token: `granted-${number}`, refresh_token: `refresh-${number}`, ...change });
const refused = () => Response.json({ title: 'Unauthorized', status: 401 }, { status: 401 });
const hours = 3_600_000;

test('a token is kept for its hour, then renewed with the refresh token, and both parts of the new pair are kept', async () => {
  const { tokens, sent, clock } = setUp([pair(1), pair(2), pair(3)]);
  await tokens.get(call);
  clock.at = 58 * 60_000;
  expect(await tokens.get(call)).toBe('granted-1');
  clock.at = hours;
  expect(await tokens.get(call)).toBe('granted-2');
  clock.at = 2 * hours;
  expect(await tokens.get(call)).toBe('granted-3');
  expect(sent.slice(1).map(({ body }) => body)).toEqual([
    'grant_type=Refresh_token&refresh_token=refresh-1',
    'grant_type=Refresh_token&refresh_token=refresh-2',
  ]);
});

test('a refused token is renewed in the same way, once for all waiting callers', async () => {
  const { tokens, sent } = setUp([pair(1), pair(2)]);
  await tokens.get(call);
  const renewed = await Promise.all([1, 2, 3].map(() => tokens.renew?.('granted-1', call)));
  expect(renewed).toEqual(['granted-2', 'granted-2', 'granted-2']);
  expect(sent).toHaveLength(2);
});

test.each([
  ['refused', refused],
  ['answered with an error', () => Response.json({}, { status: 500 })],
  ['answered without a token', () => Response.json({ access_token: null })],
])('a refresh that is %s leads to one full log-in', async (_case, answer) => {
  const { tokens, sent, clock } = setUp([pair(1), answer(), pair(2), pair(3)]);
  await tokens.get(call);
  clock.at = hours;
  expect(await tokens.get(call)).toBe('granted-2');
  expect(sent.map(({ body }) => body.split('&')[0])).toEqual([
    'grant_type=Password',
    'grant_type=Refresh_token',
    'grant_type=Password',
  ]);
  clock.at = 2 * hours;
  await tokens.get(call);
  expect(sent.at(-1)?.body).toBe('grant_type=Refresh_token&refresh_token=refresh-2');
});

test('when the log-in after a refused refresh is refused as well, the error is reported without further attempts', async () => {
  const { tokens, sent, clock } = setUp([pair(1), refused(), refused()]);
  await tokens.get(call);
  clock.at = hours;
  const error = await failureOf(tokens.get(call));
  expect(error).toMatchObject({ code: 'authentication-failed', upstreamStatus: 401 });
  expect(error.message).toMatch(/did not log in svc crossvault.*Check username and password/);
  expect(sent).toHaveLength(3);
});

test('an account that got a second factor in the meantime is reported as such', async () => {
  const { tokens, clock } = setUp([pair(1), refused(), Response.json(secondFactor)]);
  await tokens.get(call);
  clock.at = hours;
  expect((await failureOf(tokens.get(call))).message).toMatch(/has multi-factor authentication/);
});

test('an answer without a refresh token leads to a log-in the next time', async () => {
  const { tokens, sent, clock } = setUp([pair(1, { refresh_token: null }), pair(2)]);
  await tokens.get(call);
  clock.at = hours;
  expect(await tokens.get(call)).toBe('granted-2');
  expect(sent[1]?.body).toContain('grant_type=Password');
});

test('an appliance that does not answer a refresh is not asked for a log-in', async () => {
  const { tokens, sent, clock } = setUp([pair(1), new TypeError('fetch failed'), pair(2)]);
  await tokens.get(call);
  clock.at = hours;
  expect(await failureOf(tokens.get(call))).toMatchObject({ code: 'source-unreachable' });
  expect(sent).toHaveLength(2);
});

test.each([
  ['the seconds of expires_in', { expires_in: 600 }],
  ['their text', { expires_in: '600' }],
  ['the two instants where the seconds are missing', { expires_in: null, '.expires': '2026-03-02T09:25:00.1234567Z' }],
  ['the end alone, by our clock', { expires_in: 0, '.issued': null, '.expires': '1970-01-01T00:10:00Z' }],
])('the lifetime of a token follows %s', async (_case, change) => {
  const { tokens, clock } = setUp([pair(1, change), pair(2)]);
  await tokens.get(call);
  clock.at = 530_000;
  expect(await tokens.get(call)).toBe('granted-1');
  clock.at = 600_000;
  expect(await tokens.get(call)).toBe('granted-2');
});

test('an account with a second factor is a failed log-in that says what to configure', async () => {
  const { tokens } = setUp([Response.json(secondFactor)]);
  const error = await failureOf(tokens.get(call));
  expect(error).toMatchObject({ code: 'authentication-failed', source: 'veeam-ukwest' });
  expect(error.message).toMatch(/svc crossvault has multi-factor authentication.*Configure a user/);
});

test.each([
  [400, badRequest, /Username: Invalid username or password/],
  [401, { status: 401, detail: 'Wrong credentials' }, /Wrong credentials/],
])(
  'a log-in refused with %i is a failed one, in the words of the appliance and without the password',
  async (status, body, words) => {
    const { tokens } = setUp([Response.json(body, { status })]);
    const error = await failureOf(tokens.get(call));
    expect(error).toMatchObject({ code: 'authentication-failed', upstreamStatus: status, source: 'veeam-ukwest' });
    expect(error.message).toMatch(words);
    expect(error.message).not.toContain('p&ss=w');
  },
);

test('an appliance in trouble is not mistaken for a wrong password', async () => {
  const { tokens } = setUp([Response.json({ title: 'Upgrading' }, { status: 503 })]);
  expect(await failureOf(tokens.get(call))).toMatchObject({ code: 'source-error', upstreamStatus: 503 });
});

test.each([[{}], [[]], [{ access_token: [7] }], [{ access_token: '' }]])(
  '%j is no answer of a token endpoint',
  async (body) => {
    const { tokens } = setUp([Response.json(body)]);
    expect((await failureOf(tokens.get(call))).code).toBe('answer-unreadable');
  },
);

test('closing logs out once, and only who is logged in', async () => {
  const { tokens, sent } = setUp([Response.json(granted), new Response(null, { status: 204 })]);
  await tokens.close?.(call);
  await tokens.get(call);
  await tokens.close?.(call);
  await tokens.close?.(call);
  expect(sent.map(({ method, authorization }) => [method, authorization])).toEqual([
    ['POST', null],
    ['DELETE', 'Bearer granted-1'],
  ]);
});

test('a token of the configuration is used as it is and never given back', async () => {
  const { tokens, sent } = setUp([], { credential: { type: 'token', token: new Secret('given') } });
  expect(await tokens.get(call)).toBe('given');
  expect(tokens.renew).toBeUndefined();
  expect(tokens.close).toBeUndefined();
  expect(sent).toEqual([]);
});
