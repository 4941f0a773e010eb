import { createTestClock } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { type AzureBackupClientSettings, createAzureBackupClient } from './index.ts';

const jobs =
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupJobs';
const region = '/subscriptions/{subscriptionId}/providers/Microsoft.RecoveryServices/locations/{region}/backupCrrJobs';
const path = { subscriptionId: 's', resourceGroupName: 'g', vaultName: 'v' };

/** A client of a manager whose first answers are these statuses, and everything that it was sent. */
function connect(statuses: readonly number[] = [], settings: Partial<AzureBackupClientSettings> = {}) {
  const sent: string[] = [];
  const client = createAzureBackupClient(
    { credential: { type: 'token', token: 'a-token-1' }, ...settings },
    {
      clock: createTestClock(),
      async fetch({ method, url, headers }) {
        sent.push(`${method} ${url} ${headers.get('authorization')}`);
        return Response.json({ value: [{ name: 'job-1' }] }, { status: statuses[sent.length - 1] ?? 200 });
      },
    },
  );
  return { client, sent };
}

test('the jobs of a vault are listed at the resource manager of the cloud', async () => {
  const { client, sent } = connect();
  const { data } = await client.GET(jobs, { params: { path, query: { 'api-version': '2025-02-01' } } });
  expect(data?.value?.map(({ name }) => name)).toEqual(['job-1']);
  expect(sent).toEqual([
    'GET https://management.azure.com/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v/backupJobs?api-version=2025-02-01 Bearer a-token-1',
  ]);
});

test('another cloud has another resource manager', async () => {
  const { client, sent } = connect([], { cloud: 'china' });
  await client.GET(jobs, { params: { path, query: { 'api-version': '2025-02-01' } } });
  expect(sent[0]).toContain('https://management.chinacloudapi.cn/');
});

test('the POST that reads a secondary region is repeated', async () => {
  const { client, sent } = connect([503]);
  const params = { path: { subscriptionId: 's', region: 'westeurope' }, query: { 'api-version': '2021-11-15' } };
  const { data } = await client.POST(region, { params, body: { resourceId: '/subscriptions/s/vault' } });
  expect(data?.value).toHaveLength(1);
  expect(sent).toHaveLength(2);
});

test('the POST that cancels a job is sent once', async () => {
  const { client, sent } = connect([503]);
  const params = { path: { ...path, jobName: 'job-1' }, query: { 'api-version': '2025-02-01' } };
  const { response } = await client.POST(`${jobs}/{jobName}/cancel`, { params });
  expect([response.status, sent.length]).toEqual([503, 1]);
});

test('settings that cannot be right are refused, and name what is wrong', () => {
  expect(() => connect([], { authorityHost: 'http://login.example.net' })).toThrow(
    expect.objectContaining({ code: 'configuration-invalid', parameter: 'authorityHost' }),
  );
});
