import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../simulators.ts';
import { BACKUP_VAULTS, FILES_VAULT, GROWN_VAULT } from './documented.ts';

let simulators: Simulators;
beforeEach(async () => {
  simulators = await startSimulators({
    vendors: ['azure-backup'],
    jobs: 40,
    start: '2026-11-20T06:00:00Z',
    pageSize: 5,
    azureBackup: { guarded: ['azurefilesvault'] },
  });
});
afterEach(() => simulators.close());

const get = async (address: string, query: Record<string, string> = {}) => {
  const azure = simulators.vendor('azure-backup');
  const parameters = new URLSearchParams({ 'api-version': '2022-09-01-preview', ...query });
  const headers = { authorization: `Bearer ${azure.tokens.valid}` };
  const response = await fetch(`${azure.url}${address}?${parameters}`, { headers });
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text) };
};
const itemOf = (container: string, name: string): string =>
  `${GROWN_VAULT.idPrefix}/backupFabrics/Azure/protectionContainers/${container}/protectedItems/${name}`;
const machine = itemOf(
  'iaasvmcontainer;iaasvmcontainerv2;rg-compute;vm-web-01',
  'vm;iaasvmcontainerv2;rg-compute;vm-web-01',
);
const database = itemOf('VMAppContainer;Compute;rg-compute;sql-prod-1', 'SQLDataBase;mssqlserver;orders');

test('a vault is answered with its region and its sort', async () => {
  expect(await get(GROWN_VAULT.idPrefix)).toMatchObject({
    status: 200,
    body: { name: 'rsv-prod-weu', location: 'westeurope', sku: { name: 'RS0' } },
  });
  const [backupVault] = BACKUP_VAULTS;
  expect(await get(backupVault?.idPrefix ?? '')).toMatchObject({ status: 200, body: { name: 'bv-prod-weu' } });
  expect((await get(GROWN_VAULT.idPrefix.replace('rsv-prod-weu', 'none'))).status).toBe(404);
});

test('a vault without a Resource Guard has an empty list of proxies, a guarded one has its proxy', async () => {
  expect(await get(`${GROWN_VAULT.idPrefix}/backupResourceGuardProxies`)).toEqual({ status: 200, body: { value: [] } });
  expect((await get(`${GROWN_VAULT.idPrefix}/backupResourceGuardProxies/VaultProxy`)).status).toBe(404);
  const { body } = await get(`${FILES_VAULT.idPrefix}/backupResourceGuardProxies`);
  expect(body.value).toMatchObject([
    { name: 'VaultProxy', properties: { resourceGuardResourceId: expect.stringContaining('/resourceGuards/') } },
  ]);
  expect((await get(`${FILES_VAULT.idPrefix}/backupResourceGuardProxies/VaultProxy`)).body).toEqual(body.value[0]);
});

test('what is set for a whole vault is answered', async () => {
  expect(await get(`${GROWN_VAULT.idPrefix}/backupconfig/vaultconfig`)).toMatchObject({
    status: 200,
    body: { name: 'vaultconfig', properties: { softDeleteFeatureState: 'Enabled' } },
  });
  expect(await get(`${GROWN_VAULT.idPrefix}/backupstorageconfig/vaultstorageconfig`)).toMatchObject({
    status: 200,
    body: { properties: { storageType: 'GeoRedundant' } },
  });
});

test('what could be protected is listed, by its management type', async () => {
  const list = (filter: string) => get(`${FILES_VAULT.idPrefix}/backupProtectableItems`, { $filter: filter });
  const { status, body } = await list("backupManagementType eq 'AzureStorage' and workloadType eq 'AzureFileShare'");
  expect([
    status,
    body.value.map((row: { properties: { friendlyName: string } }) => row.properties.friendlyName),
  ]).toEqual([200, ['archive']]);
  expect((await list("backupManagementType eq 'AzureWorkload'")).body).toEqual({ value: [] });
  expect((await list('')).status).toBe(400);
});

test('one recovery point is answered by its name, as the list shows it', async () => {
  const { body } = await get(`${machine}/recoveryPoints`);
  expect(body.value).toHaveLength(3);
  const [point] = body.value;
  expect(await get(`${machine}/recoveryPoints/${point.name}`)).toEqual({ status: 200, body: point });
  expect((await get(`${machine}/recoveryPoints/none`)).status).toBe(404);
});

const pointTimes = async (filter: string) => {
  const { status, body } = await get(`${machine}/recoveryPoints`, { $filter: filter });
  if (status !== 200) return status;
  return body.value.map((row: { properties: { recoveryPointTime: string } }) =>
    row.properties.recoveryPointTime.slice(0, 10),
  );
};

test.each([
  ['', ['2026-11-19', '2026-11-18', '2026-11-17']],
  ["endDate eq '2026-11-18 12:00:00 PM' and startDate eq '2026-11-18 12:00:00 AM'", ['2026-11-18']],
  ["startDate eq '2026-11-18 12:00:00 PM' and extendedInfo eq 'True'", ['2026-11-19']],
  ["restorePointQueryType eq 'Full'", ['2026-11-19', '2026-11-18', '2026-11-17']],
  ["restorePointQueryType eq 'Log'", []],
  ["startDate eq '2026-11-18T00:00:00Z'", 400],
  ["extendedInfo eq 'perhaps'", 400],
  ["restorePointQueryType eq 'Some'", 400],
  ["policyName eq 'nightly-vm'", 400],
])('recovery points by the filter "%s" are %j', async (filter, expected) => {
  expect(await pointTimes(filter)).toEqual(expected);
});

test("a database's log has the times to which it can be restored", async () => {
  const { body } = await get(`${database}/recoveryPoints`, { $filter: "restorePointQueryType eq 'Log'" });
  expect(body.value).toMatchObject([
    {
      name: 'DefaultRangeRecoveryPoint',
      properties: {
        objectType: 'AzureWorkloadSQLPointInTimeRecoveryPoint',
        timeRanges: [
          { startTime: expect.stringMatching(/^2026-11-17/), endTime: expect.stringMatching(/^2026-11-19/) },
        ],
      },
    },
  ]);
});

test('further pages of jobs come in the version that was requested, and ids in their usual case', async () => {
  const { body } = await get(`${GROWN_VAULT.idPrefix}/backupJobs`);
  expect(new URL(body.nextLink).searchParams.get('api-version')).toBe('2022-09-01-preview');
  const items = (await get(`${GROWN_VAULT.idPrefix}/backupProtectedItems`)).body.value;
  for (const { id } of items) expect(id).toContain('/protectionContainers/');
});
