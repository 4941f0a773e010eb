import { asRead, combine, type Job, type Reading, readWire, type WireValue } from '@crossvault/core';
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
  const values: (readonly [label: string, value: WireValue<Scalar>])[] = [
    ['backupMode', either(job.backupMode, job.backupModeId)],
    ['scheduleType', either(job.scheduleType, job.schedulingType)],
    ...plainLabels.map((label) => [label, job[label]] as const),
  ];
  const readings = values.map(
    ([label, value]) => [label, readWire(value, (present) => asRead(String(present)))] as const,
  );
  const reported = readings.flatMap(([label, { value }]) =>
    value === null || value === '' ? [] : [[label, value] as const],
  );
  return combine(
    Object.fromEntries(reported),
    readings.map(([, reading]) => reading),
  );
}
