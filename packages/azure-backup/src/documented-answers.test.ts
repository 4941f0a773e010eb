import type { Action, Connector, PreparedWrite } from '@crossvault/core';
import {
  type AnswerValidator,
  connectSimulator,
  createAnswerValidator,
  type VirtualWorld,
  worldOf,
} from '@crossvault/harness';
import { type Simulators, startSimulators } from '@crossvault/simulators';
import { carryOut, failureOf, prepareOptions, readLists } from '@crossvault/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { azureBackup } from './index.ts';
import { call, grown as grownId, itemsOf, machine, readPages, usual } from './testing/acting-world.ts';

const grown = '/subscriptions/8b6e2a31-5c74-4f0d-9a1e-2f6d7c3b9e50';
const vault = `${grown}/resourceGroups/rg-backup-weu/providers/Microsoft.RecoveryServices/vaults/rsv-prod-weu`;
const item = `${vault}/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;rg-compute;vm-app-03/protectedItems/vm;iaasvmcontainerv2;rg-compute;vm-app-03`;

let simulators: Simulators;
let validator: AnswerValidator;
let connector: Connector;
let acting: Connector;
let world: VirtualWorld;

beforeAll(async () => {
  simulators = await startSimulators({
    vendors: ['azure-backup'],
    jobs: 300,
    pageSize: 10,
    start: '2026-03-02T12:00:00.000Z',
    azureBackup: { denied: ['nobody'] },
  });
  validator = createAnswerValidator({
    documents: [new URL('../openapi/azure-backup.yaml', import.meta.url)],
    ignoreCase: true,
  });
  world = worldOf(simulators);
  const vendor = simulators.vendor('azure-backup');
  const fetch = validator.watch(world.fetch);
  connector = connectSimulator(azureBackup, simulators, vendor, { fetch });
  acting = connectSimulator(azureBackup, simulators, vendor, { fetch, allow: ['operate', 'destroy'] });
});
afterAll(async () => {
  await connector.close();
  await world.close();
  await simulators.close();
});

const azure = () => simulators.vendor('azure-backup');
const violations = () => [...validator.violations];

async function ask(address: string, init: RequestInit = {}, token = azure().tokens.valid): Promise<Response> {
  const url = address.startsWith('http') ? address : azure().url + address;
  const headers = { authorization: `Bearer ${token}`, ...init.headers };
  return validator.watch(world.fetch)(new Request(url, { ...init, headers }));
}

test('whatever our connector is answered is documented', async () => {
  const lists = await readLists(connector, call);
  for (const { records } of lists) {
    for (const { key } of records) await connector.getJob(key, call);
  }
  await connector.operations?.get('c3a52d1d-0853-4211-8141-477c65740264', call);
  expect(await connector.findJobs('00000000-0000-0000-0000-00000000abcd', call)).toEqual([]);
  expect(violations()).toEqual([]);
  expect(validator.answers).toBeGreaterThan(300);
});

test('vaults that are looked up come as documented', async () => {
  const discovering = connectSimulator(azureBackup, simulators, azure(), {
    settings: { vaults: undefined, discover: { subscriptionIds: [grown.split('/')[2]] } },
    fetch: validator.watch(world.fetch),
  });
  expect(await discovering.jobLists(call)).toHaveLength(4);
  expect(violations()).toEqual([]);
});

test('following what was accepted is answered as documented, by both headers and to the end', async () => {
  const body = JSON.stringify({ properties: { policyId: '', protectionState: 'ProtectionStopped' } });
  for (const method of ['PUT', 'DELETE']) {
    const accepted = await ask(`${item}?api-version=2025-02-01`, { method, ...(method === 'PUT' ? { body } : {}) });
    const links = ['location', 'azure-asyncoperation'].map((name) => accepted.headers.get(name) ?? '');
    for (const link of links) await ask(link);
    simulators.clock.move(90_000);
    for (const link of links) expect((await ask(link)).status).toBeLessThan(300);
  }
  expect(violations()).toEqual([]);
});

test('whatever is read and changed of protection is answered as documented', async () => {
  const { plans, cancelJob, exportJobs } = acting;
  const items = itemsOf(acting);
  const carry = async (action: Action, write: PreparedWrite | undefined) => {
    if (write === undefined) throw new Error('That is not offered.');
    return carryOut(acting, action, write, simulators.clock);
  };
  const key = machine('vm-web-01');
  await readPages((token) => items.list({ size: 10, token }, call));
  await readPages((token) => plans?.list({ size: 10, token }, call));
  await plans?.get([grownId, 'weekly-vm'], call);
  await plans?.get([`${grownId}/backup`, 'daily'], call);
  await items.containers(call);
  const [point] = await items.recoveryPoints(key, call);
  const account = `${grown}/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a`;
  const request = { recoveryPointId: point?.id ?? '', destination: account, conflict: 'copy' } as const;
  await carry('restore', await items.restore(key, request, prepareOptions()));
  const { jobs } = await carry('back-up', await items.backUp(key, usual, prepareOptions()));
  await carry('cancel', await cancelJob?.(jobs[0] ?? [], prepareOptions()));
  await carry('refresh-containers', await items.refreshContainers(prepareOptions()));
  const all = { startedAfter: null, startedBefore: null, status: null };
  await carry('export-jobs', await exportJobs?.(all, prepareOptions()));
  await (await items.backUp(key, usual, prepareOptions())).send(call);
  const again = await items.backUp(key, usual, prepareOptions());
  expect(await failureOf(again.send(call))).toMatchObject({ upstreamStatus: 409 });
  expect(violations()).toEqual([]);
});

test('signing in and being refused is answered as documented', async () => {
  const resource = encodeURIComponent(azure().url);
  await ask(`/common/discovery/instance?api-version=1.1&authorization_endpoint=${resource}`);
  await ask('/nobody.example/v2.0/.well-known/openid-configuration');
  await ask('/nobody.example/oauth2/v2.0/token', { method: 'POST', body: new URLSearchParams() });
  for (const path of ['/metadata/identity/oauth2/token', '/msi/token']) {
    await ask(`${path}?api-version=2018-02-01&resource=${resource}`);
    const headers = { metadata: 'true', 'x-identity-header': 'simulated-identity' };
    await ask(`${path}?api-version=2018-02-01&resource=${resource}`, { headers });
  }
  expect(violations()).toEqual([]);
});

test.each([
  [401, `${vault}/backupJobs?api-version=2025-02-01`, 'nonsense'],
  [400, `${vault}/backupJobs`, null],
  [400, `${vault}/backupJobs?api-version=2025-02-01&$filter=nonsense`, null],
  [404, `${vault}/backupJobs/none?api-version=2025-02-01`, null],
  [404, `${vault}-none/backupJobs?api-version=2025-02-01`, null],
  [404, '/subscriptions/none/providers/Microsoft.DataProtection/backupVaults?api-version=2025-07-01', null],
  [403, vault.replace('rsv-prod-weu', 'nobody').concat('/backupJobs?api-version=2025-02-01'), null],
])('a refusal with %i is documented: %s', async (status, path, token) => {
  expect((await ask(path, {}, token ?? azure().tokens.valid)).status).toBe(status);
  expect(violations()).toEqual([]);
});

test('every documented operation was answered with success in these tests', () => {
  expect(validator.unexercised()).toEqual([]);
});
