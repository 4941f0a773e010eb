import { defineWords, inferred, type JobKind, type Reading, readWord } from '@crossvault/core';
import type { JobAnswer } from './job-answer.ts';

/** The types of backup servers' jobs. */
export const kindWords = defineWords<JobKind>({
  backup: [
    'BackupVm',
    'BackupFile',
    'ObjectStorageBackup',
    'AgentBackupJob',
    'AgentPolicy',
    'AwsBackupJob',
    'AzureBackupJob',
    'GoogleBackupJob',
    'SqlLogBackup',
    'OracleLogBackup',
    'PostgreSqlLogBackup',
  ],
  copy: [
    'CopyVm',
    'CopyFile',
    'BackupCopy',
    'SimpleBackupCopy',
    'BackupFileCopy',
    'ObjectStorageBackupCopy',
    'ReplicationVM',
    'CdpReplicationVM',
  ],
  archive: ['BackupToTape', 'FileToTape'],
  snapshot: ['AhvStorageSnapshotJob'],
  maintenance: ['SureBackup', 'SobrMaintenance'],
  other: ['Unknown'],
});

/** No field of an agent's job says what kind of work it is; it follows from the agent. */
export function readKind({ owner, job }: Pick<JobAnswer, 'owner' | 'job'>): Reading<JobKind> {
  return owner.family === 'agent' ? inferred('backup') : readWord(job.type, kindWords.lookup, 'other');
}
