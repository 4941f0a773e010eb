import { type ConnectorContext, Secret } from '@crossvault/core';
import { createTestClock, createTestContext, failureOf } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { type VeeamSpcConfig, veeamSpcConfigSchema } from '../config.ts';
import { createVeeamSpcTokens } from './auth.ts';

const call = { signal: new AbortController().signal };
const config = (credential: unknown, more: object = {}): VeeamSpcConfig =>
  veeamSpcConfigSchema.parse({
    name: 'console',
    vendor: 'veeam-spc',
    baseUrl: 'https://console.example:1281',
    apiVersion: 'v2',
    credential,
    ...more,
  });
const user = { type: 'password', username: 'vac\\reader', password: new Secret('p&ss=wörd') };
const v2 = config(user);
const v3 = config(user, { apiVersion: 'v3' });

interface Seen {
  readonly url: string;
  readonly form: Readonly<Record<string, string>>;
  readonly headers: Headers;
}
const formOf = async (request: Request) => Object.fromEntries(new URLSearchParams(await request.text()));

/** Tokens over a console that answers like this, and what it was asked. `untilMinute` lets time pass. */
function open(config: VeeamSpcConfig, answer: (seen: Seen, number: number) => Response) {
  const clock = createTestClock();
  const startedMs = clock.now();
  const seen: Seen[] = [];
  const fetch: ConnectorContext['fetch'] = async (request) => {
    const asked = { url: request.url, form: await formOf(request), headers: request.headers };
    seen.push(asked);
    return answer(asked, seen.length);
  };
  const tokens = createVeeamSpcTokens(config, createTestContext({ connection: 'console', fetch, clock }));
  const untilMinute = (minute: number): Promise<void> => clock.sleep(startedMs + minute * 60_000 - clock.now());
  return { tokens, seen, untilMinute };
}

const pair = (number: number, more: object = {}) =>
  Response.json({
    access_token: `access-t${number}`,
    token_type: 'bearer',
    expires_in: 3600,
    refresh_token: `refresh-r${number}`,
    ...more,
  });
const oauthError = (error: string, error_description: string | null = null) =>
  Response.json({ error, error_description }, { status: 400 });

test.each([
  ['token', config({ type: 'token', token: new Secret('t0ken') }), 't0ken'],
  ['key', config({ type: 'api-key', key: new Secret('k3y') }, { apiVersion: 'v3' }), 'k3y'],
])('a %s of the configuration is used unchanged, without a request', async (_kind, given, text) => {
  const { tokens, seen } = open(given, () => new Response());
  expect(await tokens.get(call)).toBe(text);
  expect(tokens.renew).toBeUndefined();
  expect(seen).toEqual([]);
});

test.each([
  ['v2', v2, 'https://console.example:1281/token'],
  ['v3', v3, 'https://console.example:1281/api/v3/token'],
])('a user logs in with a form at the token endpoint of %s', async (_version, given, url) => {
  const { tokens, seen } = open(given, (_seen, number) => pair(number));
  expect(await tokens.get(call)).toBe('access-t1');
  expect(seen).toMatchObject([
    { url, form: { grant_type: 'password', username: 'vac\\reader', password: 'p&ss=wörd' } },
  ]);
  const headers = seen[0]?.headers;
  expect(headers?.get('content-type')).toBe('application/x-www-form-urlencoded');
  expect(headers?.get('authorization')).toBeNull();
  expect(headers?.has('x-client-version') || headers?.has('x-request-id')).toBe(false);
});

test('the minor version goes along in v3 where one is configured', async () => {
  const { tokens, seen } = open(config(user, { apiVersion: 'v3', clientVersion: '3.6.1' }), (_, number) =>
    pair(number),
  );
  await tokens.get(call);
  expect(seen[0]?.headers.get('x-client-version')).toBe('3.6.1');
});

test.each([['v2', v2] as const, ['v3', v3] as const])(
  'many callers share one request, and %s renews before the end with the newest refresh token',
  async (_version, given) => {
    const { tokens, seen, untilMinute } = open(given, (_seen, number) => pair(number));
    expect(await Promise.all([tokens.get(call), tokens.get(call), tokens.get(call)])).toEqual([
      'access-t1',
      'access-t1',
      'access-t1',
    ]);
    await untilMinute(58);
    expect(await tokens.get(call)).toBe('access-t1');
    await untilMinute(59.5);
    expect(await Promise.all([tokens.get(call), tokens.get(call)])).toEqual(['access-t2', 'access-t2']);
    expect(await tokens.renew?.('access-t2', call)).toBe('access-t3');
    expect(seen.map(({ form }) => [form['grant_type'], form['refresh_token']])).toEqual([
      ['password', undefined],
      ['refresh_token', 'refresh-r1'],
      ['refresh_token', 'refresh-r2'],
    ]);
  },
);

test.each([
  ['refused', () => oauthError('invalid_grant', 'The refresh token is not valid.')],
  ['answered with something else', () => Response.json({ ok: true })],
])('a refresh that is %s costs one full login and nothing else', async (_case, answer) => {
  const { tokens, seen } = open(v3, ({ form }, number) =>
    form['grant_type'] === 'refresh_token' ? answer() : pair(number),
  );
  await tokens.get(call);
  expect(await tokens.renew?.('access-t1', call)).toBe('access-t3');
  expect(seen.map(({ form }) => form['grant_type'])).toEqual(['password', 'refresh_token', 'password']);
});

test('without a refresh token and an expiry the password is sent again after a while', async () => {
  const { tokens, seen, untilMinute } = open(v2, (_seen, number) =>
    Response.json({ access_token: `access-t${number}` }),
  );
  const got: string[] = [];
  for (const minutes of [0, 8, 12]) {
    await untilMinute(minutes);
    got.push(await tokens.get(call));
  }
  expect(got).toEqual(['access-t1', 'access-t1', 'access-t2']);
  expect(seen.every(({ form }) => form['grant_type'] === 'password')).toBe(true);
});

test.each<[string, VeeamSpcConfig, number, object]>([
  ['v3', v3, 400, { error: 'invalid_request', error_description: 'The user name or password is wrong.' }],
  ['v3', v3, 400, { error: 'invalid_grant', error_description: 'The user name or password is wrong.' }],
  ['v2', v2, 400, { errors: [{ message: 'The user name or password is wrong.', type: 'security', code: 400 }] }],
  ['v2', v2, 401, { errors: [{ message: 'The user name or password is wrong.', type: 'security', code: 401 }] }],
])(
  "a login that %s refuses (%s, %i) is the credential's fault, in the words of the console and without the password",
  async (_version, given, status, body) => {
    const { tokens, seen } = open(given, () => Response.json(body, { status }));
    const error = await failureOf(tokens.get(call));
    expect(error).toMatchObject({ code: 'authentication-failed', source: 'console', upstreamStatus: status });
    expect(error.message).toContain('The user name or password is wrong.');
    expect(error.message).not.toContain('wörd');
    expect(seen).toHaveLength(1);
  },
);

describe('a user who needs a second factor', () => {
  const answer = () => Response.json({ access_token: null, mfa_token: 's3cond', expires_in: 0 });

  test.each([
    ['v3', v3, /vac\\reader has multi-factor authentication.* an API key .*type api-key.*, or a user for whom/],
    ['v2', v2, /vac\\reader has multi-factor authentication.* Configure a user for whom/],
  ])('gets an error that says what to configure for %s', async (_version, given, message) => {
    const error = await failureOf(open(given, answer).tokens.get(call));
    expect(error).toMatchObject({ code: 'authentication-failed', source: 'console' });
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain('s3cond');
  });
});

test.each([
  ['an error of the console', () => Response.json({ errors: [] }, { status: 520 }), 'source-error'],
  ['another address', () => Response.json({}, { status: 404 }), 'source-not-found'],
  ['an answer without a token', () => Response.json({ ok: true }), 'answer-unreadable'],
  ['a web page', () => new Response('<html>login</html>'), 'answer-unreadable'],
])('%s at the login stays what it is', async (_case, answer, code) => {
  expect(await failureOf(open(v2, answer).tokens.get(call))).toMatchObject({ code, source: 'console' });
});

test('v2 gives its token back once when it closes, v3 leaves it to its end', async () => {
  const { tokens, seen } = open(v2, (_seen, number) => (number === 1 ? pair(1) : Response.json('You are out.')));
  await tokens.close?.(call);
  expect(seen).toEqual([]);
  await tokens.get(call);
  await tokens.close?.(call);
  await tokens.close?.(call);
  expect(seen.map(({ url }) => new URL(url).pathname)).toEqual(['/token', '/v2/accounts/logout']);
  expect(seen[1]?.headers.get('authorization')).toBe('Bearer access-t1');
  expect(open(v3, () => pair(1)).tokens.close).toBeUndefined();
});
