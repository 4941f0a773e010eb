import { type JobKind, Unreadable } from '@crossvault/contract';
import { expect, test } from 'vitest';
import { mapKind, readKind } from './map-kind.ts';

test.each<[string, JobKind]>([
  ['Invalid', 'other'],
  ['Register', 'configure'],
  ['UnRegister', 'configure'],
  ['ConfigureBackup', 'configure'],
  ['Backup', 'backup'],
  ['Restore', 'restore'],
  ['DisableBackup', 'configure'],
  ['DeleteBackupData', 'delete'],
  ['CrossRegionRestore', 'restore'],
  ['Undelete', 'configure'],
  ['UpdateCustomerManagedKey', 'configure'],
  ['BackupDataMove', 'maintenance'],
])('%s, a documented operation, is %s', (operation, kind) => {
  expect(mapKind(operation)).toBe(kind);
});

test.each<[string, JobKind]>([
  ['Backup (Full)', 'backup'],
  ['Backup (Log)', 'backup'],
  ['backup', 'backup'],
  ['Restore (Full)', 'restore'],
  ['BackupSomethingNew', 'other'],
  ['Reindex', 'other'],
  [' ', 'other'],
])('%j is %s', (operation, kind) => {
  expect(mapKind(operation)).toBe(kind);
});

test('an operation that is not there or cannot be read is other, and says why', () => {
  expect(readKind(undefined)).toEqual({ value: 'other', provenance: 'missing' });
  expect(readKind(new Unreadable(1))).toMatchObject({ value: 'other', provenance: 'unreadable' });
});
