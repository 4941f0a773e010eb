import {
  asRead,
  type JobKind,
  missing,
  type Reading,
  Unreadable,
  unreadable,
  type WireValue,
} from '@crossvault/contract';

/**
 * The documented operations. The field is free text that begins with one of them: `Backup (Full)` has been seen. A
 * word counts where it stands alone or before a space, so that `BackupDataMove` is no `Backup`. First match wins.
 */
const kindWords: readonly (readonly [operation: string, kind: JobKind])[] = [
  ['Backup', 'backup'],
  ['Restore', 'restore'],
  ['CrossRegionRestore', 'restore'],
  ['ConfigureBackup', 'configure'],
  ['DisableBackup', 'configure'],
  ['Register', 'configure'],
  ['UnRegister', 'configure'],
  ['Undelete', 'configure'],
  ['UpdateCustomerManagedKey', 'configure'],
  ['DeleteBackupData', 'delete'],
  ['BackupDataMove', 'maintenance'],
];

export function mapKind(operation: string): JobKind {
  const [word] = operation.toLowerCase().split(/\s/, 1);
  return kindWords.find(([known]) => known.toLowerCase() === word)?.[1] ?? 'other';
}

export function readKind(operation: WireValue<string>): Reading<JobKind> {
  if (operation instanceof Unreadable) return unreadable('other');
  if (operation === null || operation === undefined || operation === '') return missing('other');
  return asRead(mapKind(operation));
}
