import {
  asRead,
  combine,
  computed,
  defineJobMapper,
  type JobAction,
  type JobPlan,
  type JobRules,
  neverTold,
  type Reading,
  readInstant,
  readSize,
  readText,
} from '@crossvault/contract';
import { type JobAnswer, parseJobAnswer } from './job-answer.ts';
import { detailPaths, readDetails } from './map-details.ts';
import { readErrors } from './map-errors.ts';
import { readKind } from './map-kind.ts';
import { isOpen } from './map-status.ts';
import { readTarget } from './map-target.ts';
import { readEnd, readJobStatus, readRunSeconds } from './run.ts';
import { either } from './wire.ts';

const statusPaths = ['lastSessionStatus', 'lastSessionStatusId'];

const rules: JobRules<JobAnswer> = {
  nativeId: {
    from: ['id'],
    rule: "Takes the id as it came; all runs of a job share it, and old agents' jobs share an id of zeros.",
    read: ({ id }) => asRead(id),
  },
  kind: {
    from: ['context.list'],
    rule: 'Looks the list up in the table of lists: every job of a backup agent is a backup.',
    read: ({ list }) => readKind(list),
  },
  nativeKind: neverTold(null),
  status: {
    from: statusPaths,
    rule: 'Looks the word of the last session, under either name of the field, up in the table of statuses; any other is unknown.',
    read: ({ job }) => readJobStatus(job),
  },
  nativeStatus: {
    from: statusPaths,
    rule: 'Takes the word as it came, under either name of the field.',
    read: ({ job }) => readText(either(job.lastSessionStatus, job.lastSessionStatusId)),
  },
  trigger: neverTold('unknown'),
  target: {
    from: ['operationMode', 'operationModeId', 'context.agent', 'context.agentName'],
    rule: 'Takes the agent, as a workstation or a server where the operation mode, under either name of the field, says so, else as other.',
    read: readTarget,
  },
  plan: {
    from: ['id', 'name', 'nextRun'],
    rule: 'Takes the job itself, which is the definition that makes the runs.',
    read: readPlan,
  },
  startedAt: {
    from: ['lastRun', ...statusPaths, 'context.endedRun'],
    rule: 'Reads the last run in UTC, cut to milliseconds; it stands for none where an open run follows one that is known to have ended.',
    read: ({ run }) => run.startedAt,
  },
  endedAt: {
    from: ['lastRun', 'lastDuration', ...statusPaths],
    rule: 'Adds the last duration to the last run, once the status is an end.',
    read: ({ job, run }) => readEnd(job, run),
  },
  durationSeconds: {
    from: ['lastDuration'],
    rule: 'Reads seconds.',
    read: ({ job }) => readRunSeconds(job),
  },
  progressPercent: neverTold(null),
  sizeBytes: {
    from: ['backupSize'],
    rule: 'Reads bytes.',
    read: ({ job }) => readSize(job.backupSize),
  },
  transferredBytes: neverTold(null),
  counts: neverTold(null),
  tasks: neverTold([]),
  errors: {
    from: ['failureMessage'],
    rule: 'Takes the failure message, unless it is empty.',
    read: readErrors,
  },
  actions: {
    from: statusPaths,
    rule: 'Offers cancel while the run is open; the console offers nothing else for a run.',
    read: ({ job }) => computed<JobAction[]>(isOpen(readJobStatus(job).value) ? ['cancel'] : []),
  },
  details: {
    from: detailPaths,
    rule: 'Keeps what the definition says about itself, under the names that the console uses.',
    read: readDetails,
  },
  links: neverTold({}),
};

export const jobMapper = defineJobMapper<JobAnswer>({
  vendor: 'veeam-spc',
  version: 1,
  // Inferred: the duration counts whole seconds.
  durationToleranceSeconds: 1,
  rules,
  parse: parseJobAnswer,
});

function readPlan({ id, job }: JobAnswer): Reading<JobPlan | null> {
  const name = readText(job.name);
  const nextRun = readInstant(job.nextRun);
  return combine({ id, name: name.value, nextRunAt: nextRun.value }, [name, nextRun]);
}
