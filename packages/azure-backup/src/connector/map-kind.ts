import { defineWords, type JobKind, type Reading, readWord, type WireValue } from '@crossvault/contract';

/** The documented operations. */
export const kindWords = defineWords<JobKind>({
  backup: ['Backup'],
  restore: ['Restore', 'CrossRegionRestore'],
  configure: ['ConfigureBackup', 'DisableBackup', 'Register', 'UnRegister', 'Undelete', 'UpdateCustomerManagedKey'],
  delete: ['DeleteBackupData'],
  maintenance: ['BackupDataMove'],
  other: ['Invalid'],
});

/** The field is free text whose first word is the operation: `Backup (Full)` has been seen. */
export function readKind(operation: WireValue<string>): Reading<JobKind> {
  return readWord(operation, (text) => kindWords.lookup(text) ?? kindWords.lookup(text.split(/\s/, 1).join()), 'other');
}
