import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../simulators.ts';
import { FILES_VAULT, GROWN_VAULT } from './documented.ts';

let simulators: Simulators;
beforeEach(async () => {
  simulators = await startSimulators({
    vendors: ['azure-backup'],
    jobs: 10,
    start: '2026-11-20T06:00:00Z',
    pageSize: 5,
    azureBackup: { guarded: ['azurefilesvault'] },
  });
});
afterEach(() => simulators.close());

const azure = () => simulators.vendor('azure-backup');
const ask = async (method: string, address: string, body?: object, more: Record<string, string> = {}) => {
  const separator = address.includes('?') ? '&' : '?';
  const url = address.startsWith('http') ? address : `${azure().url}${address}${separator}api-version=2025-02-01`;
  const headers = { authorization: `Bearer ${azure().tokens.valid}`, ...more };
  const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
};
const itemOf = (names: string) =>
  `${GROWN_VAULT.idPrefix}/backupFabrics/Azure/protectionContainers/iaasvmcontainer;${names}/protectedItems/vm;${names}`;
const machine = (name: string) => itemOf(`iaasvmcontainerv2;rg-compute;${name}`);
const policy = (name: string) => `${GROWN_VAULT.idPrefix}/backupPolicies/${name}`;
const put = (properties: object) => ({
  properties: { protectedItemType: 'Microsoft.Compute/virtualMachines', ...properties },
});
const backup = { properties: { objectType: 'IaasVMBackupRequest' } };
const stop = put({ policyId: '', protectionState: 'ProtectionStopped' });
const stateOf = async (name: string) => (await ask('GET', machine(name))).body.properties;

test.each([
  ['a policy that is not there', 'PUT', 'vm-web-01', put({ policyId: policy('none') }), 400],
  ['a policy for something else', 'PUT', 'vm-web-01', put({ policyId: policy('daily-files') }), 400],
  ['no policy at all', 'PUT', 'vm-web-01', put({}), 400],
  ['an item that was never discovered', 'PUT', 'vm-new-01', put({ policyId: policy('nightly-vm') }), 400],
  ['bringing back what is there', 'PUT', 'vm-web-01', put({ isRehydrate: true }), 400],
  ['stopping what is deleted', 'PUT', 'vm-deleted', stop, 400],
  ['stopping what is stopped', 'PUT', 'vm-stopped', stop, 200],
  ['deleting what is not there', 'DELETE', 'vm-none', undefined, 204],
  ['deleting what is deleted', 'DELETE', 'vm-deleted', undefined, 204],
  ['reading what is not there', 'GET', 'vm-none', undefined, 404],
])('%s is answered with its own code', async (_what, method, name, body, status) => {
  expect((await ask(method, machine(name), body)).status).toBe(status);
});

test.each([
  ['vm-none', backup, 404],
  ['vm-stopped', backup, 400],
  ['vm-web-01', { properties: { objectType: 'AzureFileShareBackupRequest' } }, 400],
  ['vm-web-01', backup, 202],
])('backing up %s by %j is answered with %i', async (name, body, status) => {
  expect((await ask('POST', `${machine(name)}/backup`, body)).status).toBe(status);
});

test('an item is backed up once at a time, and its recovery point comes with the end of the job', async () => {
  const points = async () => (await ask('GET', `${machine('vm-build-7')}/recoveryPoints`)).body.value;
  expect([await points(), (await stateOf('vm-build-7')).protectionState]).toEqual([[], 'IRPending']);
  expect((await ask('POST', `${machine('vm-build-7')}/backup`, backup)).status).toBe(202);
  expect((await ask('POST', `${machine('VM-BUILD-7')}/backup`, backup)).status).toBe(409);
  simulators.clock.move(599_000);
  expect(await points()).toEqual([]);
  simulators.clock.move(1_000);
  expect(await points()).toHaveLength(1);
  expect(await stateOf('vm-build-7')).toMatchObject({
    protectionState: 'Protected',
    lastBackupStatus: 'Completed',
    lastBackupTime: '2026-11-20T06:00:00Z',
  });
  expect((await ask('POST', `${machine('vm-build-7')}/backup`, backup)).status).toBe(202);
});

test('a change shows once the operation is over, and until then there is no other', async () => {
  expect((await ask('PUT', machine('vm-web-01'), put({ policyId: policy('weekly-vm').toUpperCase() }))).status).toBe(
    202,
  );
  expect(await stateOf('vm-web-01')).toMatchObject({ policyName: 'nightly-vm' });
  expect((await ask('PUT', machine('vm-web-01'), stop)).status).toBe(409);
  expect((await ask('DELETE', machine('vm-web-01'))).status).toBe(409);
  simulators.clock.move(90_000);
  expect(await stateOf('vm-web-01')).toMatchObject({ policyName: 'weekly-vm' });
});

test('a soft-deleted item can be undeleted for fourteen days, and is removed then', async () => {
  expect((await ask('DELETE', machine('vm-web-01'))).status).toBe(202);
  simulators.clock.move(90_000);
  expect(await stateOf('vm-web-01')).toMatchObject({
    isScheduledForDeferredDelete: true,
    deferredDeleteTimeInUTC: '2026-11-20T06:01:30Z',
  });
  const back = put({ isRehydrate: true, policyId: '', protectionState: 'ProtectionStopped' });
  expect((await ask('PUT', machine('vm-deleted'), back)).status).toBe(202);
  simulators.clock.move(14 * 86_400_000);
  expect((await ask('GET', machine('vm-web-01'))).status).toBe(404);
  expect(await stateOf('vm-deleted')).toMatchObject({ protectionState: 'ProtectionStopped' });
});

test('operations can be read at their own path and at their vault, and expire after a day', async () => {
  const { headers } = await ask('PUT', machine('vm-web-01'), stop);
  const status = headers.get('azure-asyncoperation') ?? '';
  const id = /operationsStatus\/([^?]+)/.exec(status)?.[1];
  const elsewhere = status.replace(/vm-web-01/g, 'vm-web-02');
  expect((await ask('GET', status)).status).toBe(200);
  expect((await ask('GET', elsewhere)).status).toBe(404);
  expect((await ask('GET', `${GROWN_VAULT.idPrefix}/backupOperations/${id}`)).status).toBe(200);
  simulators.clock.move(86_400_000);
  expect((await ask('GET', status)).status).toBe(404);
});

test('a guarded vault is changed only by who says who allows it', async () => {
  const share = `${FILES_VAULT.idPrefix}/backupFabrics/Azure/protectionContainers/StorageContainer;storage;azurefiles;testvault2/protectedItems/AzureFileShare;testshare`;
  expect((await ask('PUT', share, stop)).status).toBe(403);
  expect((await ask('DELETE', share)).status).toBe(403);
  const allowed = { 'x-ms-authorization-auxiliary': 'Bearer t0ken' };
  expect((await ask('DELETE', share, undefined, allowed)).status).toBe(202);
  simulators.clock.move(90_000);
  expect((await ask('GET', share)).status).toBe(404);
});

test('lists are paged by links of another version, filtered, and refuse what they do not know', async () => {
  const list = (rest: string) => ask('GET', `${GROWN_VAULT.idPrefix}/${rest}`);
  const first = await list("backupProtectedItems?$filter=backupManagementType eq 'azureiaasvm'");
  expect(first.body.value).toHaveLength(5);
  expect(first.body.nextLink).toContain('api-version=2016-12-01');
  const second = await ask('GET', first.body.nextLink);
  const names = [...first.body.value, ...second.body.value].map(({ name }: { name: string }) => name);
  expect(names.every((name) => name.startsWith('vm;'))).toBe(true);
  expect(new Set(names).size).toBe(10);
  expect((await list("backupProtectedItems?$filter=colour eq 'red'")).status).toBe(400);
  expect((await list('backupProtectionContainers')).status).toBe(400);
  expect((await list("backupProtectionContainers?$filter=backupManagementType eq 'MAB'")).body.value).toHaveLength(1);
  expect((await list('backupPolicies/none')).status).toBe(404);
});

test('a refresh finds what it is requested, and a machine that was found can be protected', async () => {
  const refresh = (filter: string) =>
    ask('POST', `${GROWN_VAULT.idPrefix}/backupFabrics/Azure/refreshContainers${filter}`);
  const protect = () => ask('PUT', machine('vm-new-01'), put({ policyId: policy('nightly-vm') }));
  expect((await refresh("?$filter=colour eq 'red'")).status).toBe(400);
  const { headers } = await refresh("?$filter=backupManagementType eq 'AzureStorage'");
  simulators.clock.move(90_000);
  expect((await ask('GET', headers.get('location') ?? '')).status).toBe(204);
  expect((await protect()).status).toBe(400);
  await refresh('');
  simulators.clock.move(90_000);
  expect((await protect()).status).toBe(202);
  simulators.clock.move(90_000);
  expect(await stateOf('vm-new-01')).toMatchObject({
    protectionState: 'IRPending',
    lastBackupTime: '2001-01-01T00:00:00Z',
  });
});

test('a job that is over, or not there, is not given up', async () => {
  const cancel = (id: string) => ask('POST', `${GROWN_VAULT.idPrefix}/backupJobs/${id}/cancel`);
  const ended = azure().addJob({ status: 'failed' });
  const open = azure().addJob({ status: 'running' });
  expect([(await cancel(ended)).status, (await cancel('none')).status]).toEqual([400, 404]);
  const { status, headers } = await cancel(open);
  expect([status, headers.get('azure-asyncoperation')]).toEqual([202, null]);
  simulators.clock.move(60_000);
  expect(simulators.truth().find(({ nativeId }) => nativeId === open)).toMatchObject({ status: 'cancelled' });
  expect((await ask('GET', headers.get('location') ?? '')).status).toBe(202);
  simulators.clock.move(30_000);
  expect((await ask('GET', headers.get('location') ?? '')).status).toBe(204);
});
