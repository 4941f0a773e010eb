import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../simulators.ts';
import type { AzureBackupOptions } from './options.ts';

let simulators: Simulators;
const start = async (azureBackup: AzureBackupOptions = {}) => {
  simulators = await startSimulators({
    vendors: ['azure-backup'],
    jobs: 5,
    start: '2026-11-20T06:00:00Z',
    azureBackup: { federatedTokens: ['from-the-cluster'], ...azureBackup },
  });
};
beforeEach(() => start());
afterEach(() => simulators.close());

const azure = () => simulators.vendor('azure-backup');
const credential = () => {
  const settings = azure().connection.settings((key) => azure().connection.secrets[key] ?? '');
  return settings['credential'] as { tenantId: string; clientId: string; clientSecret: string };
};
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

async function askToken(change: Record<string, string> = {}, tenant = credential().tenantId) {
  const { clientId, clientSecret } = credential();
  const asked = {
    grant_type: 'client_credentials',
    client_id: clientId,
    scope: `${azure().url}/.default`,
    ...('client_assertion' in change || 'nothing' in change ? {} : { client_secret: clientSecret }),
    ...change,
  };
  const url = `${azure().url}/${tenant}/oauth2/v2.0/token`;
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(asked) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function isTaken(token: unknown): Promise<boolean> {
  const path = '/subscriptions/8b6e2a31-5c74-4f0d-9a1e-2f6d7c3b9e50/providers/Microsoft.RecoveryServices/vaults';
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${azure().url}${path}?api-version=2022-10-01`, { headers })).ok;
}

test('the secret of the app gives a token, a new one each time, with the configured lifetime', async () => {
  const first = await askToken();
  expect(first).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 3600 } });
  expect((await askToken()).body['access_token']).not.toBe(first.body['access_token']);
  expect(await isTaken(first.body['access_token'])).toBe(true);
  simulators.clock.move(3_600_000);
  expect(await isTaken(first.body['access_token'])).toBe(false);
});

test('a token of a trusted issuer stands in for the secret', async () => {
  const asked = { client_assertion_type: assertionType, client_assertion: 'from-the-cluster' };
  expect((await askToken(asked)).status).toBe(200);
});

test.each([
  ['another secret', { client_secret: 'guess' }, 401, 'AADSTS7000215'],
  ['no secret', { nothing: '' }, 401, 'AADSTS7000218'],
  ['another app', { client_id: 'ffff' }, 400, 'AADSTS700016'],
  ['another resource', { scope: 'https://graph.example/.default' }, 400, 'AADSTS500011'],
  ['another grant', { grant_type: 'password' }, 400, 'AADSTS70003'],
  ['an unknown token', { client_assertion_type: assertionType, client_assertion: 'x' }, 400, 'AADSTS70021'],
  ['an unknown assertion', { client_assertion_type: assertionType, client_assertion: 'eyJ.e.e' }, 401, 'AADSTS700027'],
])('%s is refused', async (_title, change, status, code) => {
  const answer = await askToken(change);
  expect(answer.status).toBe(status);
  expect(answer.body['error_description']).toMatch(new RegExp(`^${code}: `));
  expect(answer.body['error_codes']).toEqual([Number(code.slice(6))]);
});

test('another tenant is refused at the token and at its metadata', async () => {
  expect((await askToken({}, 'unknown.example')).body['error_description']).toMatch(/^AADSTS90002: /);
  const metadata = await fetch(`${azure().url}/unknown.example/v2.0/.well-known/openid-configuration`);
  expect(metadata.status).toBe(400);
  expect(await metadata.json()).toMatchObject({ error: 'invalid_tenant' });
});

test('a secret that has passed its end says so', async () => {
  await simulators.close();
  await start({ isSecretExpired: true });
  expect((await askToken()).body['error_description']).toMatch(/^AADSTS7000222: /);
});

test.each([
  ['/metadata/identity/oauth2/token', { Metadata: 'true' }, 200],
  ['/metadata/identity/oauth2/token', {}, 400],
  ['/msi/token', { 'X-IDENTITY-HEADER': 'simulated-identity' }, 200],
  ['/msi/token', { 'X-IDENTITY-HEADER': 'another' }, 401],
])('a machine asks %s with %j', async (path, headers, status) => {
  const resource = encodeURIComponent(azure().url);
  const response = await fetch(`${azure().url}${path}?api-version=2019-08-01&resource=${resource}`, { headers });
  expect(response.status).toBe(status);
  const body = (await response.json()) as Record<string, unknown>;
  expect(await isTaken(body['access_token'])).toBe(status === 200);
});

test('a machine has no identity but its own and that of the app', async () => {
  const ask = async (query: string) => {
    const address = `${azure().url}/metadata/identity/oauth2/token?api-version=2018-02-01&${query}`;
    return (await fetch(address, { headers: { metadata: 'true' } })).status;
  };
  const resource = `resource=${encodeURIComponent(azure().url)}`;
  expect(await ask(`${resource}&client_id=${credential().clientId}`)).toBe(200);
  expect(await ask(`${resource}&client_id=ffff`)).toBe(400);
  expect(await ask('resource=https%3A%2F%2Fgraph.example')).toBe(400);
});
