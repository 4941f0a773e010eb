import { Secret } from '@crossvault/contract';
import { createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { veeamAzureConfigSchema } from '../config.ts';
import badRequest from '../connector/__fixtures__/create-token.bad-request.json' with { type: 'json' };
import granted from '../connector/__fixtures__/create-token.granted.json' with { type: 'json' };
import secondFactor from '../connector/__fixtures__/create-token.second-factor.json' with { type: 'json' };
import { createVeeamAzureTokens } from './auth.ts';

const call = { signal: new AbortController().signal };

/** Tokens against an appliance that gives these answers in turn, and what it was sent. */
function setUp(answers: readonly Response[], change: object = {}) {
  const sent: { method: string; path: string; authorization: string | null; body: string }[] = [];
  const waiting = [...answers];
  const clock = { at: 0, now: () => clock.at, sleep: () => new Promise<void>(() => {}) };
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
      return waiting.shift() ?? Response.json({}, { status: 500 });
    },
  });
  const config = veeamAzureConfigSchema.parse({
    name: 'veeam-ukwest',
    vendor: 'veeam-azure',
    baseUrl: 'https://veeam.example.net',
    credential: { type: 'password', username: 'svc crossvault', password: new Secret('p&ss=w') },
    ...change,
  });
  return { tokens: createVeeamAzureTokens(config, context), sent, clock };
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

test('a token is kept for its hour, then a new one is asked for', async () => {
  const { tokens, sent, clock } = setUp([
    Response.json(granted),
    Response.json({ ...granted, access_token: 'granted-2' }),
  ]);
  await tokens.get(call);
  clock.at = 58 * 60_000;
  expect(await tokens.get(call)).toBe('granted-1');
  clock.at = 60 * 60_000;
  expect(await tokens.get(call)).toBe('granted-2');
  expect(sent).toHaveLength(2);
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

test.each([[{}], [[]], [{ access_token: 7 }], [{ access_token: '' }]])(
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
