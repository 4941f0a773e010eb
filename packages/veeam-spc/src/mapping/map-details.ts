import { combine, type Job, type Reading, Unreadable, unreadable, type WireValue } from '@crossvault/core';
import type { JobAnswer } from './job-answer.ts';
import { either, type JobWire } from './wire.ts';

type Scalar = string | number | boolean;

const plainLabels = [
  'description',
  'systemType',
  'scheduleDisplayName',
  'targetType',
  'destination',
  'disabled',
  'isEnabled',
  'avgDuration',
  'restorePoints',
  'lastRestorePoint',
  'freeSpace',
  'processingRate',
  'bottleneck',
  'retentionLimit',
  'retentionLimitType',
  'isGfsOptionEnabled',
  'lastModified',
  'lastModifiedDate',
  'lastModificationDoneBy',
  'lastModifiedBy',
  'createdBy',
  'creationTime',
  'backupPolicyId',
  'backupPolicyUid',
  'backupPolicyName',
  'backupPolicyStatus',
  'backupPolicyAssignStatus',
  'backupPolicyNote',
  'backupPolicyFailureMessage',
  'cloudConnectAgentUid',
  'backupServerUid',
  'organizationUid',
  'mappedOrganizationUid',
  'locationUid',
  'siteUid',
  'configUid',
  'originalUid',
  'uniqueUid',
] as const satisfies readonly (keyof JobWire)[];

export const detailPaths: readonly string[] = [
  'backupMode',
  'backupModeId',
  'scheduleType',
  'schedulingType',
  ...plainLabels,
];

/** The facts of the definition, under the console's own names; two spellings of one field under the first. */
export function readDetails({ job }: Pick<JobAnswer, 'job'>): Reading<Job['details']> {
  const details: Job['details'] = {};
  const lost: Reading<null>[] = [];
  const add = (label: string, value: WireValue<Scalar>): void => {
    if (value === null || value === undefined || value === '') return;
    if (value instanceof Unreadable) lost.push(unreadable(null));
    else details[label] = String(value);
  };
  add('backupMode', either(job.backupMode, job.backupModeId));
  add('scheduleType', either(job.scheduleType, job.schedulingType));
  for (const label of plainLabels) add(label, job[label]);
  return combine(details, lost);
}
