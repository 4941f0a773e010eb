import { plantedFrom } from '../fleet/planted.ts';
import type { Weighted } from '../fleet/weighted.ts';

export type AzureJobType =
  | 'AzureIaaSVMJob'
  | 'AzureIaaSVMJobV2'
  | 'AzureStorageJob'
  | 'AzureWorkloadJob'
  | 'DpmJob'
  | 'MabJob'
  | 'VaultJob';

/** How one job is written on the wire: everything that differs between records of the same meaning. */
export type Shape = {
  readonly jobType: AzureJobType;
  readonly operation: string;
  readonly backupManagementType: string;
  /** Status once the job is over. */
  readonly outcome: string;
  /** Position at the generation of the fleet. */
  readonly phase: 'ended' | 'running' | 'cancelling';
  readonly actions: 'words' | 'numbers' | 'null' | 'empty' | 'absent';
  readonly extended: 'full' | 'null' | 'empty' | 'absent';
  /** Once the job is over. */
  readonly endTime: 'plain' | 'absent' | 'sentinel' | 'unreadable';
  /** Value of `endTime` until then. */
  readonly openEnd: 'absent' | 'null' | 'sentinel';
  readonly duration: 'plain' | 'absent' | 'zero' | 'unreadable';
  readonly ids: 'plain' | 'capital-subscriptions' | 'lower-provider' | 'upper-vault';
  readonly trigger: 'true' | 'false' | 'absent';
  readonly tasks: 'timed' | 'untimed' | 'none' | 'null' | 'one-failed';
  readonly progress: 'plain' | 'unreadable' | 'absent';
  readonly errors: 'full' | 'without-code' | 'null' | 'empty' | 'absent';
  /** Beside the labels of the job's type. */
  readonly labels: 'usual' | 'unknown-ones' | 'unreadable-size' | 'failed-files';
};

/**
 * Records that a fleet plants, in this order as far as it is large enough: each documented word at least once, and, where
 * requested, oddities that the vendor does not send.
 */
const PLANTED: readonly Partial<Shape>[] = [
  { jobType: 'AzureIaaSVMJob', operation: 'Backup', phase: 'running', actions: 'words', openEnd: 'absent' },
  { outcome: 'Failed', jobType: 'AzureIaaSVMJob', operation: 'Backup', errors: 'full' },
  { outcome: 'Invalid' },
  { outcome: 'CompletedWithWarnings', jobType: 'AzureStorageJob', operation: 'Restore', labels: 'failed-files' },
  { outcome: 'Paused', endTime: 'absent' },
  { jobType: 'AzureIaaSVMJob', operation: 'Restore', phase: 'running', openEnd: 'sentinel', progress: 'plain' },
  { jobType: 'AzureWorkloadJob', operation: 'Backup', phase: 'cancelling', outcome: 'Cancelled', openEnd: 'null' },
  { outcome: 'Cancelled', jobType: 'AzureIaaSVMJobV2', operation: 'Backup' },
  { jobType: 'AzureWorkloadJob', operation: 'Backup (Full)', outcome: 'Failed', errors: 'full' },
  { outcome: 'Failed', duration: 'unreadable' },
  { outcome: 'Completed', endTime: 'unreadable' },
  { outcome: 'Completed', jobType: 'AzureStorageJob', operation: 'Restore', labels: 'failed-files', extended: 'full' },
  { outcome: 'Completed', jobType: 'AzureIaaSVMJob', operation: 'Backup', tasks: 'one-failed', extended: 'full' },
  { jobType: 'AzureIaaSVMJob', operation: 'Restore', phase: 'running', progress: 'unreadable', actions: 'numbers' },
  { outcome: 'Paused', endTime: 'plain' },
  { outcome: 'Completed', endTime: 'absent' },
  { outcome: 'Completed', endTime: 'sentinel' },
  { jobType: 'MabJob', operation: 'Backup', backupManagementType: 'MAB' },
  { jobType: 'DpmJob', operation: 'Backup', backupManagementType: 'DPM' },
  {
    jobType: 'DpmJob',
    operation: 'Backup',
    backupManagementType: 'AzureBackupServer',
    outcome: 'Failed',
    errors: 'without-code',
  },
  { jobType: 'VaultJob', operation: 'UpdateCustomerManagedKey' },
  { jobType: 'VaultJob', operation: 'BackupDataMove' },
  { jobType: 'VaultJob', operation: 'Reindex' },
  { operation: 'Register', jobType: 'AzureWorkloadJob' },
  { operation: 'UnRegister', jobType: 'MabJob' },
  { operation: 'Undelete', jobType: 'AzureIaaSVMJob' },
  { operation: 'CrossRegionRestore', jobType: 'AzureIaaSVMJob' },
  { operation: 'Invalid', jobType: 'VaultJob' },
  { extended: 'null' },
  { extended: 'empty' },
  { extended: 'absent' },
  { actions: 'null', errors: 'null' },
  { actions: 'empty', errors: 'empty' },
  { outcome: 'Failed', actions: 'numbers', errors: 'absent' },
  { ids: 'capital-subscriptions' },
  { ids: 'lower-provider' },
  { ids: 'upper-vault' },
  { duration: 'zero' },
  { duration: 'absent' },
  { labels: 'unknown-ones' },
  { labels: 'unreadable-size', jobType: 'AzureIaaSVMJob', operation: 'Backup' },
  { tasks: 'null', extended: 'full' },
  { tasks: 'none', extended: 'full' },
];

/** Values that the vendor never sent: some are invented, `Invalid` occurs only in its enumerations. */
const NEVER_SENT = ['Invalid', 'Paused', 'Reindex'];

/** What is over has an end, each single job has its details, and ids are written in many ways, but not the vault's name. */
const isOdd = (wish: Partial<Shape>): boolean => {
  const { outcome = '', operation = '', endTime = 'plain', extended = 'full', ids, tasks } = wish;
  const isContradiction = endTime !== 'plain' || extended !== 'full' || tasks === 'null' || ids === 'upper-vault';
  return isContradiction || NEVER_SENT.includes(outcome) || NEVER_SENT.includes(operation);
};

export const plantedShapes = (options: { readonly oddities?: boolean | undefined }): readonly Partial<Shape>[] =>
  plantedFrom(PLANTED, isOdd, options);

export const USUAL = {
  jobType: [
    [40, 'AzureIaaSVMJob'],
    [8, 'AzureIaaSVMJobV2'],
    [20, 'AzureStorageJob'],
    [20, 'AzureWorkloadJob'],
    [4, 'DpmJob'],
    [6, 'MabJob'],
    [2, 'VaultJob'],
  ],
  outcome: [
    [84, 'Completed'],
    [5, 'CompletedWithWarnings'],
    [8, 'Failed'],
    [3, 'Cancelled'],
  ],
  actions: [
    [3, 'words'],
    [2, 'numbers'],
    [2, 'null'],
    [2, 'empty'],
    [4, 'absent'],
  ],
  // The vendor's own command line cannot show a job without it.
  extended: [[100, 'full']],
  ids: [
    [6, 'plain'],
    [2, 'capital-subscriptions'],
    [2, 'lower-provider'],
  ],
  trigger: [
    [7, 'false'],
    [2, 'true'],
    [1, 'absent'],
  ],
  tasks: [
    [6, 'timed'],
    [3, 'untimed'],
    [1, 'none'],
  ],
  noErrors: [
    [4, 'absent'],
    [2, 'null'],
    [2, 'empty'],
  ],
} as const satisfies Readonly<Record<string, Weighted<string>>>;

export const OPERATIONS: Readonly<Record<AzureJobType, Weighted<string>>> = {
  AzureIaaSVMJob: [
    [85, 'Backup'],
    [7, 'Restore'],
    [4, 'ConfigureBackup'],
    [2, 'DisableBackup'],
    [2, 'DeleteBackupData'],
  ],
  AzureIaaSVMJobV2: [
    [9, 'Backup'],
    [1, 'Restore'],
  ],
  AzureStorageJob: [
    [85, 'Backup'],
    [8, 'Restore'],
    [5, 'ConfigureBackup'],
    [2, 'DisableBackup'],
  ],
  AzureWorkloadJob: [
    [40, 'Backup (Full)'],
    [30, 'Backup (Log)'],
    [12, 'Backup (Differential)'],
    [8, 'Backup'],
    [6, 'Restore'],
    [4, 'ConfigureBackup'],
  ],
  DpmJob: [[1, 'Backup']],
  MabJob: [
    [9, 'Backup'],
    [1, 'Restore'],
  ],
  VaultJob: [
    [1, 'UpdateCustomerManagedKey'],
    [1, 'BackupDataMove'],
  ],
};

export const MANAGEMENT: Readonly<Record<AzureJobType, readonly string[]>> = {
  AzureIaaSVMJob: ['AzureIaasVM'],
  AzureIaaSVMJobV2: ['AzureIaasVM'],
  AzureStorageJob: ['AzureStorage'],
  AzureWorkloadJob: ['AzureWorkload'],
  DpmJob: ['DPM', 'AzureBackupServer'],
  MabJob: ['MAB'],
  VaultJob: ['DefaultBackup'],
};

export const ENTITIES: Readonly<Record<AzureJobType, readonly string[]>> = {
  AzureIaaSVMJob: ['vm-web-01', 'vm-web-02', 'vm-sql-01', 'vm-app-03', 'vm-jump', 'vm-build-7'],
  AzureIaaSVMJobV2: ['vm-trusted-01', 'vm-trusted-02'],
  AzureStorageJob: ['finance', 'profiles', 'projects', 'scans'],
  AzureWorkloadJob: ['msdb [sqlserver-0]', 'MSSQLSERVER/Orders [sql-prod-1]', 'HXE [hxehost]', 'master [sqlserver-0]'],
  DpmJob: ['DPM-Exchange-DB1', 'dpm-fileserver'],
  MabJob: ['C:\\', 'D:\\Data', 'System State'],
  VaultJob: ['rsv-prod-weu'],
};
