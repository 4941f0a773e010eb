import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../simulators.ts';
import {
  BACKUP_VAULTS,
  FILES_VAULT,
  GROWN_VAULT,
  keyOfBackupVault,
  keyOfRegion,
  SECONDARY_REGION,
} from './documented.ts';
import type { AzureBackupOptions } from './options.ts';

let simulators: Simulators;
const start = async (azureBackup: AzureBackupOptions = {}) => {
  simulators = await startSimulators({
    vendors: ['azure-backup'],
    oddities: true,
    jobs: 300,
    start: '2026-11-20T06:00:00Z',
    pageSize: 7,
    azureBackup,
  });
};
beforeEach(() => start());
afterEach(() => simulators.close());

type Row = { readonly name: string; readonly id: string; readonly properties: Record<string, unknown> };
const azure = () => simulators.vendor('azure-backup');
const subscription = `/subscriptions/${GROWN_VAULT.subscriptionId}`;

const ask = async (address: string, init: RequestInit = {}) => {
  const url = address.startsWith('http') ? address : azure().url + address;
  const headers = { authorization: `Bearer ${azure().tokens.valid}` };
  const response = await fetch(url, { ...init, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
};
const post = (body: object): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });

async function readAll(path: string, init: RequestInit = {}) {
  const first = await ask(`${path}?api-version=2025-07-01`, init);
  const pages: Row[][] = [first.body.value];
  for (let { nextLink } = first.body; nextLink; ) {
    const { body } = await ask(nextLink);
    pages.push(body.value);
    nextLink = body.nextLink;
  }
  return { pages, rows: pages.flat() };
}
const truthOf = (list: string) => simulators.truth().filter((job) => job.list === list);

test('the vaults of a subscription come one on a page, and the last page is empty', async () => {
  const vaults = await readAll(`${subscription}/providers/Microsoft.RecoveryServices/vaults`);
  expect(vaults.pages.map((page) => page.map(({ name }) => name))).toEqual([['rsv-prod-weu'], []]);
  const backup = await readAll(`${subscription}/providers/Microsoft.DataProtection/backupVaults`);
  expect(backup.rows.map(({ id }) => id)).toEqual(BACKUP_VAULTS.map(({ idPrefix }) => idPrefix));
  const other = await readAll(
    `/subscriptions/${FILES_VAULT.subscriptionId}/providers/Microsoft.DataProtection/backupVaults`,
  );
  expect(other.rows).toEqual([]);
  expect(
    (await ask('/subscriptions/ffff/providers/Microsoft.RecoveryServices/vaults?api-version=2022-10-01')).status,
  ).toBe(404);
});

test('the jobs of Backup vaults are those of the truth, in no order of time and without details', async () => {
  for (const vault of BACKUP_VAULTS) {
    const { rows } = await readAll(`${vault.idPrefix}/backupJobs`);
    const truth = truthOf(keyOfBackupVault(vault));
    expect(rows.map(({ name }) => name)).toEqual(truth.map(({ nativeId }) => nativeId).toSorted());
    expect(rows.every(({ properties }) => properties['extendedInfo'] === null)).toBe(true);
    const starts = rows.map(({ properties }) => String(properties['startTime']));
    expect(starts).not.toEqual(starts.toSorted().toReversed());
    for (const { nativeId, nativeStatus, startedAt } of truth) {
      const { body } = await ask(`${vault.idPrefix}/backupJobs/${nativeId.toUpperCase()}?api-version=2025-07-01`);
      expect(body.properties).toMatchObject({ status: nativeStatus, vaultName: vault.name });
      expect(new Date(body.properties.startTime).toISOString()).toBe(startedAt);
    }
  }
});

test('every word, category and oddity of Backup vaults is there', async () => {
  const rows: unknown[] = [];
  for (const vault of BACKUP_VAULTS) rows.push(...(await readAll(`${vault.idPrefix}/backupJobs`)).rows);
  const text = JSON.stringify(rows);
  for (const word of [
    'Started',
    'InProgress',
    'Success',
    'Succeeded',
    'Completed',
    'SuccessWithWarning',
    'Failed',
    'Parked',
  ]) {
    expect(text).toContain(`"status":"${word}"`);
  }
  for (const category of ['Backup', 'Restore', 'Tiering', 'Management']) {
    expect(text).toContain(`"operationCategory":"${category}"`);
  }
  for (const oddity of [
    '"supportedActions":[""]',
    'GMT+0100',
    '"embeddedInnerError":{',
    '"duration":"PT',
    '"duration":"0',
    '"duration":"a while"',
  ]) {
    expect(text).toContain(oddity);
  }
});

test('the secondary region has lists of its own, asked with POST and followed with GET', async () => {
  const region = `${subscription}/providers/Microsoft.RecoveryServices/locations/${SECONDARY_REGION}`;
  const { rows } = await readAll(`${region}/backupCrrJobs`, post({ resourceId: GROWN_VAULT.idPrefix.toUpperCase() }));
  const truth = truthOf(keyOfRegion(GROWN_VAULT, SECONDARY_REGION));
  expect(rows.map(({ name }) => name).toSorted()).toEqual(truth.map(({ nativeId }) => nativeId).toSorted());
  expect(truth.length).toBeGreaterThan(7);
  const body = { resourceId: GROWN_VAULT.idPrefix, jobName: rows[0]?.name };
  expect(
    (await ask(`${region}/backupCrrJob?api-version=2021-11-15`, post(body))).body.properties.extendedInfo,
  ).toBeDefined();
  expect((await ask(`${region}/backupCrrJobs?api-version=2021-11-15`, post({ resourceId: 'no vault' }))).status).toBe(
    400,
  );
  expect((await ask(`${region}/backupCrrJob?api-version=2021-11-15`, post({ ...body, jobName: 'x' }))).status).toBe(
    404,
  );
});

test('tests add, change and end jobs there as well', async () => {
  const [vault] = BACKUP_VAULTS;
  const list = vault === undefined ? '' : keyOfBackupVault(vault);
  const nativeId = azure().addJob({ list, status: 'running', target: 'disk-new' });
  const get = async () =>
    (await ask(`${vault?.idPrefix}/backupJobs/${nativeId}?api-version=2025-07-01`)).body.properties;
  expect(await get()).toMatchObject({ status: 'InProgress', dataSourceName: 'disk-new' });
  azure().changeJob(nativeId, { status: 'failed', merge: { properties: { duration: 'long' } } });
  expect(await get()).toMatchObject({ status: 'Failed', duration: 'long' });
  expect(truthOf(list).find((job) => job.nativeId === nativeId)).toMatchObject({ status: 'failed' });
  azure().addJob({ list, raw: { properties: {} } });
  const secondary = keyOfRegion(GROWN_VAULT, SECONDARY_REGION);
  const other = azure().addJob({ list: secondary });
  expect(truthOf(secondary).map((job) => job.nativeId)).toContain(other);
});

test('what is denied is 403', async () => {
  await simulators.close();
  await start({ denied: ['bv-prod-weu', FILES_VAULT.subscriptionId] });
  const asked = [BACKUP_VAULTS[0], BACKUP_VAULTS[1], FILES_VAULT, GROWN_VAULT];
  const statuses = asked.map(
    async (vault) => (await ask(`${vault?.idPrefix}/backupJobs?api-version=2025-07-01`)).status,
  );
  expect(await Promise.all(statuses)).toEqual([403, 200, 403, 200]);
});

test('an empty budget turns away until it is filled up again, each subscription for itself', async () => {
  await simulators.close();
  await start({ isBudgetEnforced: true });
  const list = (vault = GROWN_VAULT) => ask(`${vault.idPrefix}/backupJobs/none?api-version=2025-02-01`);
  const left = (headers: Headers) => headers.get('x-ms-ratelimit-remaining-subscription-reads');
  expect(left((await list()).headers)).toBe('249');
  for (let asked = 1; asked < 250; asked += 1) await list();
  const refused = await list();
  expect([refused.status, refused.headers.get('retry-after'), left(refused.headers)]).toEqual([429, '1', '0']);
  expect(refused.body.error.code).toBe('SubscriptionRequestsThrottled');
  expect((await list(FILES_VAULT)).status).toBe(404);
  simulators.clock.move(1000);
  const again = await list();
  expect([again.status, left(again.headers)]).toEqual([404, '24']);
  expect(again.headers.get('x-ms-ratelimit-remaining-subscription-global-reads')).toBe('3524');
});

test.each([
  ['PUT', 'vm-app-03', [200, 'Succeeded']],
  ['DELETE', 'vm-app-03', [204, 'Succeeded']],
  ['PUT', 'vm-locked', [200, 'Failed']],
] as const)('%s of %s is accepted and worked off while the clock moves on', async (method, machine, end) => {
  const item = `${GROWN_VAULT.idPrefix}/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;rg-compute;${machine}/protectedItems/vm;iaasvmcontainerv2;rg-compute;${machine}`;
  const body =
    method === 'PUT' ? { body: JSON.stringify({ properties: { protectionState: 'ProtectionStopped' } }) } : {};
  const accepted = await ask(`${item}?api-version=2025-02-01`, { method, ...body });
  expect([accepted.status, accepted.headers.get('retry-after')]).toEqual([202, '60']);
  const statusAt = accepted.headers.get('azure-asyncoperation') ?? '';
  const resultAt = accepted.headers.get('location') ?? '';
  expect(statusAt.includes('/protectedItems/')).toBe(method === 'PUT');
  expect((await ask(statusAt)).body).toMatchObject({ status: 'InProgress', endTime: '0001-01-01T00:00:00Z' });
  expect((await ask(resultAt)).status).toBe(202);
  simulators.clock.move(90_000);
  expect([(await ask(resultAt)).status, (await ask(statusAt)).body.status]).toEqual(end);
});
