import { asRead, combine, type Job, missing, type Reading, Unreadable, unreadable } from '@crossvault/core';
import type { JobAnswer } from './job-answer.ts';
import { readRestoredNames } from './map-restored.ts';
import type { SessionWire } from './wire.ts';

/** Label and path. Where a label stands twice, a session has only one of the two info objects. */
const detailFields: readonly (readonly [label: string, path: string])[] = [
  ['localizedType', 'localizedType'],
  ['usn', 'usn'],
  ['policyType', 'backupJobInfo.policyType'],
  ['policyRemoved', 'backupJobInfo.policyRemoved'],
  ['policyRemoved', 'healthCheckJobInfo.policyRemoved'],
  ['repositoryRemoved', 'repositoryJobInfo.repositoryRemoved'],
  ['reason', 'restoreJobInfo.reason'],
  ['reason', 'fileLevelRestoreJobInfo.reason'],
  ['reason', 'fileShareFileLevelRestoreJobInfo.reason'],
  ['backupPolicyDisplayName', 'restoreJobInfo.backupPolicyDisplayName'],
  ['backupPolicyDisplayName', 'fileLevelRestoreJobInfo.backupPolicyDisplayName'],
  ['backupPolicyDisplayName', 'fileShareFileLevelRestoreJobInfo.backupPolicyDisplayName'],
  ['initiator', 'fileLevelRestoreJobInfo.initiator'],
  ['initiator', 'fileShareFileLevelRestoreJobInfo.initiator'],
  ['initiator', 'restorePointDataRetrievalJobInfo.initiator'],
  ['restorePointCreatedDateUtc', 'fileLevelRestoreJobInfo.restorePointCreatedDateUtc'],
  ['restorePointCreatedDateUtc', 'fileShareFileLevelRestoreJobInfo.restorePointCreatedDateUtc'],
  ['flrLink', 'fileLevelRestoreJobInfo.flrLink.url'],
  ['flrLink', 'fileShareFileLevelRestoreJobInfo.flrLink.url'],
  ['flrLinkThumbprint', 'fileLevelRestoreJobInfo.flrLink.thumbprint'],
  ['flrLinkThumbprint', 'fileShareFileLevelRestoreJobInfo.flrLink.thumbprint'],
  ['isFlrSessionReady', 'fileLevelRestoreJobInfo.isFlrSessionReady'],
  ['restorePointId', 'restorePointDataRetrievalJobInfo.restorePointId'],
  ['sqlRestorePointId', 'restorePointDataRetrievalJobInfo.sqlRestorePointId'],
  ['cosmosDbRestorePointId', 'restorePointDataRetrievalJobInfo.cosmosDbRestorePointId'],
  ['instanceName', 'restorePointDataRetrievalJobInfo.instanceName'],
  ['daysToKeep', 'restorePointDataRetrievalJobInfo.daysToKeep'],
  ['dataRetrievalPriority', 'restorePointDataRetrievalJobInfo.dataRetrievalPriority'],
  ['deletedRestorePointsCount', 'retentionJobInfo.deletedRestorePointsCount'],
];

export const detailPaths: readonly string[] = [...detailFields.map(([, path]) => path), 'restoreJobInfo.items'];

export function readDetails({ session }: JobAnswer): Reading<Job['details']> {
  const readings = [
    ...detailFields.map(([label, path]) => ({ label, reading: readScalar(session, path) })),
    { label: 'items', reading: readRestoredNames(session) },
  ];
  const pairs = readings.flatMap(({ label, reading }) => (reading.value === null ? [] : [[label, reading.value]]));
  return combine(
    Object.fromEntries(pairs),
    readings.map(({ reading }) => reading),
  );
}

/** Walks the parsed session; an unreadable object on the way makes what is inside it unreadable. */
function readScalar(session: SessionWire, path: string): Reading<string | null> {
  let value: unknown = session;
  for (const step of path.split('.')) {
    if (value instanceof Unreadable) return unreadable(null);
    if (typeof value !== 'object' || value === null) return missing(null);
    value = Object.entries(value).find(([name]) => name === step)?.[1];
  }
  if (value instanceof Unreadable) return unreadable(null);
  return value === null || value === undefined || value === '' ? missing(null) : asRead(String(value));
}
