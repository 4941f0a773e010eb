import {
  asRead,
  combine,
  computed,
  defineJobMapper,
  isJsonObject,
  type Job,
  type JobAction,
  type JobContext,
  type JobError,
  type JobPlan,
  type JobRaw,
  type JobRules,
  missing,
  neverTold,
  type ParsedAnswers,
  type Reading,
  readInstant,
  readSize,
  readText,
} from '@crossvault/contract';
import { readId, toJobKey } from './key.ts';
import { detailPaths, readDetails } from './map-details.ts';
import { readKind } from './map-kind.ts';
import { isOpen } from './map-status.ts';
import { readTarget } from './map-target.ts';
import { type Run, readEnd, readJobStatus, readRun, readRunSeconds } from './run.ts';
import { type AgentJobWire, agentJobWire, either } from './wire.ts';

interface Input {
  readonly id: string;
  readonly agent: { readonly id: string; readonly name: string | null };
  readonly list: string;
  readonly job: AgentJobWire;
  readonly run: Run;
}

const statusPaths = ['lastSessionStatus', 'lastSessionStatusId'];

const rules: JobRules<Input> = {
  nativeId: {
    from: ['id'],
    rule: "The id of the agent's job. All runs of the job share it, and old agents' jobs share an id of zeros.",
    read: ({ id }) => asRead(id),
  },
  kind: {
    from: ['context.list'],
    rule: "Every job of a backup agent is a backup; the list says that it is an agent's.",
    read: ({ list }) => readKind(list),
  },
  nativeKind: neverTold<Job['nativeKind']>(null),
  status: {
    from: statusPaths,
    rule: 'The word of the last session by the table of words, under either name of the field; any other word is unknown.',
    read: ({ job }) => readJobStatus(job),
  },
  nativeStatus: {
    from: statusPaths,
    rule: 'The word of the last session as it came, under either name of the field.',
    read: ({ job }) => readText(either(job.lastSessionStatus, job.lastSessionStatusId)),
  },
  trigger: neverTold<Job['trigger']>('unknown'),
  target: {
    from: ['operationMode', 'operationModeId', 'context.agent', 'context.agentName'],
    rule: 'The agent; a workstation or a server as its operation mode says, under either name of the field, else other.',
    read: ({ agent, job }) => readTarget(agent, either(job.operationMode, job.operationModeId)),
  },
  plan: {
    from: ['id', 'name', 'nextRun'],
    rule: 'The job itself: it is the definition that makes the runs.',
    read: readPlan,
  },
  startedAt: {
    from: ['lastRun', ...statusPaths, 'context.endedRun'],
    rule: 'The last run; null for a run that is open although the last run is already known to have ended.',
    read: ({ run }) => run.startedAt,
  },
  endedAt: {
    from: ['lastRun', 'lastDuration', ...statusPaths],
    rule: 'The last run plus its duration, once the status is an end.',
    read: ({ job, run }) => readEnd(job, run),
  },
  durationSeconds: {
    from: ['lastDuration'],
    rule: 'The last duration, in seconds.',
    read: ({ job }) => readRunSeconds(job),
  },
  progressPercent: neverTold<Job['progressPercent']>(null),
  sizeBytes: {
    from: ['backupSize'],
    rule: 'The size of the backup, in bytes.',
    read: ({ job }) => readSize(job.backupSize),
  },
  transferredBytes: neverTold<Job['transferredBytes']>(null),
  counts: neverTold<Job['counts']>(null),
  tasks: neverTold<Job['tasks']>([]),
  errors: {
    from: ['failureMessage'],
    rule: 'The failure message, unless it is empty.',
    read: ({ job }) => readErrors(job),
  },
  actions: {
    from: statusPaths,
    rule: 'An open run can be cancelled; the console offers nothing else for a run.',
    read: ({ job }) => computed<JobAction[]>(isOpen(readJobStatus(job).value) ? ['cancel'] : []),
  },
  details: {
    from: detailPaths,
    rule: 'What the definition says about itself, under the names that the console uses.',
    read: ({ job }) => readDetails(job),
  },
  links: neverTold<Job['links']>({}),
};

function readPlan({ id, job }: Input): Reading<JobPlan | null> {
  const name = readText(job.name);
  const nextRun = readInstant(job.nextRun);
  return combine({ id, name: name.value, nextRunAt: nextRun.value }, [name, nextRun]);
}

function readErrors(job: AgentJobWire): Reading<JobError[]> {
  if (job.failureMessage === undefined) return missing([]);
  const { value, ...reading } = readText(job.failureMessage);
  if (value === null) return reading.provenance === 'unreadable' ? { ...reading, value: [] } : asRead([]);
  return asRead([{ code: null, message: value, recommendation: null, helpUrl: null, count: 1 }]);
}

function parse(raw: JobRaw, context: JobContext): ParsedAnswers<Input> {
  const answer = raw.get ?? raw.list;
  if (!isJsonObject(answer)) return { kind: 'rejected', nativeId: null, reason: 'not-an-object' };
  const job = agentJobWire.parse(answer);
  const id = readId(job.id);
  const agentId = context['agent'] ?? null;
  const run = readRun(job, context['endedRun'] ?? null);
  // A definition that never ran has no run to be named; the connector counts those and does not hand them over.
  if (id === null || agentId === null || run === null) {
    return { kind: 'rejected', nativeId: id ?? readId(job.name), reason: 'no-readable-id' };
  }
  const agent = { id: agentId, name: context['agentName'] ?? null };
  return {
    kind: 'input',
    input: { id, agent, list: context.list, job, run },
    key: toJobKey(agentId, id, job.name, run),
  };
}

/** Whether a row is a definition that has an id and never ran: no job, and no rejection either. */
export function neverRan(row: unknown): boolean {
  if (!isJsonObject(row)) return false;
  const job = agentJobWire.parse(row);
  return readId(job.id) !== null && readRun(job, null) === null;
}

export const jobMapper = defineJobMapper<Input>({
  vendor: 'veeam-spc',
  version: 1,
  durationToleranceSeconds: 1,
  rules,
  parse,
});
