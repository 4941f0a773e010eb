import { Secret } from '@crossvault/core';
import { expect, test } from 'vitest';
import { azureBackupConfigSchema } from './config.ts';

const vault = { subscriptionId: 'ef4ab5a7', resourceGroup: 'azurefiles', name: 'azurefilesvault' };
const secret = new Secret('s3cret');
const app = { tenantId: 'contoso.example', clientId: 'app' };
const connection = {
  name: 'azure',
  vendor: 'azure-backup',
  vaults: [vault],
  credential: { type: 'token', token: new Secret('t0ken') },
};

function problemsOf(change: object): string {
  const result = azureBackupConfigSchema.safeParse({ ...connection, ...change });
  return result.success
    ? ''
    : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
}

test('what is left out has its default', () => {
  expect(azureBackupConfigSchema.parse(connection)).toMatchObject({
    vaults: [{ ...vault, type: 'recovery-services' }],
    secondaryRegions: [],
    cloud: 'public',
    apiVersion: '2025-02-01',
    backupVaultApiVersion: '2025-07-01',
    crossRegionApiVersion: '2021-11-15',
    discoveryApiVersion: '2022-10-01',
    deadlineSeconds: 30,
    concurrency: 4,
    allow: [],
  });
  const discover = { subscriptionIds: ['ef4ab5a7'] };
  expect(azureBackupConfigSchema.parse({ ...connection, vaults: undefined, discover })).toMatchObject({
    discover: { ...discover, types: ['recovery-services', 'backup'] },
  });
});

test.each([
  [{ cloud: 'us-government', apiVersion: '2019-05-13', baseUrl: 'http://127.0.0.1:4000/' }],
  [{ vaults: [vault, { ...vault, resourceGroup: 'another', type: 'recovery-services' }] }],
  [{ vaults: [vault, { ...vault, type: 'backup' }], secondaryRegions: ['northeurope'] }],
  [{ apiVersion: '2026-01-31-preview', backupVaultApiVersion: '2026-03-01' }],
  [{ vaults: undefined, discover: { subscriptionIds: ['a', 'b'], types: ['backup'] } }],
  [{ authorityHost: 'https://login.private.example', audience: 'https://arm.private.example/' }],
  [{ authorityHost: 'http://127.0.0.1:4000' }],
  [{ credential: { type: 'client-secret', ...app, clientSecret: secret } }],
  [{ credential: { type: 'certificate', ...app, path: './app.pem', password: secret } }],
  [{ credential: { type: 'certificate', ...app, path: new Secret('-----BEGIN CERTIFICATE-----') } }],
  [{ credential: { type: 'managed-identity' } }],
  [{ credential: { type: 'managed-identity', clientId: 'id' } }],
  [{ credential: { type: 'workload-identity', ...app, tokenFile: '/run/token' } }],
  [{ credential: { type: 'workload-identity' } }],
  [{ credential: { type: 'azure-cli', tenantId: 'contoso.example', subscriptionId: 'ef4ab5a7' } }],
  [{ credential: { type: 'default' } }],
])('%j is accepted', (change) => {
  expect(problemsOf(change)).toBe('');
});

test.each([
  [{ vaults: [{ ...vault, type: 'storage' }] }, /^vaults\.0\.type: must be recovery-services or backup/],
  [{ vaults: { discover: {} } }, /^vaults: must be a list of \{ subscriptionId, resourceGroup, name, type \}/],
  [{ vaults: undefined }, /^vaults: must name each vault .* or be left out for discover/],
  [{ discover: { subscriptionIds: ['a'] } }, /^vaults: must name each vault .* or be left out for discover/],
  [{ vaults: undefined, discover: { subscriptionIds: [] } }, /^discover\.subscriptionIds: must name at least one/],
  [
    { vaults: undefined, discover: { subscriptionIds: ['a', 'A'] } },
    /subscriptionIds: must not name a subscription twice/,
  ],
  [{ vaults: undefined, discover: { subscriptionIds: ['a'], types: [] } }, /^discover\.types: must name at least one/],
  [{ vaults: undefined, discover: { subscriptionIds: ['a'], tags: {} } }, /tags/],
  [{ vaults: [] }, /must name at least one vault/],
  [{ vaults: [vault, { ...vault, name: 'AZUREFILESVAULT' }] }, /^vaults: must not name a vault twice/],
  [{ vaults: [{ ...vault, name: 'a/b' }] }, /^vaults\.0\.name: must be a bare name/],
  [{ vaults: [{ ...vault, name: '..' }] }, /^vaults\.0\.name: must be a bare name/],
  [{ secondaryRegions: ['north europe'] }, /^secondaryRegions\.0: must be a region such as northeurope/],
  [{ secondaryRegions: ['neu', 'NEU'] }, /^secondaryRegions: must not name a region twice/],
  [{ cloud: 'germany' }, /^cloud: /],
  [{ apiVersion: 'latest' }, /^apiVersion: must be a date such as "2025-02-01"/],
  [{ backupVaultApiVersion: 'latest' }, /^backupVaultApiVersion: must be a date such as "2025-07-01"/],
  [{ authorityHost: 'http://login.example' }, /^authorityHost: must be an https address without a path/],
  [{ authorityHost: 'https://login.example/tenant' }, /^authorityHost: must be an https address without a path/],
  [{ audience: 'management' }, /^audience: must be a URL/],
  [
    { credential: { type: 'password' } },
    /^credential\.type: must be \{ type: ….* client-secret, certificate, managed-identity/,
  ],
  [{ credential: { type: 'client-secret', tenantId: 't' } }, /^credential\.clientId: /],
  [
    { credential: { type: 'client-secret', ...app, clientSecret: 'in clear' } },
    /^credential\.clientSecret: must be a reference/,
  ],
  [
    { credential: { type: 'client-secret', ...app, tenantId: 'a b', clientSecret: secret } },
    /^credential\.tenantId: must be the id of a directory/,
  ],
  [{ credential: { type: 'client-secret', ...app, clientSecret: secret, path: 'x' } }, /path/],
  [{ credential: { type: 'certificate', ...app, path: secret } }, /^credential\.path: must be the path of a PEM file/],
  [{ credential: { type: 'certificate', ...app } }, /^credential\.path: must be the path of a PEM file/],
  [{ credential: { type: 'managed-identity', tenantId: 't' } }, /tenantId/],
  [{ credential: { type: 'token', token: 'in clear' } }, /^credential\.token: must be a reference to a secret/],
  [{ credential: undefined }, /^credential: must be \{ type/],
  [{ resourceGroups: [] }, /resourceGroups/],
  [{ resourceGuard: { operationRequests: [] } }, /^resourceGuard\.operationRequests: must name at least one request/],
  [
    { resourceGuard: { operationRequests: ['mine'] } },
    /^resourceGuard\.operationRequests\.0: must be a path of a guard/,
  ],
  [{ resourceGuard: {} }, /^resourceGuard\.operationRequests: must be a list of paths/],
])('%j is refused, and the message says what to do', (change, message) => {
  expect(problemsOf(change)).toMatch(message);
});
