import { Secret } from '@crossvault/contract';
import { expect, test } from 'vitest';
import { azureBackupConfigSchema } from './config.ts';

const vault = { subscriptionId: 'ef4ab5a7', resourceGroup: 'azurefiles', name: 'azurefilesvault' };
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
    cloud: 'public',
    apiVersion: '2025-02-01',
    deadlineSeconds: 30,
    concurrency: 4,
    allow: [],
  });
});

test.each([
  [{ cloud: 'us-government', apiVersion: '2019-05-13', baseUrl: 'http://127.0.0.1:4000/' }],
  [{ vaults: [vault, { ...vault, resourceGroup: 'another', type: 'recovery-services' }] }],
  [{ apiVersion: '2026-01-31-preview' }],
])('%j is accepted', (change) => {
  expect(problemsOf(change)).toBe('');
});

test.each([
  [{ vaults: [{ ...vault, type: 'backup' }] }, /^vaults\.0\.type: must be recovery-services: vaults of type backup/],
  [{ vaults: { discover: {} } }, /^vaults: vaults are not discovered: name each one/],
  [{ discover: { subscriptionIds: [] } }, /vaults are not discovered: name each one/],
  [{ vaults: undefined }, /^vaults: vaults are not discovered/],
  [{ vaults: [] }, /must name at least one vault/],
  [{ vaults: [vault, { ...vault, name: 'AZUREFILESVAULT' }] }, /^vaults: must not name a vault twice/],
  [{ vaults: [{ ...vault, name: 'a/b' }] }, /^vaults\.0\.name: must be a bare name/],
  [{ cloud: 'germany' }, /^cloud: /],
  [{ apiVersion: 'latest' }, /^apiVersion: must be a date such as "2025-02-01"/],
  [{ credential: { type: 'client-secret', tenantId: 't' } }, /^credential\.type: must be \{ type: token/],
  [{ credential: { type: 'token', token: 'in clear' } }, /^credential\.token: must be a reference to a secret/],
  [{ credential: undefined }, /^credential: must be \{ type: token/],
  [{ secondaryRegions: [] }, /secondaryRegions/],
])('%j is refused, and the message says what to do', (change, message) => {
  expect(problemsOf(change)).toMatch(message);
});
