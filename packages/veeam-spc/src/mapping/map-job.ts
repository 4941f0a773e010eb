import {
  asRead,
  combine,
  computed,
  defineJobMapper,
  type JobAction,
  type JobPlan,
  type JobRules,
  notReported,
  type Reading,
  readInstant,
  readSize,
  readText,
  unsupported,
} from '@crossvault/core';
import { type JobAnswer, parseJobAnswer } from './job-answer.ts';
import { isZeroId } from './key.ts';
import { detailPaths, readDetails } from './map-details.ts';
import { readErrors } from './map-errors.ts';
import { readKind } from './map-kind.ts';
import { isOpen } from './map-status.ts';
import { readTarget } from './map-target.ts';
import { readTasks } from './map-tasks.ts';
import { readEnd, readRunSeconds, readRunStatus, statusWordOf } from './run.ts';

const statusPaths = ['lastSessionStatus', 'lastSessionStatusId', 'status'];
const durationPaths = ['lastDuration', 'duration'];

const rules: JobRules<JobAnswer> = {
  nativeId: {
    from: ['id', 'instanceUid'],
    rule: "Takes the id unchanged; all runs of a job share it, and old agents' jobs share an id of zeros.",
    read: ({ id }) => asRead(id),
  },
  kind: {
    from: ['type', 'context.family'],
    rule: 'A backup for every job of a backup agent; for a job of a backup server, looks its type up in the table of types, and any other is other.',
    read: readKind,
  },
  nativeKind: {
    from: ['type'],
    rule: "Takes the type of a backup server's job as it came; a job of a backup agent has none.",
    read: ({ owner, job }) => (owner.family === 'agent' ? unsupported(null) : readText(job.type)),
  },
  status: {
    from: [...statusPaths, 'lastSessionTasks', 'failureMessage'],
    rule: 'Looks up the status of the last session, under any name of the field, in the status table; an unlisted value is unknown. Beside Idle and other words of a job at rest the worst result of its objects counts; without objects a failure message is a failure.',
    read: ({ job }) => readRunStatus(job),
  },
  nativeStatus: {
    from: statusPaths,
    rule: 'Takes the word as it came, under any name of the field.',
    read: ({ job }) => readText(statusWordOf(job)),
  },
  trigger: notReported('unknown'),
  target: {
    from: ['operationMode', 'operationModeId', 'lastSessionTasks', 'type', 'context.agent', 'context.agentName'],
    rule: 'Takes the agent, as a workstation or a server where the operation mode says so, else as other; for a job of a backup server, the object of its last session where there is just one.',
    read: readTarget,
  },
  plan: {
    from: ['id', 'instanceUid', 'name', 'nextRun'],
    rule: 'Takes the job itself, which is the definition that makes the runs; an id of zeros is left out, as many share it.',
    read: readPlan,
  },
  startedAt: {
    from: ['lastRun', ...statusPaths, 'context.endedRun'],
    rule: 'Reads the last run in UTC, cut to milliseconds; it counts as none where an open run follows one that is known to have ended.',
    read: ({ run }) => run.startedAt,
  },
  endedAt: {
    from: ['lastEndTime', 'endTime', 'lastRun', ...durationPaths, ...statusPaths, 'context.observedAt'],
    rule: 'Reads the last end, unless the run is open; where no end is reported, adds the last duration to the last run, once the status is an end or the job rests. A run of unknown outcome without either is taken to have ended 24 hours after its start.',
    read: ({ job, run, observedAt }) => readEnd(job, run, observedAt),
  },
  durationSeconds: {
    from: durationPaths,
    rule: 'Reads seconds.',
    read: ({ job }) => readRunSeconds(job),
  },
  progressPercent: notReported(null),
  sizeBytes: notReported(null),
  transferredBytes: {
    from: ['transferredData'],
    rule: "Reads bytes that the last session of a backup server's job moved; a job of a backup agent does not report.",
    read: ({ owner, job }) => (owner.family === 'agent' ? unsupported(null) : readSize(job.transferredData)),
  },
  counts: notReported(null),
  tasks: {
    from: ['lastSessionTasks'],
    rule: "Takes the objects of the last session of a backup server's job, with their own words and times.",
    read: readTasks,
  },
  errors: {
    from: ['failureMessage', 'lastSessionTasks'],
    rule: 'Takes the failure message and those of the objects, unless they are empty.',
    read: readErrors,
  },
  actions: {
    from: [...statusPaths, 'context.family'],
    rule: "Offers cancel while the run is open, and retry for a backup server's job that failed or warned.",
    read: readActions,
  },
  details: {
    from: detailPaths,
    rule: 'Keeps what the definition says about itself, under the names that the console uses.',
    read: readDetails,
  },
  links: notReported({}),
};

export const jobMapper = defineJobMapper<JobAnswer>({
  vendor: 'veeam-spc',
  version: 5,
  // Inferred: the duration counts whole seconds.
  durationToleranceSeconds: 1,
  rules,
  parse: parseJobAnswer,
});

function readPlan({ id, job }: JobAnswer): Reading<JobPlan | null> {
  const name = readText(job.name);
  const nextRun = readInstant(job.nextRun);
  return combine({ id: isZeroId(id) ? null : id, name: name.value, nextRunAt: nextRun.value }, [name, nextRun]);
}

function readActions({ owner, job }: JobAnswer): Reading<JobAction[]> {
  const { value: status } = readRunStatus(job);
  if (isOpen(status)) return computed(['cancel']);
  const canRetry = owner.family === 'server' && (status === 'failed' || status === 'warning');
  return computed(canRetry ? ['retry'] : []);
}
