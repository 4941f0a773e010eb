import {
  asRead,
  defineJobMapper,
  inferred,
  type JobPlan,
  type JobRules,
  missing,
  notReported,
  type Reading,
  readDuration,
  readInstant,
  readText,
  unsupported,
  type WireValue,
} from '@crossvault/core';
import { type JobAnswer, parseJobAnswer } from './job-answer.ts';
import { readCounts } from './map-counts.ts';
import { readErrors } from './map-errors.ts';
import { readKind } from './map-kind.ts';
import { readStatus } from './map-status.ts';
import { readServiceStamp, serviceOf } from './services.ts';

const countPaths = ['total', 'successful', 'failed', 'skipped'].flatMap((part) => [
  `backupDetails.${part}Number`,
  `backupDetails.${part}Count`,
]);

const rules: JobRules<JobAnswer> = {
  nativeId: {
    from: ['id'],
    rule: 'Takes the id unchanged.',
    read: ({ id }) => asRead(id),
  },
  kind: {
    from: ['context.jobType'],
    rule: 'Looks up the typed list that contains the job in the type table; other when no list does, since the row has no type.',
    read: ({ jobType }) => readKind(jobType),
  },
  nativeKind: notReported(null),
  status: {
    from: ['state'],
    rule: 'Looks up the status in the status table; an unlisted value is unknown.',
    read: ({ job }) => readStatus(job.state),
  },
  nativeStatus: {
    from: ['state'],
    rule: 'Takes the status unchanged.',
    read: ({ job }) => readText(job.state),
  },
  trigger: notReported('unknown'),
  target: notReported(null),
  plan: {
    from: ['context.service'],
    rule: 'Looks up the service whose list contains the backup in the service table; null when no list does, since the row names no service.',
    read: ({ service }) => readPlan(service),
  },
  startedAt: {
    from: ['startTime'],
    rule: 'Reads the start in UTC, cut to milliseconds; an instant before 1990 counts as none.',
    read: ({ job }) => readInstant(orAbsent(job.startTime)),
  },
  endedAt: {
    from: ['finishTime'],
    rule: 'Reads the end in UTC, cut to milliseconds; an instant before 1990 counts as none.',
    read: ({ job }) => readInstant(orAbsent(job.finishTime)),
  },
  durationSeconds: {
    from: ['duration'],
    rule: 'Reads hours with decimals.',
    read: ({ job }) => readDuration(orAbsent(job.duration), 'decimal-hours'),
  },
  progressPercent: notReported(null),
  sizeBytes: notReported(null),
  transferredBytes: notReported(null),
  counts: {
    from: countPaths,
    rule: 'Takes each count by either of its two spellings, the one in Number first.',
    read: readCounts,
  },
  tasks: notReported([]),
  errors: {
    from: ['jobErrors'],
    rule: 'Takes each entry: value is the message, number the count; the vendor names no code, whatever isErrorCode says.',
    read: readErrors,
  },
  actions: {
    from: [],
    rule: 'None: the published API has no action on a job.',
    read: () => unsupported([]),
  },
  details: notReported({}),
  links: notReported({}),
};

export const jobMapper = defineJobMapper<JobAnswer>({
  vendor: 'avepoint',
  version: 3,
  // The samples' hours have three decimals and are rounded up: 0.014 for 48 seconds, 0.011 for 39.
  durationToleranceSeconds: 3.6,
  rules,
  parse: parseJobAnswer,
});

/** A service is a plan: its number and name are those that the plan has. */
function readPlan(stamp: string | null): Reading<JobPlan | null> {
  const service = readServiceStamp(stamp);
  if (service === null) return missing(null);
  return inferred({ id: String(service), name: serviceOf(service).name, nextRunAt: null });
}

/** How an open job's end is sent is not documented; an empty text is taken as none. */
function orAbsent<T>(value: WireValue<T>): WireValue<T> {
  return value === '' ? null : value;
}
