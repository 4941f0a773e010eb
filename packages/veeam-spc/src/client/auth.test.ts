import { type ConnectorContext, Secret } from '@crossvault/contract';
import { createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { type VeeamSpcConfig, veeamSpcConfigSchema } from '../config.ts';
import { createVeeamSpcTokens } from './auth.ts';

const call = { signal: new AbortController().signal };
const config = (credential: unknown): VeeamSpcConfig =>
  veeamSpcConfigSchema.parse({
    name: 'console',
    vendor: 'veeam-spc',
    baseUrl: 'https://console.example:1281',
    apiVersion: 'v2',
    credential,
  });
const withPassword = config({ type: 'password', username: 'vac\\reader', password: new Secret('p&ss=wörd') });

function contextWith(fetch: ConnectorContext['fetch'], now = () => 0): ConnectorContext {
  const sleep = (_milliseconds: number, options?: { readonly signal?: AbortSignal }) =>
    new Promise<void>((_resolve, reject) =>
      options?.signal?.addEventListener('abort', () => reject(new Error('over'))),
    );
  return createTestContext({ connection: 'console', fetch, clock: { now, sleep } });
}

test('a token of the configuration is used as it is, and nobody is asked', async () => {
  const tokens = createVeeamSpcTokens(
    config({ type: 'token', token: new Secret('t0ken') }),
    contextWith(() => Promise.reject(new Error('nothing may be sent'))),
  );
  expect(await tokens.get(call)).toBe('t0ken');
  expect(tokens.renew).toBeUndefined();
});

test('a user logs in with a form at /token, outside of /v2', async () => {
  const seen: unknown[] = [];
  const tokens = createVeeamSpcTokens(
    withPassword,
    contextWith(async (request) => {
      seen.push(request.method, request.url, request.headers.get('content-type'), request.headers.get('authorization'));
      seen.push(Object.fromEntries(new URLSearchParams(await request.text())));
      return Response.json({ access_token: 'granted', token_type: 'bearer', expires_in: 3599, refresh_token: 'r' });
    }),
  );
  expect(await tokens.get(call)).toBe('granted');
  expect(seen).toEqual([
    'POST',
    'https://console.example:1281/token',
    'application/x-www-form-urlencoded',
    null,
    { grant_type: 'password', username: 'vac\\reader', password: 'p&ss=wörd' },
  ]);
});

test('a token is kept until shortly before its end, and without a said end for a while', async () => {
  let now = 0;
  let logins = 0;
  const tokens = createVeeamSpcTokens(
    withPassword,
    contextWith(
      async () => {
        logins += 1;
        return Response.json(logins === 1 ? { access_token: 't1', expires_in: 3600 } : { access_token: `t${logins}` });
      },
      () => now,
    ),
  );
  const got = [await tokens.get(call)];
  for (const minutes of [58, 60, 65, 75]) {
    now = minutes * 60_000;
    got.push(await tokens.get(call));
  }
  expect(got).toEqual(['t1', 't1', 't2', 't2', 't3']);
});

test.each([
  [400, { error: 'invalid_request', error_description: 'The user name or password is wrong.' }],
  [400, { errors: [{ message: 'The user name or password is wrong.', type: 'security', code: 400 }] }],
  [401, { errors: [{ message: 'The user name or password is wrong.', type: 'security', code: 401 }] }],
])(
  "a refused login (%i) is the credential's fault, in the words of the console and without the password",
  async (status, body) => {
    const tokens = createVeeamSpcTokens(
      withPassword,
      contextWith(async () => Response.json(body, { status })),
    );
    const error = await failureOf(tokens.get(call));
    expect(error).toMatchObject({ code: 'authentication-failed', source: 'console', upstreamStatus: status });
    expect(error.message).toContain('The user name or password is wrong.');
    expect(error.message).not.toContain('wörd');
  },
);

test.each([
  ['an error of the console', () => Response.json({ errors: [] }, { status: 520 }), 'source-error'],
  ['another address', () => Response.json({}, { status: 404 }), 'source-not-found'],
  ['an answer without a token', () => Response.json({ ok: true }), 'answer-unreadable'],
  ['a web page', () => new Response('<html>login</html>'), 'answer-unreadable'],
])('%s at the login stays what it is', async (_case, answer, code) => {
  const tokens = createVeeamSpcTokens(
    withPassword,
    contextWith(async () => answer()),
  );
  expect(await failureOf(tokens.get(call))).toMatchObject({ code, source: 'console' });
});
