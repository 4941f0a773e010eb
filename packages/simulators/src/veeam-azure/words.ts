import type { TruthKind, TruthStatus } from '../truth.ts';

/** Normalized value of each vendor value; an unlisted value is unknown. */
const STATUS: Readonly<Record<string, TruthStatus>> = {
  Pending: 'queued',
  Running: 'running',
  RunningWithWarning: 'running',
  RunningWithError: 'running',
  Canceling: 'cancelling',
  Success: 'succeeded',
  Warning: 'warning',
  Error: 'failed',
  Canceled: 'cancelled',
  NeverExecuted: 'unknown',
  Unknown: 'unknown',
};

export const STATUS_WORDS: readonly string[] = Object.keys(STATUS);

/** Words that the vendor does not document, as they may come with any new version. */
export const INVENTED_STATUS = 'Hibernating';
export const INVENTED_TYPE = 'QuantumPolicyBackup';

/** Written out type by type, so that no pattern stands between the vendor's word and ours. */
const TYPES = {
  backup: [
    'PolicyBackup',
    'SnapshotBackup',
    'SqlPolicyBackup',
    'SqlManualBackup',
    'VnetPolicyBackup',
    'PostgresDbPolicyBackup',
    'PostgresDbManualBackup',
    'MongoDbPolicyBackup',
    'MongoDbManualBackup',
    'AutoBackup',
    INVENTED_TYPE,
  ],
  snapshot: ['PolicySnapshot', 'ManualSnapshot', 'FileSharePolicySnapshot', 'FileShareManualSnapshot'],
  archive: ['PolicyArchive', 'SqlPolicyArchive', 'PostgresDbPolicyArchive', 'MongoDbPolicyArchive'],
  copy: ['VnetPolicyBackupToRepository'],
  restore: [
    'RestoreVms',
    'RestoreDisks',
    'FileLevelRestore',
    'SqlRestore',
    'FileShareRestore',
    'FileShareFileRestore',
    'VnetFullRestore',
    'VnetGranularRestore',
    'CosmosDbRestore',
  ],
  configure: [
    'RepositoryCreation',
    'RepositoryEdit',
    'RepositoryDeletion',
    'ConfigurationBackupManual',
    'ConfigurationBackupScheduled',
    'ConfigurationBackupDeletion',
    'ConfigurationBackupDownload',
    'ConfigurationBackupSync',
    'ConfigurationRestoreStatus',
    'VnetRepositoryImport',
    'CosmosDbConfiguration',
  ],
  delete: [
    'BackupDeletion',
    'SnapshotDeletion',
    'ManualSnapshotDeletion',
    'FileShareSnapshotDeletion',
    'FileShareManualSnapshotDeletion',
    'SqlBackupDeletion',
    'VnetBackupDeletion',
    'CosmosDbBackupDeletion',
    'CosmosDbContinuousBackupDeletion',
  ],
  retention: [
    'BackupRetention',
    'InvalidSnapshotRetention',
    'ObsoleteSnapshotRetention',
    'OrphanedSnapshotRetention',
    'FileShareSnapshotRetention',
    'VnetRetention',
    'CosmosDbContinuousRetention',
    'VmSnapshotRetention',
    'LingeringSnapshotRetention',
  ],
  maintenance: [
    'HealthCheck',
    'SnapshotRescan',
    'InfrastructureRescan',
    'FileShareIndexing',
    'RestorePointDataRetrieval',
    'SqlRestorePointDataRetrieval',
    'CosmosDbRestorePointDataRetrieval',
  ],
  other: ['Unknown'],
} as const satisfies Partial<Record<TruthKind, readonly string[]>>;

/** The word of v1 that every later version calls by another name; its title was the later name from the beginning. */
const RENAMED: Readonly<Record<string, string>> = { LingeringSnapshotRetention: 'ObsoleteSnapshotRetention' };

/** The word for a type as a version says it: v1 has its own. */
export const typeIn = (type: string, { isFirst }: { readonly isFirst: boolean }): string =>
  isFirst ? type : (RENAMED[type] ?? type);

/** Types that no version from v4 on has: an appliance of today sends none of them. */
export const FORMER_TYPES: readonly string[] = ['AutoBackup', 'LingeringSnapshotRetention'];

/** Every type that the pages of any version name, and the invented one. */
export const SESSION_TYPES: readonly string[] = Object.values(TYPES).flat();

/** Earlier versions' types that `Types` does not take, and one that can be returned but not asked for. */
const NOT_FILTERED = [...FORMER_TYPES, 'VmSnapshotRetention', INVENTED_TYPE];

/** The words that `Types` and `Status` take: those of v8.1, and those of the tables of v2 and v3. */
export const FILTER_WORDS: Readonly<
  Record<'later' | 'early', { readonly types: readonly string[]; readonly statuses: readonly string[] }>
> = {
  later: { types: SESSION_TYPES.filter((type) => !NOT_FILTERED.includes(type)), statuses: STATUS_WORDS },
  early: {
    types: [
      'AutoBackup',
      'BackupRetention',
      'RestoreDisks',
      'FileLevelRestore',
      'ObsoleteSnapshotRetention',
      'ManualSnapshot',
      'PolicyBackup',
      'PolicySnapshot',
      'RestoreVms',
      'BackupDeletion',
      'SnapshotDeletion',
      'RepositoryCreation',
      'RepositoryDeletion',
      'RepositoryEdit',
      'ManualSnapshotDeletion',
      'InvalidSnapshotRetention',
      'OrphanedSnapshotRetention',
    ],
    statuses: STATUS_WORDS.filter((word) => word !== 'Unknown'),
  },
};

const KIND: ReadonlyMap<string, TruthKind> = new Map(
  Object.entries(TYPES).flatMap(([kind, types]) => types.map((type) => [type, kind as TruthKind] as const)),
);

export const statusOfWord = (word: string): TruthStatus => STATUS[word] ?? 'unknown';

export const kindOfType = (type: string): TruthKind => KIND.get(type) ?? 'other';

/** The vendor's value for a normalized one; throws a RangeError where there is none. */
export const wordOfStatus = (status: TruthStatus): string => {
  const word = Object.keys(STATUS).find((candidate) => STATUS[candidate] === status);
  if (status === 'unknown') return INVENTED_STATUS;
  if (word === undefined) throw new RangeError(`Veeam Backup for Microsoft Azure has no session status for ${status}`);
  return word;
};

export const typeOfKind = (kind: TruthKind): string => {
  const type = kind === 'export' ? undefined : TYPES[kind][0];
  if (type === undefined) throw new RangeError(`Veeam Backup for Microsoft Azure has no session type for ${kind}`);
  return type;
};

/** The two of the reference page that are not simply the type's words. */
const LOCALIZED: Readonly<Record<string, string>> = {
  RepositoryCreation: 'Create Repository',
  LingeringSnapshotRetention: 'Obsolete Snapshot Retention',
};

export const localizeType = (type: string): string => LOCALIZED[type] ?? type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
