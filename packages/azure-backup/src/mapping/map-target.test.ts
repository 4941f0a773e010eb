import type { JobTarget } from '@crossvault/core';
import { expect, test } from 'vitest';
import { jobMapper } from './map-job.ts';

const context = { connection: 'azure', list: 'sub/group/vault', observedAt: '2024-02-06T06:00:00.000Z' };

function targetOf(properties: object): JobTarget | null | undefined {
  const result = jobMapper.map({ list: { name: 'a', properties } }, context);
  return result.kind === 'job' ? result.record.job.target : undefined;
}

test.each([
  ['VM', 'vm'],
  ['FileFolder', 'server'],
  ['AzureSqlDb', 'database'],
  ['SQLDB', 'database'],
  ['Exchange', 'database'],
  ['Sharepoint', 'site'],
  ['VMwareVM', 'vm'],
  ['SystemState', 'server'],
  ['Client', 'workstation'],
  ['GenericDataSource', 'other'],
  ['SQLDataBase', 'database'],
  ['AzureFileShare', 'file-share'],
  ['SAPHanaDatabase', 'database'],
  ['SAPAseDatabase', 'database'],
  ['SAPHanaDBInstance', 'database'],
] as const)('the workload %s is a %s, whatever manages it', (workloadType, type) => {
  expect(targetOf({ workloadType, backupManagementType: 'DPM', entityFriendlyName: 'it' })?.type).toBe(type);
});

test.each([
  ['Invalid', 'other'],
  ['AzureIaasVM', 'vm'],
  ['MAB', 'server'],
  ['DPM', 'server'],
  ['AzureBackupServer', 'server'],
  ['AzureSql', 'database'],
  ['AzureStorage', 'file-share'],
  ['AzureWorkload', 'database'],
  ['AzureWorkLoad', 'database'],
  ['DefaultBackup', 'other'],
] as const)('without a known workload, what %s manages is a %s', (backupManagementType, type) => {
  expect(targetOf({ workloadType: 'Invalid', backupManagementType, entityFriendlyName: 'it' })?.type).toBe(type);
});

test.each([
  ['AzureIaaSVMJob', 'vm'],
  ['AzureIaaSVMJobV2', 'vm'],
  ['AzureStorageJob', 'file-share'],
  ['AzureWorkloadJob', 'database'],
  ['DpmJob', 'server'],
  ['MabJob', 'server'],
  ['VaultJob', 'other'],
] as const)('with nothing else to go by, a %s works on a %s', (jobType, type) => {
  expect(targetOf({ jobType, entityFriendlyName: 'it' })?.type).toBe(type);
});

test('the container is the id of a virtual machine and of nothing else', () => {
  const container = { containerName: 'iaasvmcontainer;iaasvmcontainerv2;rg;vm1', entityFriendlyName: 'vm1' };
  expect(targetOf({ ...container, jobType: 'AzureIaaSVMJob' })).toEqual({
    type: 'vm',
    id: container.containerName,
    name: 'vm1',
  });
  expect(targetOf({ ...container, jobType: 'DpmJob' })?.id).toBeNull();
});

test('a share is known by its storage account and its name, since accounts may have shares of one name', () => {
  const share = { jobType: 'AzureStorageJob', entityFriendlyName: 'testshare' };
  expect(targetOf({ ...share, storageAccountName: 'testsa' })?.id).toBe('testsa/testshare');
  expect(targetOf(share)?.id).toBeNull();
});

test('a job that names nothing has no target', () => {
  expect(targetOf({ jobType: 'VaultJob' })).toBeNull();
});
