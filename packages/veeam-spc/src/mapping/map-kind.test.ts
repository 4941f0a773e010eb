import { type JobKind, Unreadable } from '@crossvault/core';
import { expect, test } from 'vitest';
import { kindWords, readKind } from './map-kind.ts';
import { parseJob } from './wire.ts';

const kindOf = (family: 'agent' | 'server', type: unknown) =>
  readKind({ owner: { family, id: 'a', name: null }, job: parseJob({ type }) });

test.each([undefined, 'BackupCopy'])('a job of an agent is a backup, by being one (type %j)', (type) => {
  expect(kindOf('agent', type)).toEqual({ value: 'backup', provenance: 'inferred' });
});

/** Every type of backup servers' jobs, as the pages print it. */
const documented: readonly (readonly [type: string, kind: JobKind])[] = [
  ['BackupVm', 'backup'],
  ['ReplicationVM', 'copy'],
  ['CdpReplicationVM', 'copy'],
  ['CopyVm', 'copy'],
  ['BackupCopy', 'copy'],
  ['SimpleBackupCopy', 'copy'],
  ['BackupToTape', 'archive'],
  ['FileToTape', 'archive'],
  ['BackupFile', 'backup'],
  ['BackupFileCopy', 'copy'],
  ['CopyFile', 'copy'],
  ['ObjectStorageBackup', 'backup'],
  ['ObjectStorageBackupCopy', 'copy'],
  ['AgentBackupJob', 'backup'],
  ['AgentPolicy', 'backup'],
  ['AwsBackupJob', 'backup'],
  ['AzureBackupJob', 'backup'],
  ['GoogleBackupJob', 'backup'],
  ['AhvStorageSnapshotJob', 'snapshot'],
  ['SqlLogBackup', 'backup'],
  ['OracleLogBackup', 'backup'],
  ['PostgreSqlLogBackup', 'backup'],
  ['SureBackup', 'maintenance'],
  ['SobrMaintenance', 'maintenance'],
  ['Unknown', 'other'],
];

test.each(documented)("a backup server's job of type %s is of kind %s, whatever its casing", (type, kind) => {
  for (const spelling of [type, type.charAt(0).toLowerCase() + type.slice(1)]) {
    expect(kindOf('server', spelling)).toEqual({ value: kind });
  }
});

test('the table has these types and no other', () => {
  expect(kindWords.rows.map(([word]) => word).toSorted()).toEqual(documented.map(([type]) => type).toSorted());
});

test('an unknown type is other, and so is an absent one', () => {
  expect(kindOf('server', 'QuantumBackup')).toEqual({ value: 'other' });
  expect(kindOf('server', undefined)).toEqual({ value: 'other', provenance: 'missing' });
  expect(kindOf('server', ['BackupVm'])).toEqual({
    value: 'other',
    provenance: 'unreadable',
    anomalies: ['unreadable-value'],
  });
  expect(parseJob({ type: ['BackupVm'] }).type).toBeInstanceOf(Unreadable);
});
