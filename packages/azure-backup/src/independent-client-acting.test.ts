import type { JobKey, ListQuery } from '@crossvault/core';
import { carryOut, prepareOptions as prepare, readLists, recordsOf } from '@crossvault/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { call, itemsOf, readPages } from './testing/acting-world.ts';
import { type BothClients, keyOf, openBothClients, type Vault } from './testing/both-clients.ts';

const names = ['StorageContainer;storage;azurefiles;testvault2', 'AzureFileShare;testshare'] as const;
const now: ListQuery = { startedAfter: '2026-03-02T12:00:00.000Z', startedBefore: null, status: null };

let both: BothClients;
let vault: Vault;
let share: JobKey;
beforeEach(async () => {
  both = await openBothClients({ jobs: 4 }, ['operate', 'destroy']);
  const [found] = both.vaults.filter(({ name }) => name === 'azurefilesvault');
  if (found === undefined) throw new Error('The vault of the shares is not there.');
  vault = found;
  share = [keyOf(vault), ...names.map((name) => name.toLowerCase())];
});
afterEach(() => both.close());

const ourItems = () => itemsOf(both.connector);
const ourItem = async () => (await ourItems().get(share, call)).item;
const ourJobs = async () =>
  recordsOf(await readLists(both.connector, call, now)).filter(({ job }) => job.target?.name === 'testshare');
const itemPath = () => [vault.name, vault.resourceGroup, 'Azure', ...names] as const;
const policy = (name: string) =>
  `/subscriptions/${vault.subscriptionId}/resourceGroups/${vault.resourceGroup}/providers/Microsoft.RecoveryServices/vaults/${vault.name}/backupPolicies/${name}`;
const sourceResourceId = () =>
  `/subscriptions/${vault.subscriptionId}/resourceGroups/AzureFiles/providers/Microsoft.Storage/storageAccounts/testvault2`;

test("what Microsoft's own client triggers, changes, gives up and stops, we see", async () => {
  const theirs = both.theirClient(vault);
  const { clock } = both.simulators;
  const put = (change: { readonly policyId: string; readonly protectionState?: string }) =>
    theirs.protectedItems.createOrUpdate(...itemPath(), {
      properties: {
        protectedItemType: 'AzureFileShareProtectedItem',
        sourceResourceId: sourceResourceId(),
        ...change,
      },
    });

  await theirs.backups.trigger(...itemPath(), { properties: { objectType: 'AzureFileShareBackupRequest' } });
  const [backup] = await ourJobs();
  expect(backup?.job).toMatchObject({ kind: 'backup', status: 'running', trigger: 'manual', actions: ['cancel'] });
  await theirs.jobCancellations.trigger(vault.name, vault.resourceGroup, backup?.job.nativeId ?? '');
  expect((await ourJobs())[0]?.job).toMatchObject({ status: 'cancelling' });

  await put({ policyId: policy('schedule2') });
  clock.move(90_000);
  expect(await ourItem()).toMatchObject({ protection: 'protected', plan: { name: 'schedule2' } });
  expect((await ourJobs()).map(({ job }) => [job.nativeKind, job.status])).toContainEqual(['Backup', 'cancelled']);

  await put({ policyId: '', protectionState: 'ProtectionStopped' });
  clock.move(90_000);
  expect(await ourItem()).toMatchObject({ protection: 'stopped', plan: null });

  await theirs.protectedItems.delete(...itemPath());
  clock.move(90_000);
  expect(await ourItem()).toMatchObject({ protection: 'unprotected', plan: null });
});

test("Microsoft's client reads the effects of the connector", async () => {
  const theirs = both.theirClient(vault);
  const { clock } = both.simulators;
  const theirItem = async () => (await theirs.protectedItems.get(...itemPath())).properties;

  const change = await ourItems().changePlan(share, [keyOf(vault), 'schedule2'], prepare());
  await carryOut(both.connector, 'change-plan', change, clock);
  expect(await theirItem()).toMatchObject({ policyName: 'schedule2', protectionState: 'Protected' });

  const backup = await ourItems().backUp(share, { keepUntil: null, type: null }, prepare());
  const { jobs } = await carryOut(both.connector, 'back-up', backup, clock);
  const jobName = jobs[0]?.at(-1) ?? '';
  const theirJob = async () => (await theirs.jobDetails.get(vault.name, vault.resourceGroup, jobName)).properties;
  expect(await theirJob()).toMatchObject({ operation: 'Backup', status: 'InProgress', isUserTriggered: true });
  const cancellation = await both.connector.cancelJob?.(jobs[0] ?? [], prepare());
  await cancellation?.send(call);
  expect(await theirJob()).toMatchObject({ status: 'Cancelling' });

  const stop = await ourItems().stopProtection(share, 'retain', prepare());
  await carryOut(both.connector, 'stop-protection', stop, clock);
  expect(await theirItem()).toMatchObject({ protectionState: 'ProtectionStopped', policyId: '' });
  const points: unknown[] = [];
  for await (const point of theirs.recoveryPoints.list(...itemPath())) points.push(point.name);
  expect(points).toEqual((await ourItems().recoveryPoints(share, call)).map(({ id }) => id));

  const removal = await ourItems().stopProtection(share, 'delete', prepare());
  await carryOut(both.connector, 'stop-protection', removal, clock);
  await expect(theirItem()).rejects.toMatchObject({ statusCode: 404 });
});

test.each(['azurefilesvault', 'rsv-prod-weu'])('items and policies of %s are the same to both', async (called) => {
  const [asked] = both.vaults.filter(({ name }) => name === called);
  if (asked === undefined) throw new Error('The vault is not there.');
  const theirs = both.theirClient(asked);
  const theirItems: unknown[] = [];
  for await (const { id, properties } of theirs.backupProtectedItems.list(asked.name, asked.resourceGroup)) {
    const state = properties !== undefined && 'protectionState' in properties ? properties.protectionState : undefined;
    theirItems.push([id, state, properties?.lastRecoveryPoint?.toISOString()]);
  }
  const theirPolicies: unknown[] = [];
  for await (const { id, properties } of theirs.backupPolicies.list(asked.name, asked.resourceGroup)) {
    theirPolicies.push([id, properties?.protectedItemsCount]);
  }
  const page = { size: 50, token: null };
  const isMeant = ({ key }: { readonly key: JobKey }) => key[0] === keyOf(asked);
  const ours = await readPages((token) => ourItems().list({ ...page, token }, call));
  const ourPlans = await readPages((token) => both.connector.plans?.list({ ...page, token }, call));
  expect(theirItems).toEqual(
    ours
      .filter((record) => isMeant(record) && record.item.protection !== 'unprotected')
      .map(({ item, raw }) => [
        item.nativeId,
        (raw as { properties: { protectionState?: string } }).properties.protectionState,
        item.lastRecoveryPointAt ?? undefined,
      ]),
  );
  expect(theirPolicies).toEqual(ourPlans.filter(isMeant).map(({ plan }) => [plan.nativeId, plan.targets]));
  expect(theirItems.length).toBeGreaterThan(0);
});
