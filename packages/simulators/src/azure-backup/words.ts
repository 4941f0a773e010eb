import type { TruthKind, TruthStatus } from '../truth.ts';

/** Normalized value of each vendor value; an unlisted value is unknown. */
const STATUS: Readonly<Record<string, TruthStatus>> = {
  InProgress: 'running',
  Cancelling: 'cancelling',
  Completed: 'succeeded',
  CompletedWithWarnings: 'warning',
  Failed: 'failed',
  Cancelled: 'cancelled',
};

const KIND: Readonly<Record<string, TruthKind>> = {
  Backup: 'backup',
  'Backup (Full)': 'backup',
  'Backup (Log)': 'backup',
  'Backup (Differential)': 'backup',
  Restore: 'restore',
  CrossRegionRestore: 'restore',
  ConfigureBackup: 'configure',
  DisableBackup: 'configure',
  Register: 'configure',
  UnRegister: 'configure',
  Undelete: 'configure',
  UpdateCustomerManagedKey: 'configure',
  DeleteBackupData: 'delete',
  BackupDataMove: 'maintenance',
};

export const statusOfWord = (word: string): TruthStatus => STATUS[word] ?? 'unknown';

export const kindOfOperation = (operation: string): TruthKind => KIND[operation] ?? 'other';

/** A value that the vendor does not document, as a new version may introduce. */
const INVENTED_STATUS = 'Paused';
const INVENTED_OPERATION = 'Reindex';

const wordIn = (table: Readonly<Record<string, string>>, wanted: string): string | undefined =>
  Object.entries(table).find(([, ours]) => ours === wanted)?.[0];

/** The vendor's value for a normalized one; throws a RangeError where there is none. */
export const wordOfStatus = (status: TruthStatus): string => {
  if (status === 'queued') return 'InProgress';
  const word = status === 'unknown' ? INVENTED_STATUS : wordIn(STATUS, status);
  if (word === undefined) throw new RangeError(`Azure Backup has no job status for ${status}`);
  return word;
};

export const operationOfKind = (kind: TruthKind): string => {
  const word = kind === 'other' ? INVENTED_OPERATION : wordIn(KIND, kind);
  if (word === undefined) throw new RangeError(`Azure Backup has no operation for ${kind}`);
  return word;
};

const BACKUP_VAULT_STATUS: Readonly<Record<string, TruthStatus>> = {
  InProgress: 'running',
  Started: 'running',
  Completed: 'succeeded',
  Success: 'succeeded',
  Succeeded: 'succeeded',
  CompletedWithWarnings: 'warning',
  SuccessWithWarning: 'warning',
  Failed: 'failed',
  Cancelled: 'cancelled',
};

/** The words of a Backup vault's job. */
export const backupVaultStatusOfWord = (word: string): TruthStatus => BACKUP_VAULT_STATUS[word] ?? 'unknown';

export const backupVaultWordOfStatus = (status: TruthStatus): string => {
  const word = status === 'unknown' ? INVENTED_STATUS : wordIn(BACKUP_VAULT_STATUS, status);
  if (word === undefined) throw new RangeError(`a Backup vault has no job status for ${status}`);
  return word;
};
