import { Secret } from '@crossvault/core';
import { createTestClock, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createVeeamAzureClient, type VeeamAzureClientSettings } from './index.ts';

const baseUrl = 'https://veeam.example.net';
const password = { type: 'password', username: 'reader', password: 'pa55word' } as const;
const sessions = { offset: 0, limit: 1, totalCount: 1, results: [{ id: '14', type: 'PolicyBackup', status: 'Error' }] };

/** A client of an appliance that grants a token and has one session, and everything that it was sent. */
function connect(settings: Partial<VeeamAzureClientSettings> = {}) {
  const sent: string[] = [];
  const client = createVeeamAzureClient(
    { baseUrl, credential: password, ...settings },
    {
      clock: createTestClock(),
      async fetch(request) {
        const { pathname, search } = new URL(request.url);
        const body = await request.clone().text();
        sent.push([request.method, `${pathname}${search}`, request.headers.get('authorization') ?? body].join(' '));
        if (request.method === 'DELETE') return new Response(null, { status: 204 });
        if (pathname === '/api/oauth2/token') return Response.json({ access_token: 'a-token-1', expires_in: 3600 });
        return Response.json(sessions);
      },
    },
  );
  const list = () =>
    client.GET('/api/{version}/jobSessions', { params: { path: { version: 'v8.1' }, query: { Status: ['Error'] } } });
  return { client, sent, list };
}

test('the client logs in, lists sessions and logs out', async () => {
  const { client, sent, list } = connect();
  const { data } = await list();
  await client.close();
  expect(data?.results?.map(({ id, status }) => [id, status])).toEqual([['14', 'Error']]);
  expect(sent).toEqual([
    'POST /api/oauth2/token grant_type=Password&username=reader&password=pa55word',
    'GET /api/v8.1/jobSessions?Status=Error Bearer a-token-1',
    'DELETE /api/oauth2/token Bearer a-token-1',
  ]);
});

test.each([
  ['a plain text', 'a-token-2'],
  ['a secret', new Secret('a-token-2')],
])('a token is accepted as %s, and there is no session to end', async (_form, token) => {
  const { client, sent, list } = connect({ credential: { type: 'token', token } });
  await list();
  await client.close();
  expect(sent).toEqual(['GET /api/v8.1/jobSessions?Status=Error Bearer a-token-2']);
});

test('a refused log-in rejects the call', async () => {
  const client = createVeeamAzureClient(
    { baseUrl, credential: password },
    { clock: createTestClock(), fetch: async () => Response.json({ error: 'invalid_grant' }, { status: 400 }) },
  );
  const error = await failureOf(client.GET('/api/{version}/system/about', { params: { path: { version: 'v8.1' } } }));
  expect(error).toMatchObject({ code: 'authentication-failed', source: 'veeam-azure' });
});

test('settings that cannot be right are refused, and name what is wrong', () => {
  expect(() => connect({ baseUrl: 'veeam.example.net' })).toThrow(
    expect.objectContaining({ code: 'configuration-invalid', parameter: 'baseUrl' }),
  );
});
