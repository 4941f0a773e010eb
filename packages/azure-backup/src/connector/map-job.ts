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
  neverTold,
  type Reading,
  readCount,
  readDuration,
  readInstant,
  readPercent,
  readSize,
  readText,
  readWire,
  unreadable,
} from '@crossvault/contract';
import { type JobAnswer, labels, parseJobAnswer, readLabel, splitList } from './job-answer.ts';
import { homelessFields, readDetails } from './map-details.ts';
import { readErrors } from './map-errors.ts';
import { readKind } from './map-kind.ts';
import { readStatus } from './map-status.ts';
import { readTarget } from './map-target.ts';
import { readTasks, sentinels } from './map-tasks.ts';

const extendedInfo = 'properties.extendedInfo';
const propertyBag = `${extendedInfo}.propertyBag`;

/** Documented as words; samples of 2018 and 2021 hold 1 instead, which by the order of the words is Cancellable. */
const cancellable: readonly string[] = ['cancellable', '1'];

const rules: JobRules<JobAnswer> = {
  nativeId: {
    from: ['name', 'id'],
    rule: 'The name, else the segment of the id after backupJobs.',
    read: ({ nativeId }) => nativeId,
  },
  kind: {
    from: ['properties.operation'],
    rule: 'The operation up to its first space, by the table of operations; any other is other.',
    read: ({ job }) => readKind(job.operation),
  },
  nativeKind: {
    from: ['properties.operation'],
    rule: 'The operation as it came.',
    read: ({ job }) => readText(job.operation),
  },
  status: {
    from: ['properties.status'],
    rule: 'By the table of status words, without regard to case; any other word is unknown.',
    read: ({ job }) => readStatus(job.status),
  },
  nativeStatus: {
    from: ['properties.status'],
    rule: 'The status as it came.',
    read: ({ job }) => readText(job.status),
  },
  trigger: {
    from: ['properties.isUserTriggered'],
    rule: 'True is manual, false is scheduled; not every type of job tells.',
    read: (answer) => readTrigger(answer),
  },
  target: {
    from: [
      'properties.entityFriendlyName',
      'properties.containerName',
      'properties.workloadType',
      'properties.backupManagementType',
      'properties.jobType',
    ],
    rule: 'The friendly name; the type by workload, else management, else job type; the id is the container of a virtual machine.',
    read: readTarget,
  },
  plan: {
    from: [`${propertyBag}.${labels.policy}`],
    rule: 'The policy by its name, in the single answer only.',
    read: (answer) => readPlan(answer),
  },
  startedAt: {
    from: ['properties.startTime'],
    rule: 'The start, cut to milliseconds; year 0001 and 2001-01-01 stand for none.',
    read: ({ job }) => readInstant(job.startTime, sentinels),
  },
  endedAt: {
    from: ['properties.endTime'],
    rule: 'The end, cut to milliseconds; year 0001 and 2001-01-01 stand for none.',
    read: ({ job }) => readInstant(job.endTime, sentinels),
  },
  durationSeconds: {
    from: ['properties.duration'],
    rule: 'A .NET TimeSpan or an ISO 8601 duration.',
    read: ({ job }) => readDuration(job.duration, 'timespan-or-iso'),
  },
  progressPercent: {
    from: [`${extendedInfo}.progressPercentage`],
    rule: 'From 0 to 100, in the single answer of virtual machines only.',
    read: ({ extended }) => readPercent(extended.progressPercentage),
  },
  sizeBytes: {
    from: [`${propertyBag}.${labels.size}`],
    rule: 'A number with its unit, a MB being 1024 × 1024 bytes; without a unit it cannot be read.',
    read: (answer) => readBackupSize(answer),
  },
  transferredBytes: {
    from: [`${propertyBag}.${labels.transferred}`],
    rule: 'Megabytes of 1024 × 1024 bytes.',
    read: (answer) =>
      readWire(readLabel(answer, labels.transferred), (text) => (text === '' ? missing(null) : readSize(text, 'MB'))),
  },
  counts: {
    from: [labels.restored, labels.failed, labels.skipped].map((label) => `${propertyBag}.${label}`),
    rule: 'Files restored, failed and skipped; the total is their sum where all three are there.',
    read: (answer) => readCounts(answer),
  },
  tasks: {
    from: [`${extendedInfo}.tasksList`],
    rule: 'Each task by its name, with the duration end minus start, else as told, once it has ended.',
    read: readTasks,
  },
  errors: {
    from: ['properties.errorDetails', `${extendedInfo}.dynamicErrorMessage`],
    rule: 'Each error with its text, else its title; the dynamic message where there is no other.',
    read: readErrors,
  },
  actions: {
    from: ['properties.actionsInfo', 'properties.status', 'properties.endTime'],
    rule: 'Cancel, while the job is open and its actions hold Cancellable or 1. Azure never offers a retry of a job.',
    read: (answer) => readActions(answer),
  },
  details: {
    from: [propertyBag, ...homelessFields.map((field) => `properties.${field}`)],
    rule: 'What is left of the property bag, and fields that have no other place.',
    read: readDetails,
  },
  links: neverTold({}),
};

export const jobMapper = defineJobMapper<JobAnswer>({
  vendor: 'azure-backup',
  version: 1,
  durationToleranceSeconds: 1,
  rules,
  parse: parseJobAnswer,
});

function readTrigger({ job }: JobAnswer): Reading<JobTrigger> {
  const byUser = readWire(job.isUserTriggered, asRead);
  if (byUser.value === null) return { ...byUser, value: 'unknown' };
  return { ...byUser, value: byUser.value ? 'manual' : 'scheduled' };
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
  if (known.length === 0) return { ...missing(null), ...combine(null, parts) };
  const sum = known.reduce((total, count) => total + count, 0);
  const isWhole = known.length === parts.length && Number.isSafeInteger(sum);
  const counts = { succeeded: succeeded.value, failed: failed.value, skipped: skipped.value };
  return isWhole ? computed({ total: sum, ...counts }) : combine({ total: null, ...counts }, parts);
}

function readActions({ job }: JobAnswer): Reading<JobAction[]> {
  const { known, lost } = splitList(job.actionsInfo);
  const isOpen = !hasEnded(readStatus(job.status).value, readInstant(job.endTime, sentinels).value);
  if (isOpen && (job.actionsInfo === null || job.actionsInfo === undefined)) return missing([]);
  return combine<JobAction[]>(isOpen && known.some(isCancellable) ? ['cancel'] : [], lost);
}

const isCancellable = (action: string | number): boolean => cancellable.includes(String(action).toLowerCase());
