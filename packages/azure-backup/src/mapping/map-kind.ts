import { defineWords, type JobKind, type Reading, readWord, type WireValue } from '@crossvault/core';

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
  return readWord(operation, lookUpOperation, 'other');
}

const lookUpOperation = (text: string): JobKind | undefined =>
  kindWords.lookup(text) ?? kindWords.lookup(text.split(/\s/, 1).join());

/** Categories of the operations of Backup vaults. */
const categoryWords = defineWords<JobKind>({
  backup: ['Backup'],
  restore: ['Restore', 'CrossRegionRestore'],
  archive: ['Tiering'],
  configure: ['Management'],
});

/** By its category; among the operations of management, the one that says so deletes. */
export function readCategory(category: WireValue<string>, operation: WireValue<string>): Reading<JobKind> {
  const kind = readWord(category, categoryWords.lookup, 'other');
  const deletes = typeof operation === 'string' && /(?<!un)delete/i.test(operation);
  return kind.value === 'configure' && deletes ? { ...kind, value: 'delete' } : kind;
}
