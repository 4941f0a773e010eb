import type { Course } from '../fleet/course.ts';

export type AzureVault = {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  /** How the ids of its jobs begin; the vendor's pages differ in case here. */
  readonly idPrefix: string;
};

export const keyOfVault = (vault: Pick<AzureVault, 'subscriptionId' | 'resourceGroup' | 'name'>): string =>
  `${vault.subscriptionId}/${vault.resourceGroup}/${vault.name}`.toLowerCase();

export const VM_VAULT: AzureVault = {
  subscriptionId: '00000000-0000-0000-0000-000000000000',
  resourceGroup: 'Default-RecoveryServices-ResourceGroup-centralindia',
  name: 'abdemovault',
  idPrefix:
    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/Default-RecoveryServices-ResourceGroup-centralindia/providers/microsoft.recoveryservices/vaults/abdemovault',
};

export const FILES_VAULT: AzureVault = {
  subscriptionId: 'ef4ab5a7-c2c0-4304-af80-af49f48af3d1',
  resourceGroup: 'azurefiles',
  name: 'azurefilesvault',
  idPrefix:
    '/Subscriptions/ef4ab5a7-c2c0-4304-af80-af49f48af3d1/resourceGroups/azurefiles/providers/Microsoft.RecoveryServices/vaults/azurefilesvault',
};

export const GROWN_VAULT: AzureVault = {
  subscriptionId: '8b6e2a31-5c74-4f0d-9a1e-2f6d7c3b9e50',
  resourceGroup: 'rg-backup-weu',
  name: 'rsv-prod-weu',
  idPrefix:
    '/subscriptions/8b6e2a31-5c74-4f0d-9a1e-2f6d7c3b9e50/resourceGroups/rg-backup-weu/providers/Microsoft.RecoveryServices/vaults/rsv-prod-weu',
};

/** Recovery Services vaults. */
export const VAULTS: readonly AzureVault[] = [VM_VAULT, FILES_VAULT, GROWN_VAULT];

const backupVault = (name: string): AzureVault => ({
  subscriptionId: GROWN_VAULT.subscriptionId,
  resourceGroup: GROWN_VAULT.resourceGroup,
  name,
  idPrefix: `/subscriptions/${GROWN_VAULT.subscriptionId}/resourceGroups/${GROWN_VAULT.resourceGroup}/providers/Microsoft.DataProtection/backupVaults/${name}`,
});

/** Backup vaults. One has the name of a Recovery Services vault beside it, as is allowed. */
export const BACKUP_VAULTS: readonly AzureVault[] = [backupVault('bv-prod-weu'), backupVault('rsv-prod-weu')];

/** Key of the list of a Backup vault, whose name may be that of a Recovery Services vault. */
export const keyOfBackupVault = (vault: Pick<AzureVault, 'subscriptionId' | 'resourceGroup' | 'name'>): string =>
  `${keyOfVault(vault)}/backup`;

/** The region that the grown vault is replicated to. */
export const SECONDARY_REGION = 'northeurope';

/** Key of the list of what a vault's secondary region shows. */
export const keyOfRegion = (vault: Pick<AzureVault, 'subscriptionId' | 'resourceGroup' | 'name'>, region: string) =>
  `${keyOfVault(vault)}/region/${region}`.toLowerCase();

export type JobPayload = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
};

/** A job whose payload stands on a reference page, with its times taken apart. */
export type DocumentedJob = {
  readonly vault: AzureVault;
  readonly course: Course;
  readonly startTicks: number;
  readonly durationTicks: number;
  readonly payload: JobPayload;
};

const course = (startedAt: string, durationMs: number): Course => ({
  startMs: Date.parse(startedAt),
  queuedForMs: 0,
  closingAfterMs: null,
  durationMs,
});

/**
 * From "Track backup and restore jobs using REST API" and "Manage Azure File share backup with REST API", verbatim. The
 * first page lost its closing brackets and the content of `actionsInfo`; other samples of the time have [1] there.
 */
export const DOCUMENTED_JOBS: readonly DocumentedJob[] = [
  {
    vault: VM_VAULT,
    course: course('2018-05-21T08:35:40.948Z', 1_223_089),
    startTicks: 8967,
    durationTicks: 6697,
    payload: {
      id: `${VM_VAULT.idPrefix}/backupJobs/7ddead57-bcb9-4269-ac31-6a1b57588700`,
      name: '7ddead57-bcb9-4269-ac31-6a1b57588700',
      type: 'Microsoft.RecoveryServices/vaults/backupJobs',
      properties: {
        jobType: 'AzureIaaSVMJob',
        duration: '00:20:23.0896697',
        actionsInfo: [1],
        virtualMachineVersion: 'Compute',
        extendedInfo: {
          tasksList: [
            { taskId: 'Take Snapshot', duration: '00:00:00', status: 'Completed' },
            { taskId: 'Transfer data to vault', duration: '00:00:00', status: 'Completed' },
          ],
          propertyBag: { 'VM Name': 'uttestvmub1', 'Backup Size': '2332 MB' },
        },
        entityFriendlyName: 'uttestvmub1',
        backupManagementType: 'AzureIaasVM',
        operation: 'Backup',
        status: 'Completed',
        startTime: '2018-05-21T08:35:40.9488967Z',
        endTime: '2018-05-21T08:56:04.0385664Z',
        activityId: '7df8e874-1d66-4f81-8e91-da2fe054811d',
      },
    },
  },
  {
    vault: FILES_VAULT,
    course: course('2020-02-03T18:10:48.296Z', 43_180),
    startTicks: 120,
    durationTicks: 9140,
    payload: {
      id: `${FILES_VAULT.idPrefix}/backupJobs/e2ca2cf4-2eb9-4d4b-b16a-8e592d2a658b`,
      name: 'e2ca2cf4-2eb9-4d4b-b16a-8e592d2a658b',
      type: 'Microsoft.RecoveryServices/vaults/backupJobs',
      properties: {
        jobType: 'AzureStorageJob',
        duration: '00:00:43.1809140',
        storageAccountName: 'testvault2',
        storageAccountVersion: 'Storage',
        extendedInfo: {
          tasksList: [],
          propertyBag: {
            'File Share Name': 'testshare',
            'Storage Account Name': 'testvault2',
            'Policy Name': 'schedule1',
          },
        },
        entityFriendlyName: 'testshare',
        backupManagementType: 'AzureStorage',
        operation: 'ConfigureBackup',
        status: 'Completed',
        startTime: '2020-02-03T18:10:48.296012Z',
        endTime: '2020-02-03T18:11:31.476926Z',
        activityId: '3677cec0-942d-4eac-921f-8f3c873140d7',
      },
    },
  },
];

export type DocumentedOperation = {
  readonly vault: AzureVault;
  /** Path of the protected item below the vault, where the page names one. */
  readonly item: string | null;
  readonly status: {
    readonly id: string;
    readonly name: string;
    readonly status: string;
    readonly startTime: string;
    readonly endTime: string;
    readonly properties: { readonly objectType: string; readonly jobId: string };
  };
};

const succeeded = (id: string, at: string, jobId: string): DocumentedOperation['status'] => ({
  id,
  name: id,
  status: 'Succeeded',
  startTime: at,
  endTime: at,
  properties: { objectType: 'OperationStatusJobExtendedInfo', jobId },
});

const SHARE =
  'backupFabrics/Azure/protectionContainers/StorageContainer;storage;azurefiles;testvault2/protectedItems/AzureFileShare;testshare';

/** The operation behind stopping the protection of the file share: its answer names URLs that track it. */
const STOP_PROTECTION: DocumentedOperation = {
  vault: FILES_VAULT,
  item: SHARE,
  status: succeeded(
    'b300922a-ad9c-4181-b4cd-d42ea780ad77',
    '2020-02-06T06:42:24.4001299Z',
    '7816fca8-d5be-4c41-b911-1bbd922e5826',
  ),
};

/** Operation statuses of the same two pages, verbatim. */
export const DOCUMENTED_OPERATIONS: readonly DocumentedOperation[] = [
  {
    vault: VM_VAULT,
    item: null,
    status: succeeded(
      'cd153561-20d3-467a-b911-cc1de47d4763',
      '2018-09-12T02:16:56.7399752Z',
      '41f3e94b-ae6b-4a20-b422-65abfcaf03e5',
    ),
  },
  {
    vault: FILES_VAULT,
    item: SHARE,
    status: succeeded(
      'c3a52d1d-0853-4211-8141-477c65740264',
      '2020-02-03T18:10:48.296012Z',
      'e2ca2cf4-2eb9-4d4b-b16a-8e592d2a658b',
    ),
  },
  STOP_PROTECTION,
];
