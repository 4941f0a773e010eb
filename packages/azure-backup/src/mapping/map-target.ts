import {
  asRead,
  combine,
  defineWords,
  type JobTarget,
  type Reading,
  readText,
  type WireValue,
  type WordTable,
} from '@crossvault/core';
import type { JobAnswer } from './job-answer.ts';
import { toShareId } from './link-item.ts';
import type { VaultJobAnswer } from './vault-job-answer.ts';
import type { ItemWire } from './wire-protection.ts';

type TargetType = JobTarget['type'];

/** The kind of data (WorkloadType) says most. The agents' words for files do not distinguish a server from a workstation. */
const workloadTargets = defineWords<TargetType>({
  vm: ['VM', 'VMwareVM'],
  'file-share': ['AzureFileShare'],
  database: [
    'AzureSqlDb',
    'SQLDB',
    'SQLDataBase',
    'SAPHanaDatabase',
    'SAPAseDatabase',
    'SAPHanaDBInstance',
    'Exchange',
  ],
  site: ['Sharepoint'],
  workstation: ['Client'],
  server: ['FileFolder', 'SystemState'],
  other: ['GenericDataSource'],
});

const managementTargets = defineWords<TargetType>({
  vm: ['AzureIaasVM'],
  'file-share': ['AzureStorage'],
  database: ['AzureSql', 'AzureWorkload'],
  server: ['MAB', 'DPM', 'AzureBackupServer'],
});

const jobTypeTargets = defineWords<TargetType>({
  vm: ['AzureIaaSVMJob', 'AzureIaaSVMJobV2'],
  'file-share': ['AzureStorageJob'],
  database: ['AzureWorkloadJob'],
  server: ['MabJob', 'DpmJob'],
});

/** Items of a Backup vault, by the resource type of their source; the model has no type for disks, blobs and clusters. */
const sourceTargets = [
  [/^microsoft\.dbfor\w+\//i, 'database'],
  [/^microsoft\.storage\/storageaccounts\/fileservices/i, 'file-share'],
  [/^microsoft\.compute\/virtualmachines$/i, 'vm'],
] as const satisfies readonly (readonly [RegExp, TargetType])[];

export function readSource({ job }: VaultJobAnswer): Reading<JobTarget | null> {
  const id = readText(job.dataSourceId);
  const dataSource = readText(job.dataSourceName);
  const instance = readText(job.backupInstanceFriendlyName);
  const type = readText(job.dataSourceType);
  const name = dataSource.value ?? instance.value;
  if (name === null && id.value === null) return { ...dataSource, value: null };
  const [, known] = sourceTargets.find(([pattern]) => pattern.test(type.value ?? '')) ?? [];
  return combine({ type: known ?? 'other', id: id.value, name }, [id, dataSource, instance, type]);
}

/** Only a virtual machine's container is the machine itself; other containers contain several items. */
export const isMachine = (type: TargetType): boolean => type === 'vm';

export const readTargetType = ({ job }: JobAnswer): TargetType =>
  lookUp(workloadTargets, job.workloadType) ??
  lookUp(managementTargets, job.backupManagementType) ??
  lookUp(jobTypeTargets, job.jobType) ??
  'other';

const itemTypeTargets = defineWords<TargetType>({
  vm: ['Microsoft.Compute/virtualMachines', 'Microsoft.ClassicCompute/virtualMachines', 'AzureIaaSVMProtectedItem'],
  'file-share': ['AzureFileShareProtectedItem'],
  database: [
    'Microsoft.Sql/servers/databases',
    'AzureVmWorkloadProtectedItem',
    'AzureVmWorkloadSAPAseDatabase',
    'AzureVmWorkloadSAPHanaDatabase',
    'AzureVmWorkloadSAPHanaDBInstance',
    'AzureVmWorkloadSQLDatabase',
  ],
  server: ['DPMProtectedItem', 'MabFileFolderProtectedItem'],
});

/** What a protected item is. */
export function readItemType(item: ItemWire): Reading<TargetType> {
  const parts = [item.workloadType, item.backupManagementType, item.protectedItemType] as const;
  const [workload, management, type] = parts;
  const known =
    lookUp(workloadTargets, workload) ?? lookUp(managementTargets, management) ?? lookUp(itemTypeTargets, type);
  return known === undefined ? combine('other', parts.map(readText)) : { value: known };
}

const lookUp = (words: WordTable<TargetType>, word: WireValue<string>): TargetType | undefined =>
  typeof word === 'string' ? words.lookup(word) : undefined;

/** Names of shares are unique within their storage account alone; no other type reports an id, or what would make one. */
function readTargetId({ job }: JobAnswer, type: TargetType, name: string | null): Reading<string | null> {
  if (isMachine(type)) return readText(job.containerName);
  const account = readText(type === 'file-share' ? job.storageAccountName : null);
  return account.value === null || name === null ? account : { value: toShareId(account.value, name) };
}

export function readTarget(answer: JobAnswer): Reading<JobTarget | null> {
  const type = readTargetType(answer);
  const name = readText(answer.job.entityFriendlyName);
  const id = readTargetId(answer, type, name.value);
  if (name.value === null && id.value === null) return { ...name, value: null };
  const target = { type, id: id.value, name: name.value };
  return name.anomalies === undefined && id.anomalies === undefined ? asRead(target) : combine(target, [name, id]);
}
