import { asRead, combine, type Job, type Reading, readWire, type WireValue } from '@crossvault/contract';
import type { JobAnswer } from './job-answer.ts';
import { type AgentJobWire, either } from './wire.ts';

type Scalar = string | number | boolean;

const plainLabels = [
  'description',
  'scheduleType',
  'targetType',
  'destination',
  'disabled',
  'avgDuration',
  'restorePoints',
  'lastRestorePoint',
  'freeSpace',
  'lastModified',
  'lastModificationDoneBy',
  'backupPolicyId',
  'backupPolicyName',
  'backupPolicyStatus',
  'backupPolicyNote',
  'cloudConnectAgentUid',
] as const satisfies readonly (keyof AgentJobWire)[];

export const detailPaths: readonly string[] = ['backupMode', 'backupModeId', ...plainLabels];

/** The facts of the definition, under the console's own names; both spellings of the backup mode under one. */
export function readDetails({ job }: JobAnswer): Reading<Job['details']> {
  const values: (readonly [label: string, value: WireValue<Scalar>])[] = [
    ['backupMode', either(job.backupMode, job.backupModeId)],
    ...plainLabels.map((label) => [label, job[label]] as const),
  ];
  const readings = values.map(
    ([label, value]) => [label, readWire(value, (present) => asRead(String(present)))] as const,
  );
  const told = readings.flatMap(([label, { value }]) =>
    value === null || value === '' ? [] : [[label, value] as const],
  );
  return combine(
    Object.fromEntries(told),
    readings.map(([, reading]) => reading),
  );
}
