import {
  asRead,
  combine,
  defineJobMapper,
  type JobAction,
  type JobPlan,
  type JobRules,
  missing,
  notReported,
  type Reading,
  readCount,
  readDuration,
  readInstant,
  readText,
} from '@crossvault/core';
import { readByUser } from './map-job.ts';
import { readCategory } from './map-kind.ts';
import { readStatus, vaultStatusWords } from './map-status.ts';
import { readSource } from './map-target.ts';
import { readSubTasks, sentinels } from './map-tasks.ts';
import { readUserErrors } from './map-user-errors.ts';
import { readVaultDetails, unmappedVaultFields } from './map-vault-details.ts';
import { parseVaultJobAnswer, type VaultJobAnswer } from './vault-job-answer.ts';

const extendedInfo = 'properties.extendedInfo';

const rules: JobRules<VaultJobAnswer> = {
  nativeId: {
    from: ['name', 'id'],
    rule: 'Takes the name unchanged, else the segment of the id after backupJobs.',
    read: ({ nativeId }) => nativeId,
  },
  kind: {
    from: ['properties.operationCategory', 'properties.operation'],
    rule: 'Looks up the category in the category table; a management operation that contains delete is delete, an unlisted category is other.',
    read: ({ job }) => readCategory(job.operationCategory, job.operation),
  },
  nativeKind: {
    from: ['properties.operation', 'properties.operationCategory'],
    rule: 'Takes the operation unchanged, else its category.',
    read: ({ job }) => firstText(job.operation, job.operationCategory),
  },
  status: {
    from: ['properties.status'],
    rule: 'Looks up the status in the status table of Backup vaults; an unlisted value is unknown.',
    read: ({ job }) => readStatus(job.status, vaultStatusWords),
  },
  nativeStatus: {
    from: ['properties.status'],
    rule: 'Takes the status unchanged.',
    read: ({ job }) => readText(job.status),
  },
  trigger: {
    from: ['properties.isUserTriggered'],
    rule: 'Manual for true and scheduled for false.',
    read: ({ job }) => readByUser(job.isUserTriggered),
  },
  target: {
    from: [
      'properties.dataSourceName',
      'properties.backupInstanceFriendlyName',
      'properties.dataSourceId',
      'properties.dataSourceType',
    ],
    rule: 'Takes the name of the data source, else of the backup instance, its path as id, and the type by its resource type.',
    read: readSource,
  },
  plan: {
    from: ['properties.policyId', 'properties.policyName'],
    rule: 'Takes id and name of the policy.',
    read: readPolicy,
  },
  startedAt: {
    from: ['properties.startTime'],
    rule: 'Reads the start in UTC, cut to milliseconds; an instant before 1990 and 2001-01-01 count as none.',
    read: ({ job }) => readInstant(job.startTime, sentinels),
  },
  endedAt: {
    from: ['properties.endTime'],
    rule: 'Reads the end in UTC, cut to milliseconds; an instant before 1990 and 2001-01-01 count as none.',
    read: ({ job }) => readInstant(job.endTime, sentinels),
  },
  durationSeconds: {
    from: ['properties.duration'],
    rule: 'Reads an ISO 8601 duration or a TimeSpan.',
    read: ({ job }) => readDuration(job.duration, 'timespan-or-iso'),
  },
  progressPercent: notReported(null),
  sizeBytes: notReported(null),
  transferredBytes: {
    from: ['dataTransferredInBytes', 'dataTransferedInBytes'].map((field) => `${extendedInfo}.${field}`),
    rule: 'Takes the bytes by either spelling, the documented one first; only the single answer is documented to contain them.',
    read: ({ extended }) => {
      const bytes = readCount(extended.dataTransferredInBytes);
      return bytes.provenance === 'missing' ? readCount(extended.dataTransferedInBytes) : bytes;
    },
  },
  counts: notReported(null),
  tasks: {
    from: [`${extendedInfo}.subTasks`],
    rule: 'Names each step with its status and, where it is reported, its progress.',
    read: readSubTasks,
  },
  errors: {
    from: ['properties.errorDetails', `${extendedInfo}.warningDetails`],
    rule: 'Takes each error and those below it, then each warning with the resource that it is about; where one has no code or text of its own, that of its cause.',
    read: readUserErrors,
  },
  actions: {
    from: ['properties.supportedActions'],
    rule: 'None: a job of a Backup vault cannot be cancelled.',
    read: () => asRead<JobAction[]>([]),
  },
  details: {
    from: [
      `${extendedInfo}.additionalDetails`,
      ...unmappedVaultFields.map((field) => `properties.${field}`),
      'properties.supportedActions',
      ...['backupInstanceState', 'recoveryDestination', 'sourceRecoverPoint', 'targetRecoverPoint'].map(
        (field) => `${extendedInfo}.${field}`,
      ),
    ],
    rule: 'Keeps the labels, the fields that no other rule reads, and the codes of their causes.',
    read: readVaultDetails,
  },
  links: notReported({}),
};

/** Jobs of Backup vaults (Microsoft.DataProtection). */
export const vaultJobMapper = defineJobMapper<VaultJobAnswer>({
  vendor: 'azure-backup',
  version: 4,
  durationToleranceSeconds: 1,
  rules,
  parse: parseVaultJobAnswer,
});

function firstText(...values: readonly Parameters<typeof readText>[0][]): Reading<string | null> {
  const readings = values.map(readText);
  return readings.find(({ value }) => value !== null) ?? readings[0] ?? missing(null);
}

function readPolicy({ job }: VaultJobAnswer): Reading<JobPlan | null> {
  const id = readText(job.policyId);
  const name = readText(job.policyName);
  if (id.value === null && name.value === null) return { ...id, value: null };
  return combine({ id: id.value, name: name.value, nextRunAt: null }, [id, name]);
}
