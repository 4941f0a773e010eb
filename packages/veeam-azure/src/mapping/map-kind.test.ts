import { type JobKind, type JobTrigger, Unreadable } from '@crossvault/core';
import { expect, test } from 'vitest';
import { readKind, readTrigger } from './map-kind.ts';

/** JobSessionType of v8.1 in full and in its order, then AutoBackup of v2 and v3 and LingeringSnapshotRetention of v1. */
const sessionTypes: readonly (readonly [type: string, kind: JobKind, trigger: JobTrigger])[] = [
  ['BackupRetention', 'retention', 'unknown'],
  ['InvalidSnapshotRetention', 'retention', 'unknown'],
  ['ObsoleteSnapshotRetention', 'retention', 'unknown'],
  ['OrphanedSnapshotRetention', 'retention', 'unknown'],
  ['ManualSnapshot', 'snapshot', 'manual'],
  ['ManualSnapshotDeletion', 'delete', 'unknown'],
  ['PolicyBackup', 'backup', 'unknown'],
  ['PolicySnapshot', 'snapshot', 'unknown'],
  ['RestoreDisks', 'restore', 'unknown'],
  ['RestoreVms', 'restore', 'unknown'],
  ['FileLevelRestore', 'restore', 'unknown'],
  ['BackupDeletion', 'delete', 'unknown'],
  ['SnapshotDeletion', 'delete', 'unknown'],
  ['SnapshotBackup', 'backup', 'unknown'],
  ['RepositoryCreation', 'configure', 'unknown'],
  ['RepositoryDeletion', 'configure', 'unknown'],
  ['RepositoryEdit', 'configure', 'unknown'],
  ['SqlPolicyBackup', 'backup', 'unknown'],
  ['SqlManualBackup', 'backup', 'manual'],
  ['SqlRestore', 'restore', 'unknown'],
  ['RestorePointDataRetrieval', 'maintenance', 'unknown'],
  ['SqlRestorePointDataRetrieval', 'maintenance', 'unknown'],
  ['FileSharePolicySnapshot', 'snapshot', 'unknown'],
  ['FileShareManualSnapshot', 'snapshot', 'manual'],
  ['FileShareRestore', 'restore', 'unknown'],
  ['FileShareFileRestore', 'restore', 'unknown'],
  ['FileShareIndexing', 'maintenance', 'unknown'],
  ['FileShareSnapshotRetention', 'retention', 'unknown'],
  ['FileShareSnapshotDeletion', 'delete', 'unknown'],
  ['FileShareManualSnapshotDeletion', 'delete', 'unknown'],
  ['ConfigurationBackupManual', 'configure', 'manual'],
  ['ConfigurationBackupScheduled', 'configure', 'scheduled'],
  ['ConfigurationBackupDeletion', 'configure', 'unknown'],
  ['HealthCheck', 'maintenance', 'unknown'],
  ['ConfigurationBackupDownload', 'configure', 'unknown'],
  ['SnapshotRescan', 'maintenance', 'unknown'],
  ['ConfigurationBackupSync', 'configure', 'unknown'],
  ['ConfigurationRestoreStatus', 'configure', 'unknown'],
  ['PolicyArchive', 'archive', 'unknown'],
  ['SqlPolicyArchive', 'archive', 'unknown'],
  ['SqlBackupDeletion', 'delete', 'unknown'],
  ['VnetPolicyBackup', 'backup', 'unknown'],
  ['VnetFullRestore', 'restore', 'unknown'],
  ['VnetGranularRestore', 'restore', 'unknown'],
  ['VnetBackupDeletion', 'delete', 'unknown'],
  ['VnetRetention', 'retention', 'unknown'],
  ['VnetRepositoryImport', 'configure', 'unknown'],
  ['VnetPolicyBackupToRepository', 'copy', 'unknown'],
  ['CosmosDbConfiguration', 'configure', 'unknown'],
  ['CosmosDbRestore', 'restore', 'unknown'],
  ['PostgresDbPolicyBackup', 'backup', 'unknown'],
  ['PostgresDbPolicyArchive', 'archive', 'unknown'],
  ['PostgresDbManualBackup', 'backup', 'manual'],
  ['CosmosDbContinuousRetention', 'retention', 'unknown'],
  ['CosmosDbRestorePointDataRetrieval', 'maintenance', 'unknown'],
  ['CosmosDbBackupDeletion', 'delete', 'unknown'],
  ['InfrastructureRescan', 'maintenance', 'unknown'],
  ['MongoDbManualBackup', 'backup', 'manual'],
  ['MongoDbPolicyBackup', 'backup', 'unknown'],
  ['MongoDbPolicyArchive', 'archive', 'unknown'],
  ['CosmosDbContinuousBackupDeletion', 'delete', 'unknown'],
  ['VmSnapshotRetention', 'retention', 'unknown'],
  ['Unknown', 'other', 'unknown'],
  ['AutoBackup', 'backup', 'unknown'],
  ['LingeringSnapshotRetention', 'retention', 'unknown'],
];

test('the table holds the 63 types of v8.1 and the two that older versions have', () => {
  expect(new Set(sessionTypes.map(([type]) => type)).size).toBe(65);
});

test.each(sessionTypes)('%s is %s, its trigger %s', (type, kind, trigger) => {
  expect(readKind(type).value).toBe(kind);
  expect(readTrigger(type).value).toBe(trigger);
});

test('of the documented types only Unknown is other', () => {
  expect(sessionTypes.filter(([, kind]) => kind === 'other').map(([type]) => type)).toEqual(['Unknown']);
});

test.each<[string, JobKind]>([
  ['policy backup', 'backup'],
  ['MANUAL-SNAPSHOT', 'snapshot'],
  ['OracleDbPolicyBackup', 'backup'],
  ['OracleDbBackupDeletion', 'delete'],
  ['Defragmentation', 'other'],
])('a new or differently written type %s is %s', (type, kind) => {
  expect(readKind(type).value).toBe(kind);
});

test('an absent type is other and says so, an unreadable one too', () => {
  expect(readKind(undefined)).toMatchObject({ value: 'other', provenance: 'missing' });
  expect(readKind('')).toMatchObject({ value: 'other', provenance: 'missing' });
  expect(readKind(new Unreadable(7))).toMatchObject({ value: 'other', provenance: 'unreadable' });
  expect(readTrigger(null)).toMatchObject({ value: 'unknown', provenance: 'missing' });
});
