import { createTestClock, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createVeeamSpcClient, type VeeamSpcClientSettings } from './index.ts';

const baseUrl = 'https://vspc.example.net:1280';

/** A client of a console that grants a token and answers everything else so, and everything that it was sent. */
function connect(settings: Partial<VeeamSpcClientSettings> = {}, body: unknown = { data: [{ name: 'Nightly' }] }) {
  const sent: string[] = [];
  const client = createVeeamSpcClient(
    { baseUrl, apiVersion: 'v3', credential: { type: 'api-key', key: 'a-key-1234' }, ...settings },
    {
      clock: createTestClock(),
      async fetch({ method, url, headers }) {
        sent.push([method, url.slice(baseUrl.length), headers.get('authorization') ?? 'no token'].join(' '));
        const isToken = url.endsWith('/token');
        return Response.json(isToken ? { access_token: 'a-token-1', expires_in: 3600 } : body);
      },
    },
  );
  return { client, sent };
}
const password = { type: 'password', username: 'vac\\reader', password: 'pa55word' } as const;

test('an API key is sent as it is, and lists jobs', async () => {
  const { client, sent } = connect();
  const { data } = await client.GET('/api/v3/infrastructure/backupAgents/jobs', { params: { query: { limit: 1 } } });
  expect(data?.data?.map(({ name }) => name)).toEqual(['Nightly']);
  expect(sent).toEqual(['GET /api/v3/infrastructure/backupAgents/jobs?limit=1 Bearer a-key-1234']);
});

test('a user is logged in to v2, and logged out on close', async () => {
  const { client, sent } = connect({ apiVersion: 'v2', credential: password });
  await client.GET('/v2/backupAgents');
  await client.close();
  expect(sent).toEqual([
    'POST /token no token',
    'GET /v2/backupAgents Bearer a-token-1',
    'POST /v2/accounts/logout Bearer a-token-1',
  ]);
});

test('errors in an answer of success are a failure', async () => {
  const { client } = connect({}, { data: null, errors: [{ type: 'security', message: 'No.' }] });
  const { data, response } = await client.GET('/api/v3/about');
  expect([data, response.status]).toEqual([undefined, 403]);
});

test('a refused log-in rejects the call', async () => {
  const client = createVeeamSpcClient(
    { baseUrl, apiVersion: 'v3', credential: password },
    { clock: createTestClock(), fetch: async () => Response.json({}, { status: 400 }) },
  );
  expect(await failureOf(client.GET('/api/v3/about'))).toMatchObject({ code: 'authentication-failed' });
});

test('an API key for v2 is refused', () => {
  expect(() => connect({ apiVersion: 'v2' })).toThrow(
    expect.objectContaining({ code: 'configuration-invalid', parameter: 'credential.type' }),
  );
});
