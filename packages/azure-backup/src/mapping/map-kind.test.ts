import { type JobKind, Unreadable } from '@crossvault/core';
import { expect, test } from 'vitest';
import { kindWords, readKind } from './map-kind.ts';

const documented: readonly (readonly [operation: string, kind: JobKind])[] = [
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
];

test.each(documented)('%s, a documented operation, is %s', (operation, kind) => {
  expect(readKind(operation)).toEqual({ value: kind });
});

test('the table holds the documented operations and no other', () => {
  expect(new Set(kindWords.rows.map(([operation]) => operation))).toEqual(
    new Set(documented.map(([operation]) => operation)),
  );
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
  expect(readKind(operation).value).toBe(kind);
});

test('an operation that is not there or cannot be read is other, and says why', () => {
  expect(readKind(undefined)).toEqual({ value: 'other', provenance: 'missing' });
  expect(readKind(new Unreadable(1))).toMatchObject({ value: 'other', provenance: 'unreadable' });
});
