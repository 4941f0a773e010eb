import { plantedFrom } from '../fleet/planted.ts';
import type { Weighted } from '../fleet/weighted.ts';
import { INVENTED_STATUS, INVENTED_TYPE } from './words.ts';

/** How one session is written on the wire: everything that differs between records of the same meaning. */
export type Shape = {
  readonly type: string;
  /** Status once the session is over. */
  readonly outcome: string;
  /** Status while it runs. */
  readonly openWord: string;
  /** Position at the generation of the fleet. */
  readonly phase: 'ended' | 'running' | 'pending' | 'canceling';
  /** 'none': the vendor never sends a start, as for a session that was never executed. */
  readonly start: 'plain' | 'none';
  /** Of a session that is over. */
  readonly stop: 'plain' | 'null' | 'absent' | 'unreadable';
  readonly duration: 'plain' | 'milliseconds' | 'null' | 'absent' | 'unreadable';
  /** Of a session that is open. */
  readonly openStop: 'null' | 'absent';
  readonly openDuration: 'null' | 'absent' | 'growing';
  readonly length: 'usual' | 'whole-seconds' | 'over-a-day';
  readonly links: 'plain' | 'upper-case';
  /** Whether it worked on nothing at all. */
  readonly empty: boolean;
};

/**
 * Sessions that a fleet plants, in this order as far as it is large enough: each documented status at least once, and,
 * where requested, oddities that the vendor does not send.
 */
const PLANTED: readonly Partial<Shape>[] = [
  { type: 'PolicyBackup', phase: 'running', openStop: 'null', openDuration: 'null' },
  { type: 'PolicyBackup', outcome: 'Error', duration: 'unreadable' },
  { type: 'SqlPolicyBackup', outcome: 'Warning' },
  { type: 'PolicyBackup', phase: 'pending', openStop: 'null', openDuration: 'null' },
  { type: 'PolicyBackup', outcome: INVENTED_STATUS, stop: 'absent', duration: 'absent' },
  { type: 'PolicyArchive', phase: 'running', openWord: 'RunningWithError', outcome: 'Error', openDuration: 'absent' },
  { type: 'FileSharePolicySnapshot', phase: 'running', openWord: 'RunningWithWarning', outcome: 'Warning' },
  { type: 'PolicyBackup', phase: 'canceling', outcome: 'Canceled' },
  { type: INVENTED_TYPE },
  { type: 'PolicyBackup', outcome: 'NeverExecuted', start: 'none', stop: 'null', duration: 'null' },
  { type: 'HealthCheck', outcome: 'Unknown', stop: 'null', duration: 'null' },
  { type: 'PolicyBackup', outcome: 'Success', stop: 'unreadable' },
  { type: 'PolicySnapshot', outcome: 'Success', empty: true },
  { type: 'RestoreVms', outcome: 'Error' },
  { type: 'PolicyArchive', outcome: 'Success', length: 'over-a-day' },
  { type: 'ManualSnapshot', outcome: 'Success', links: 'upper-case' },
  { type: 'BackupRetention', outcome: 'Success', duration: 'milliseconds' },
  { type: 'SqlPolicyBackup', outcome: 'Success', length: 'whole-seconds' },
  { type: 'PolicyBackup', outcome: 'Canceled' },
  { type: 'SnapshotRescan', outcome: 'Success', stop: 'null', duration: 'null' },
  { type: 'PolicyBackup', outcome: 'Success', stop: 'absent', duration: 'absent' },
  { type: 'HealthCheck', outcome: 'Error', stop: 'null', duration: 'plain' },
  { type: 'VmSnapshotRetention', outcome: 'Error', stop: 'unreadable', duration: 'milliseconds' },
  { type: 'CosmosDbConfiguration', phase: 'pending', openStop: 'absent', openDuration: 'absent' },
  { type: 'MongoDbPolicyBackup', outcome: INVENTED_STATUS },
  { type: 'FileShareIndexing', outcome: 'NeverExecuted', stop: 'plain', duration: 'milliseconds' },
  { type: 'RepositoryCreation', outcome: 'Error' },
  { type: 'FileLevelRestore', phase: 'running', openStop: 'absent', openDuration: 'growing' },
  { type: 'PolicyBackup', outcome: 'Warning', duration: 'null' },
  { type: 'ConfigurationBackupScheduled', outcome: 'Success', duration: 'unreadable' },
];

const isOdd = ({ type, outcome, links }: Partial<Shape>): boolean =>
  type === INVENTED_TYPE || outcome === INVENTED_STATUS || links === 'upper-case';

export const plantedShapes = (options: { readonly oddities?: boolean | undefined }): readonly Partial<Shape>[] =>
  plantedFrom(PLANTED, isOdd, options);

/** What an appliance does all the time, as often as it does so. */
export const USUAL_TYPES: Weighted<string> = [
  [46, 'PolicyBackup'],
  [3, 'PolicyArchive'],
  [8, 'SqlPolicyBackup'],
  [8, 'FileSharePolicySnapshot'],
  [3, 'VnetPolicyBackupToRepository'],
  [2, 'PostgresDbPolicyBackup'],
  [2, 'MongoDbPolicyBackup'],
  [3, 'ManualSnapshot'],
  [5, 'BackupRetention'],
  [3, 'ObsoleteSnapshotRetention'],
  [2, 'VmSnapshotRetention'],
  [3, 'ConfigurationBackupScheduled'],
  [1, 'RepositoryEdit'],
  [2, 'FileLevelRestore'],
  [2, 'RestoreVms'],
  [1, 'SqlRestore'],
  [2, 'HealthCheck'],
  [2, 'SnapshotRescan'],
  [1, 'BackupDeletion'],
];

export const USUAL_OUTCOMES: Weighted<string> = [
  [84, 'Success'],
  [6, 'Warning'],
  [7, 'Error'],
  [3, 'Canceled'],
];

/** A policy run is two sessions that start milliseconds apart; the key is the second of them. */
export const FIRST_HALF: Readonly<Record<string, string>> = {
  PolicyBackup: 'PolicySnapshot',
  VnetPolicyBackupToRepository: 'VnetPolicyBackup',
};

export type Policy = { readonly id: string; readonly name: string; readonly type: string; readonly removed: boolean };

export const POLICIES: readonly Policy[] = [
  { id: '5d0c0a6e-4c2b-4f7e-9a53-0f0b7f2e6c11', name: 'Prod VMs daily', type: 'VirtualMachines', removed: false },
  { id: 'b7e9f5a2-8d31-4a0c-8f64-2c9d5b1e7a42', name: 'Web tier', type: 'VirtualMachines', removed: false },
  { id: '1f6a3c88-6b95-4e1d-b2a7-94e80d3c5f03', name: 'Old test machines', type: 'VirtualMachines', removed: true },
  { id: 'e4d2b790-35fa-47c6-9c18-7a6b0e5f8d24', name: 'SQL gold', type: 'AzureSql', removed: false },
  { id: '92c7e1d5-0a4b-4d38-a6f9-5e3b8c7d1a65', name: 'Shares every six hours', type: 'FileShares', removed: false },
  { id: '3b8f6d04-7e2c-4195-8d0a-c1f4a9e6b576', name: 'Virtual network configuration', type: 'Vnet', removed: false },
  { id: 'c05a9e37-1d6f-4b82-9e7c-8b2d4f0a3e87', name: 'Cosmos accounts', type: 'CosmosDb', removed: false },
  { id: '6a1e4b9c-f83d-4c57-b0e2-3d7c9a5f1b98', name: 'Quantum pilot', type: 'Unknown', removed: false },
];

const POLICY_TYPE: Readonly<Record<string, string>> = {
  PolicyBackup: 'VirtualMachines',
  PolicySnapshot: 'VirtualMachines',
  PolicyArchive: 'VirtualMachines',
  SnapshotBackup: 'VirtualMachines',
  AutoBackup: 'VirtualMachines',
  HealthCheck: 'VirtualMachines',
  SqlPolicyBackup: 'AzureSql',
  SqlPolicyArchive: 'AzureSql',
  FileSharePolicySnapshot: 'FileShares',
  VnetPolicyBackup: 'Vnet',
  VnetPolicyBackupToRepository: 'Vnet',
  PostgresDbPolicyBackup: 'CosmosDb',
  PostgresDbPolicyArchive: 'CosmosDb',
  MongoDbPolicyBackup: 'CosmosDb',
  MongoDbPolicyArchive: 'CosmosDb',
  [INVENTED_TYPE]: 'Unknown',
};

/** The policies that can cause a session of the type; none where no policy does. */
export const policiesFor = (type: string): readonly Policy[] =>
  POLICIES.filter((policy) => policy.type === POLICY_TYPE[type]);

/** In v1 repositories have numbers, later on ids. */
export type Repository = {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly removed: boolean;
};

export const REPOSITORIES: readonly Repository[] = [
  { number: 2, id: '0c4e8a17-52d9-4b6f-8e03-a7d1c95b2f40', name: 'Blob ukwest hot', removed: false },
  { number: 3, id: '7f2b9d63-e05a-48c1-9b74-16e8f3a0c5d1', name: 'Blob ukwest archive', removed: false },
];

export type Machine = { readonly id: string; readonly name: string };

export const MACHINES: readonly Machine[] = [
  { id: '20f1c6a8-7d3b-4e95-8a12-b64c0e9d7f31', name: 'vm-web-01' },
  { id: '8b52e0d7-c14f-4a68-93e7-1d0fa6b8c245', name: 'vm-web-02' },
  { id: 'd94a3e71-0b6c-4f28-a5d9-7c82e1f03b60', name: 'vm-sql-01' },
  { id: '47c8f5b2-9e1a-4d03-8c76-e2a5d41b9f08', name: 'vm-app-03' },
  { id: 'f30d7b96-a852-4c1e-b047-95e6c3d8a127', name: 'vm-jump' },
  { id: '6e95a1c4-3f70-4b8d-9215-0d7be84fc6a3', name: 'vm-build-7' },
];
