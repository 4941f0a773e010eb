import { plantedFrom } from '../fleet/planted.ts';
import type { Weighted } from '../fleet/weighted.ts';
import { INVENTED_STATUS } from './words.ts';

/** Every documented type, and one that a newer console may have. */
export const SERVER_JOB_TYPES = [
  'BackupVm',
  'BackupCopy',
  'AgentBackupJob',
  'ReplicationVM',
  'AgentPolicy',
  'BackupToTape',
  'CdpReplicationVM',
  'CopyVm',
  'SimpleBackupCopy',
  'FileToTape',
  'BackupFile',
  'BackupFileCopy',
  'CopyFile',
  'ObjectStorageBackup',
  'ObjectStorageBackupCopy',
  'AwsBackupJob',
  'AzureBackupJob',
  'GoogleBackupJob',
  'AhvStorageSnapshotJob',
  'SqlLogBackup',
  'OracleLogBackup',
  'PostgreSqlLogBackup',
  'SureBackup',
  'SobrMaintenance',
  'Unknown',
  'QuantumBackup',
] as const;

export type ServerJobType = (typeof SERVER_JOB_TYPES)[number];

/** Types whose sessions show their objects. */
const TYPES_WITH_OBJECTS: readonly ServerJobType[] = ['BackupVm', 'ReplicationVM', 'CdpReplicationVM', 'CopyVm'];

/** Types that are jobs of agents. */
const TYPES_OF_AGENTS: readonly ServerJobType[] = ['AgentBackupJob', 'AgentPolicy'];

export const showsObjects = (type: ServerJobType): boolean => TYPES_WITH_OBJECTS.includes(type);
export const isOfAgents = (type: ServerJobType): boolean => TYPES_OF_AGENTS.includes(type);

/** A run that stands where a session is being held up, or a state of the definition beside a run. */
export type RunWish = { readonly word: string; readonly isOpen: boolean };

const over = (word: string): RunWish => ({ word, isOpen: false });
const open = (word: string): RunWish => ({ word, isOpen: true });

/** The words of the jobs that a fleet plants, in this order as far as it is large enough; oddities only on request. */
const PLANTED_RUNS: readonly RunWish[] = [
  over('Success'),
  over('Failed'),
  over('Success'),
  over('Warning'),
  over('Success'),
  open('WaitingTape'),
  open('Running'),
  over('Idle'),
  open('WaitingRepository'),
  over('None'),
  open('Stopping'),
  over('Unknown'),
  open('Starting'),
  over('Disabling'),
  over('Enabling'),
  over(INVENTED_STATUS),
];

export const plantedRuns = (options: { readonly oddities?: boolean | undefined }): readonly RunWish[] =>
  plantedFrom(PLANTED_RUNS, ({ word }) => word === INVENTED_STATUS, options);

export const USUAL_OUTCOMES: Weighted<string> = [
  [84, 'Success'],
  [8, 'Warning'],
  [8, 'Failed'],
];

export const SERVER_SCHEDULES: Weighted<string> = [
  [10, 'Daily'],
  [3, 'Periodically'],
  [2, 'Monthly'],
  [1, 'Continuously'],
  [1, 'Chained'],
  [1, 'BackupWindow'],
  [1, 'NotScheduled'],
];

export const BOTTLENECKS = ['Source', 'Proxy', 'Network', 'Target'] as const;
