import { createTestClock, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { type AvepointClientSettings, createAvepointClient } from './index.ts';

/** A client of a tenant that grants a token for each permission, and everything that it was sent. */
function connect(
  settings: Partial<AvepointClientSettings> = {},
  body: unknown = { statusCode: 200, data: [{ id: 'FB1' }] },
) {
  const sent: string[] = [];
  const client = createAvepointClient(
    { region: 'us', credential: { type: 'client-secret', clientId: 'app', clientSecret: 'a-secret' }, ...settings },
    {
      clock: createTestClock(),
      async fetch(request) {
        const { hostname, pathname, search } = new URL(request.url);
        if (pathname !== '/connect/token') {
          sent.push(`${request.method} ${hostname}${pathname}${search} ${request.headers.get('authorization')}`);
          return Response.json(body);
        }
        const scope = new URLSearchParams(await request.text()).get('scope') ?? '';
        return Response.json({ access_token: `token-1-for-${scope}`, expires_in: 3600 });
      },
    },
  );
  return { client, sent };
}

test('each permission has a token of its own', async () => {
  const { client, sent } = connect();
  const { data } = await client.GET('/backup/m365/cloudbackupjobs', { params: { query: { jobState: 3 } } });
  await client.GET('/backup/m365/cloudbackuplicenseconsumption');
  await client.GET('/backup/m365/settings/backup/frequency');
  expect(data?.data?.map(({ id }) => id)).toEqual(['FB1']);
  const host = 'graph-us.avepointonlineservices.com/backup/m365';
  expect(sent).toEqual([
    `GET ${host}/cloudbackupjobs?jobState=3 Bearer token-1-for-microsoft365backup.jobInfo.read.all`,
    `GET ${host}/cloudbackuplicenseconsumption Bearer token-1-for-microsoft365backup.subscriptionInfo.read.all`,
    `GET ${host}/settings/backup/frequency Bearer token-1-for-microsoft365backup.settings.read.all`,
  ]);
});

test('the list and its jobs are called where the vendor has them now, and nothing else is', async () => {
  const { client, sent } = connect({ baseUrl: 'https://gateway.example/avepoint', jobsPath: '/backup/m365/jobs' });
  await client.GET('/backup/m365/cloudbackupjobs', { params: { query: { jobState: 3 } } });
  await client.GET('/backup/m365/cloudbackupjobs/{jobId}', { params: { path: { jobId: 'FB1' } } });
  await client.GET('/backup/m365/cloudbackuplicenseconsumption');
  expect(sent.map((line) => line.split(' ')[1])).toEqual([
    'gateway.example/avepoint/backup/m365/jobs?jobState=3',
    'gateway.example/avepoint/backup/m365/jobs/FB1',
    'gateway.example/avepoint/backup/m365/cloudbackuplicenseconsumption',
  ]);
});

test('a path that is no path is refused', () => {
  expect(() => connect({ jobsPath: '/backup/../m365' })).toThrow(
    expect.objectContaining({ code: 'configuration-invalid', parameter: 'jobsPath' }),
  );
});

test('a failure inside a 200 is a failure', async () => {
  const { client } = connect({}, { statusCode: 403, message: 'No.', errors: [{ message: 'No.' }] });
  const { data, response } = await client.GET('/backup/m365/cloudbackupjobs');
  expect([data, response.status]).toEqual([undefined, 403]);
});

test('a token endpoint that refuses the credential rejects the call', async () => {
  const client = createAvepointClient(
    { region: 'us', credential: { type: 'client-secret', clientId: 'app', clientSecret: 'a-secret' } },
    { clock: createTestClock(), fetch: async () => Response.json({ error: 'invalid_client' }, { status: 400 }) },
  );
  expect(await failureOf(client.GET('/backup/m365/cloudbackupjobs'))).toMatchObject({ code: 'authentication-failed' });
});

test('a client without a region and an address is refused', () => {
  const credential = { type: 'token', token: 'a-token-1' } as const;
  expect(() => createAvepointClient({ credential })).toThrow(
    expect.objectContaining({ code: 'configuration-invalid', parameter: 'region' }),
  );
});
