import {
  asRead,
  computed,
  foldWord,
  inferred,
  isJsonObject,
  isSuccessfulRun,
  type JobContext,
  type JobRecord,
  mapPlan,
  missing,
  notReported,
  type Plan,
  type PlanRecord,
  type PlanRules,
  type Reading,
  type Rejection,
  readInstant,
  readSize,
  readText,
  readWire,
  unreadable,
  type WireValue,
} from '@crossvault/core';
import { systemOf } from './agent-system.ts';
import { jobIdOf } from './job-answer.ts';
import { isZeroId, readId, toOwnKey } from './key.ts';
import { detailPaths, readDetails } from './map-details.ts';
import { jobMapper } from './map-job.ts';
import { readSchedule } from './map-schedule.ts';
import type { Owner } from './owner.ts';
import { readJobStatus, statusWordOf } from './run.ts';
import { either, type JobWire, parseJob, splitList } from './wire.ts';

type PlanActions = Plan['actions'];

/** Input of the rules: a definition, whose it is, and the run that it reports. */
export interface PlanAnswer {
  readonly id: string;
  readonly family: Owner['family'];
  readonly job: JobWire;
  /** Null: it never ran. */
  readonly last: JobRecord | null;
  /** How the version reports available actions: v2 by links, v3 not at all. */
  readonly version: 'v2' | 'v3';
}

const rules: PlanRules<PlanAnswer> = {
  nativeId: {
    from: ['id', 'instanceUid'],
    rule: 'Takes the id unchanged; all runs of the job share it.',
    read: ({ id }) => asRead(id),
  },
  name: { from: ['name'], rule: 'Takes the name unchanged.', read: ({ job }) => readText(job.name) },
  enabled: {
    from: ['disabled', 'isEnabled'],
    rule: 'Reads whether the job is switched on: v2 says the opposite.',
    read: ({ job }) => readEnabled(job),
  },
  nativeStatus: {
    from: ['lastSessionStatus', 'lastSessionStatusId', 'status'],
    rule: 'Takes the word as it came, under any name of the field.',
    read: ({ job }) => readText(statusWordOf(job)),
  },
  schedule: {
    from: ['scheduleType', 'schedulingType', 'scheduleDisplayName', 'schedule', 'type'],
    rule: 'Takes the schedule in words, or the word for its type. Rules come from the schedule of a job of a backup server; a job of an agent reports its next run only.',
    read: ({ job, family }) => readSchedule(job, family),
  },
  lastJob: {
    from: ['lastRun'],
    rule: 'Takes the run that the job reports, by the rules for jobs.',
    read: ({ last }) => {
      if (last === null) return missing(null);
      const { id, status, startedAt } = last.job;
      return asRead({ id, status, startedAt });
    },
  },
  lastSuccessAt: {
    from: ['lastRun', 'lastEndTime', 'lastDuration'],
    rule: 'Takes the end of the last run where it was a success; the vendor reports no earlier runs.',
    read: ({ last }) =>
      last !== null && isSuccessfulRun(last.job) ? computed(last.job.endedAt ?? last.job.startedAt) : missing(null),
  },
  nextRunAt: { from: ['nextRun'], rule: 'Reads the next run in UTC.', read: ({ job }) => readInstant(job.nextRun) },
  targets: {
    from: ['context.family'],
    rule: 'One, the computer of the agent; the console does not report how many objects a job of a backup server protects.',
    read: ({ family }) => (family === 'agent' ? computed(1) : missing(null)),
  },
  sizeBytes: {
    from: ['backupSize', 'backedUpSize', 'backupChainSize'],
    rule: 'Reads the size of all backups of the job, in bytes.',
    read: ({ job }) => readSize(either(job.backupSize, job.backedUpSize, job.backupChainSize)),
  },
  streak: notReported(null),
  missed: notReported(null),
  actions: {
    from: ['_links', 'backupPolicyId', 'status', 'isEnabled', 'systemType', 'type'],
    rule: 'v2: what the links offer; a job with a policy can be brought up to date. v3: run or stop by the status; enable or disable for Windows and backup servers; remove for agents. None where jobs of one agent share an id of zeros.',
    read: readActions,
  },
  details: {
    from: detailPaths,
    rule: 'Keeps what the definition says about itself, under the names that the console uses.',
    read: readDetails,
  },
};

/** The plan that a definition is, whether it ran or not; or why it cannot be one. */
export function mapPlanRow(
  row: unknown,
  jobContext: JobContext,
  version: PlanAnswer['version'],
): { readonly record: PlanRecord; readonly last: JobRecord | null } | { readonly rejection: Rejection } {
  if (!isJsonObject(row)) return { rejection: { nativeId: null, reason: 'not-an-object', value: row } };
  const job = parseJob(row);
  const id = jobIdOf(job);
  if (id === null) return { rejection: { nativeId: readId(job.name), reason: 'no-readable-id', value: row } };
  const mapped = jobMapper.map({ list: row }, jobContext);
  const last = mapped.kind === 'job' ? mapped.record : null;
  const family = jobContext['family'] === 'server' ? 'server' : 'agent';
  const ownerId = jobContext[family === 'server' ? 'server' : 'agent'] ?? '';
  const key = toOwnKey({ family, id: ownerId }, id, job.name);
  const { connection, tenant = null } = jobContext;
  const origin = { connection, vendor: 'veeam-spc', key, raw: row, tenant };
  const record = mapPlan(rules, { id, family, job, last, version }, origin);
  // Of jobs that share an id of zeros only the name tells, where it is the only one.
  return { record: isZeroId(id) ? { ...record, jobLink: { ids: [] } } : record, last };
}

function readFlag(value: WireValue<string | number | boolean>): Reading<boolean | null> {
  return readWire(value, (flag) => (typeof flag === 'boolean' ? asRead(flag) : unreadable(null)));
}

function readEnabled(job: JobWire): Reading<boolean | null> {
  const disabled = readFlag(job.disabled);
  if (disabled.provenance === 'missing') return readFlag(job.isEnabled);
  return disabled.value === null ? disabled : computed(!disabled.value);
}

function readActions(answer: PlanAnswer): Reading<PlanActions> {
  if (isZeroId(answer.id)) return computed([]);
  return answer.version === 'v2' ? readLinked(answer) : readOffered(answer);
}

/** `startJob` and `delete` are documented; the other names are formed in the same way. */
const rels: Readonly<Record<string, PlanActions[number]>> = {
  startjob: 'run',
  stopjob: 'stop',
  update: 'update',
  updatejob: 'update',
  delete: 'remove',
  deletejob: 'remove',
};

/** No page documents the link for updating a job; only a job with a policy can be updated. */
function readLinked({ job }: PlanAnswer): Reading<PlanActions> {
  const hasPolicy = !['0', ''].includes(String(readWire(job.backupPolicyId, asRead).value ?? ''));
  const update: PlanActions = hasPolicy ? ['update'] : [];
  if (job._links === null || job._links === undefined) return inferred([turnOf(job), ...update, 'remove']);
  const { known } = splitList(job._links);
  const linked = known.flatMap(({ rel }) => rels[foldWord(readText(rel).value ?? '')] ?? []);
  return inOrder([...linked, ...update]);
}

const order: PlanActions = ['run', 'stop', 'enable', 'disable', 'update', 'remove'];
const inOrder = (found: PlanActions): Reading<PlanActions> => computed(order.filter((each) => found.includes(each)));

/** v3 does not report available actions: they follow from the state. */
function readOffered({ family, job }: PlanAnswer): Reading<PlanActions> {
  const system = systemOf(job);
  // Addresses of agents' jobs name the agent and its system.
  if (family === 'agent' && (system === null || readId(job.backupAgentUid) === null)) return computed([]);
  const isSwitched = family === 'server' || system === 'windows';
  const { value: enabled } = readEnabled(job);
  const found: PlanActions = readJobStatus(job).value === 'cancelling' ? [] : [turnOf(job)];
  if (isSwitched && enabled !== true) found.push('enable');
  if (isSwitched && enabled !== false) found.push('disable');
  if (family === 'agent') found.push('remove');
  return computed(found);
}

function turnOf(job: JobWire): 'run' | 'stop' {
  const { value: status } = readJobStatus(job);
  return status === 'queued' || status === 'running' ? 'stop' : 'run';
}
