import { plantedFrom } from '../fleet/planted.ts';
import type { Weighted } from '../fleet/weighted.ts';
import { type Casing, INVENTED_STATUS } from './words.ts';

export type OperationMode = 'Workstation' | 'Server' | 'UnLicensed';

/** How an agent's answers are written. */
export type AgentShape = {
  readonly operationMode: OperationMode;
  /** The page of a single job says `lastSessionStatus`, `operationMode`, `backupModeId`, that of the list the other form. */
  readonly spelling: 'single' | 'list';
  readonly casing: Casing;
  /** Agents up to 2.2 give the all-zero id to each of their jobs. */
  readonly ids: 'own' | 'zero';
};

/** Agents that every fleet has, in this order as far as it is large enough. */
export const AGENT_ODDITIES: readonly Partial<AgentShape>[] = [
  { operationMode: 'Workstation', spelling: 'single', casing: 'pascal', ids: 'own' },
  { operationMode: 'Server', spelling: 'list', casing: 'pascal', ids: 'own' },
  { operationMode: 'Workstation', spelling: 'list', ids: 'zero' },
  { operationMode: 'Server', spelling: 'single', casing: 'camel', ids: 'own' },
  { operationMode: 'UnLicensed', spelling: 'list', casing: 'camel', ids: 'own' },
];

export const USUAL_AGENTS = {
  operationMode: [
    [5, 'Workstation'],
    [4, 'Server'],
    [1, 'UnLicensed'],
  ],
  spelling: [
    [1, 'single'],
    [1, 'list'],
  ],
  casing: [
    [4, 'pascal'],
    [1, 'camel'],
  ],
  ids: [
    [9, 'own'],
    [1, 'zero'],
  ],
} as const satisfies { readonly [Key in keyof AgentShape]: Weighted<AgentShape[Key]> };

/** How one definition with a last run is written on the wire. */
export type JobShape = {
  /** Status once the last run is over. */
  readonly outcome: string;
  /** Position at the generation of the fleet. */
  readonly phase: 'ended' | 'running';
  readonly lastRun: 'utc' | 'local';
  readonly lastDuration: 'plain' | 'unreadable' | 'null';
  readonly backupSize: 'plain' | 'unreadable' | 'zero';
  readonly nextRun: 'plain' | 'unreadable';
  /** The text for an empty value. */
  readonly noMessage: '' | null;
};

/** Definitions that a fleet plants, in this order as far as it is large enough; oddities only on request. */
const PLANTED_JOBS: readonly Partial<JobShape>[] = [
  { outcome: 'Success', lastRun: 'utc' },
  { outcome: 'Failed' },
  { phase: 'running', outcome: 'Success' },
  { outcome: 'Warning', lastRun: 'local' },
  { outcome: 'Unknown' },
  { outcome: 'None' },
  { outcome: '-' },
  { outcome: INVENTED_STATUS },
  { outcome: 'Success', backupSize: 'unreadable' },
  { outcome: 'Failed', lastDuration: 'unreadable' },
  { outcome: 'Success', nextRun: 'unreadable' },
  { outcome: 'Success', backupSize: 'zero' },
  { outcome: 'Success', lastRun: 'local', noMessage: null },
  { phase: 'running', outcome: 'Failed', lastRun: 'local' },
  { outcome: 'Success', lastDuration: 'null' },
];

export const plantedJobs = (options: { readonly oddities?: boolean | undefined }): readonly Partial<JobShape>[] =>
  plantedFrom(PLANTED_JOBS, ({ outcome }) => outcome === INVENTED_STATUS || outcome === '-', options);

export const USUAL_JOBS = {
  outcome: [
    [82, 'Success'],
    [8, 'Warning'],
    [8, 'Failed'],
    [1, 'Unknown'],
    [1, 'None'],
  ],
  lastRun: [
    [5, 'utc'],
    [1, 'local'],
  ],
  noMessage: [
    [3, ''],
    [1, null],
  ],
} as const satisfies { readonly [Key in keyof JobShape]?: Weighted<JobShape[Key]> };

export const SCHEDULES: Weighted<string> = [
  [12, 'Daily'],
  [3, 'Periodically'],
  [2, 'Monthly'],
  [1, 'Continuously'],
  [1, 'NotScheduled'],
  [1, 'Unknown'],
];

export const DESTINATIONS = [
  'D:\\VeeamBackup\\',
  'E:\\Backups\\',
  '\\\\nas01\\agents\\',
  'Backup Repository 1',
  'Cloud repository 3',
] as const;

/** Unique within a list: they distinguish the definitions of an old agent. */
export const JOB_NAMES: Readonly<Record<OperationMode, readonly string[]>> = {
  Workstation: [
    'Workstation: Entire computer. Daily schedule.',
    'Workstation: File level backup. Documents.',
    'Workstation: Volume backup. C:',
    'Workstation: File level backup. Mail archive.',
  ],
  Server: [
    'Server: Entire computer. Nightly.',
    'Server: Volume backup. Data volume.',
    'Server: SQL Server with logs',
    'Server: File level backup. Shares.',
  ],
  UnLicensed: ['Backup Job 1', 'Backup Job 2', 'Backup Job 3', 'Backup Job 4'],
};

export const BACKUP_MODES = ['EntireComputer', 'Volume', 'File', 'Folder'] as const;

export const WARNINGS = [
  'Job retry attempts limit has been reached.\r\nThe backup was finished with warnings.',
  'Some files could not be read because they are in use.',
];
export const FAILURES = [
  'Failed to connect to the backup repository.\r\nError: The network path was not found.',
  'Error: There is not enough space on the disk.\r\nFailed to write to the backup file.\r\nAgent failed to process the job.',
];
