import { combine, isJsonObject, type Job, type Reading, Unreadable, unreadable } from '@crossvault/core';
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

interface DetailField {
  readonly label: string;
  /** The info object that has the field; null for a field of the session itself. */
  readonly info: string | null;
  readonly steps: readonly string[];
}

/** The same table with the steps of each path. */
const fields: readonly DetailField[] = detailFields.map(([label, path]) => {
  const steps = path.split('.');
  return { label, info: steps.length === 1 ? null : (steps[0] ?? null), steps };
});
const infos = [...new Set(fields.flatMap(({ info }) => (info === null ? [] : [info])))];

/** By the info objects that are there, one bit each: the fields that can be there. A session has one of them, or none. */
const fieldsByInfos = new Map<number, readonly DetailField[]>();

function fieldsOf(session: SessionWire): readonly DetailField[] {
  const there = infosIn(session);
  const known = fieldsByInfos.get(there);
  if (known !== undefined) return known;
  const found = fields.filter(({ info }) => info === null || (there & (1 << infos.indexOf(info))) !== 0);
  fieldsByInfos.set(there, found);
  return found;
}

function infosIn(session: Readonly<Record<string, unknown>>): number {
  let there = 0;
  for (let index = 0; index < infos.length; index += 1) {
    const info = session[infos[index] ?? ''];
    if (info !== null && info !== undefined) there |= 1 << index;
  }
  return there;
}

export function readDetails({ session }: JobAnswer): Reading<Job['details']> {
  const details: Job['details'] = {};
  const parts: Reading<string | null>[] = [];
  for (const { label, steps } of fieldsOf(session)) {
    const value = valueAt(session, steps);
    if (value instanceof Unreadable) parts.push(unreadable(null));
    else if (value !== null && value !== undefined && value !== '') details[label] = String(value);
  }
  const items = readRestoredNames(session);
  if (items.value !== null) details['items'] = items.value;
  parts.push(items);
  return combine(details, parts);
}

/** Walks the parsed session; an unreadable object on the way makes what is inside it unreadable. */
function valueAt(session: SessionWire, steps: readonly string[]): unknown {
  let value: unknown = session;
  for (const step of steps) {
    if (value instanceof Unreadable || !isJsonObject(value)) return value instanceof Unreadable ? value : null;
    value = value[step];
  }
  return value;
}
