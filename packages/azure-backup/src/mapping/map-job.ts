import {
  asRead,
  combine,
  computed,
  defineJobMapper,
  hasEnded,
  type JobAction,
  type JobCounts,
  type JobPlan,
  type JobRules,
  type JobTrigger,
  missing,
  notReported,
  type Reading,
  readCount,
  readDuration,
  readInstant,
  readPercent,
  readSize,
  readText,
  readWire,
  Unreadable,
  unreadable,
  type WireValue,
} from '@crossvault/core';
import { type JobAnswer, labels, parseJobAnswer, readLabel, splitList } from './job-answer.ts';
import { readDetails, unmappedFields } from './map-details.ts';
import { readErrors } from './map-errors.ts';
import { readKind } from './map-kind.ts';
import { readStatus } from './map-status.ts';
import { readTarget } from './map-target.ts';
import { readTasks, sentinels } from './map-tasks.ts';

const extendedInfo = 'properties.extendedInfo';
const propertyBag = `${extendedInfo}.propertyBag`;

/** Documented as words; samples of 2018 and 2021 contain 1 instead, which is Cancellable by the order of the values. */
const cancellable: readonly string[] = ['cancellable', '1'];

const rules: JobRules<JobAnswer> = {
  nativeId: {
    from: ['name', 'id'],
    rule: 'Takes the name unchanged, else the segment of the id after backupJobs.',
    read: ({ nativeId }) => nativeId,
  },
  kind: {
    from: ['properties.operation'],
    rule: 'Looks up the first word of the operation in the operation table; an unlisted word is other.',
    read: ({ job }) => readKind(job.operation),
  },
  nativeKind: {
    from: ['properties.operation'],
    rule: 'Takes the operation unchanged.',
    read: ({ job }) => readText(job.operation),
  },
  status: {
    from: ['properties.status'],
    rule: 'Looks up the status in the status table; an unlisted value is unknown.',
    read: ({ job }) => readStatus(job.status),
  },
  nativeStatus: {
    from: ['properties.status'],
    rule: 'Takes the status unchanged.',
    read: ({ job }) => readText(job.status),
  },
  trigger: {
    from: ['properties.isUserTriggered'],
    rule: 'Manual for true and scheduled for false; not every type of job has the field.',
    read: ({ job }) => readByUser(job.isUserTriggered),
  },
  target: {
    from: [
      'properties.entityFriendlyName',
      'properties.containerName',
      'properties.storageAccountName',
      'properties.workloadType',
      'properties.backupManagementType',
      'properties.jobType',
    ],
    rule: 'Takes the friendly name, the type by workload, else management, else job type, and as id the container of a virtual machine, or storage account and name of a file share.',
    read: readTarget,
  },
  plan: {
    from: [`${propertyBag}.${labels.policy}`],
    rule: 'Takes the name of the policy, which only the single answer reports.',
    read: readPlan,
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
    rule: 'Reads a TimeSpan or an ISO 8601 duration.',
    read: ({ job }) => readDuration(job.duration, 'timespan-or-iso'),
  },
  progressPercent: {
    from: [`${extendedInfo}.progressPercentage`],
    rule: 'Takes the percentage from 0 to 100, which only the single answer of a virtual machine reports.',
    read: ({ extended }) => readPercent(extended.progressPercentage),
  },
  sizeBytes: {
    from: [`${propertyBag}.${labels.size}`],
    rule: 'Reads a number with its unit, a MB being 1024 × 1024 bytes; without a unit it cannot be read.',
    read: readBackupSize,
  },
  transferredBytes: {
    from: [`${propertyBag}.${labels.transferred}`],
    rule: 'Reads megabytes of 1024 × 1024 bytes.',
    read: (answer) =>
      readWire(readLabel(answer, labels.transferred), (text) => (text === '' ? missing(null) : readSize(text, 'MB'))),
  },
  counts: {
    from: [labels.restored, labels.failed, labels.skipped].map((label) => `${propertyBag}.${label}`),
    rule: 'Counts the files restored, failed and skipped; the total is their sum where all three are present.',
    read: readCounts,
  },
  tasks: {
    from: [`${extendedInfo}.tasksList`],
    rule: 'Names each task; its duration, once it has ended, is its end minus its start, else the reported duration.',
    read: readTasks,
  },
  errors: {
    from: ['properties.errorDetails', `${extendedInfo}.dynamicErrorMessage`],
    rule: 'Takes each error with its text, else its title; the dynamic message is used where there is no other.',
    read: readErrors,
  },
  actions: {
    from: ['properties.actionsInfo', 'properties.status', 'properties.endTime'],
    rule: 'Offers cancel while the job is running and its actions contain Cancellable or 1, but never in a secondary region; Azure never offers a retry of a job.',
    read: readActions,
  },
  details: {
    from: [propertyBag, ...unmappedFields.map((field) => `properties.${field}`)],
    rule: 'Keeps the remaining property bag, and the fields that no other rule reads.',
    read: readDetails,
  },
  links: notReported({}),
};

export const jobMapper = defineJobMapper<JobAnswer>({
  vendor: 'azure-backup',
  version: 4,
  durationToleranceSeconds: 1,
  rules,
  parse: parseJobAnswer,
});

export function readByUser(isUserTriggered: WireValue<boolean>): Reading<JobTrigger> {
  if (typeof isUserTriggered === 'boolean') return asRead(isUserTriggered ? 'manual' : 'scheduled');
  return isUserTriggered instanceof Unreadable ? unreadable('unknown') : missing('unknown');
}

function readPlan(answer: JobAnswer): Reading<JobPlan | null> {
  const name = readText(readLabel(answer, labels.policy));
  return name.value === null ? { ...name, value: null } : asRead({ id: null, name: name.value, nextRunAt: null });
}

function readBackupSize(answer: JobAnswer): Reading<number | null> {
  return readWire(readLabel(answer, labels.size), (text) => {
    if (text === '') return missing(null);
    return /[a-z]$/i.test(text) ? readSize(text) : unreadable(null);
  });
}

function readCounts(answer: JobAnswer): Reading<JobCounts | null> {
  const succeeded = readCount(readLabel(answer, labels.restored));
  const failed = readCount(readLabel(answer, labels.failed));
  const skipped = readCount(readLabel(answer, labels.skipped));
  const parts = [succeeded, failed, skipped];
  const known = parts.map((part) => part.value).filter((count) => count !== null);
  if (known.length === 0) return parts.some(isUnreadable) ? unreadable(null) : missing(null);
  const sum = known.reduce((total, count) => total + count, 0);
  const isWhole = known.length === parts.length && Number.isSafeInteger(sum);
  const counts = { succeeded: succeeded.value, failed: failed.value, skipped: skipped.value };
  return isWhole ? computed({ total: sum, ...counts }) : combine({ total: null, ...counts }, parts);
}

function readActions({ job, isSecondary }: JobAnswer): Reading<JobAction[]> {
  if (isSecondary) return asRead([]);
  const status = readStatus(job.status).value;
  const isOpen = !hasEnded(status, status === 'unknown' ? readInstant(job.endTime, sentinels).value : null);
  const { known, lost } = splitList(job.actionsInfo);
  if (isOpen && (job.actionsInfo === null || job.actionsInfo === undefined)) return missing([]);
  return combine<JobAction[]>(isOpen && known.some(isCancellable) ? ['cancel'] : [], lost);
}

const isUnreadable = (part: Reading<unknown>): boolean => part.provenance === 'unreadable';

const isCancellable = (action: string | number): boolean => cancellable.includes(String(action).toLowerCase());
