import { jobNotFound, mismatchedAnswer, nullWhenAbsent, unreadableAnswer } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  isJsonObject,
  type JobContext,
  type JobKey,
  type JobRecord,
} from '@crossvault/core';
import type { AgentSystem, CallsV3 } from '../client/calls-v3.ts';
import { systemOf } from '../mapping/agent-system.ts';
import { jobIdOf } from '../mapping/job-answer.ts';
import { isZeroId, type JobAddress, parseJobKey, readId } from '../mapping/key.ts';
import { jobMapper } from '../mapping/map-job.ts';
import { envelopeWire, parseJob } from '../mapping/wire.ts';
import { type AgentNames, organizationOf, withTenant } from './agent-names.ts';
import { findRun } from './find-run.ts';
import { allJobs, toAgentContext, toServerContext } from './job-contexts.ts';
import { filterByValues } from './list-filter.ts';
import { type RowList, readAllRowPages } from './list-page.ts';

export interface DefinitionSources {
  readonly calls: Pick<CallsV3, 'getAgentJob' | 'getServerJob'>;
  readonly names: Pick<AgentNames, 'find'>;
  readonly organizations: Pick<AgentNames, 'find'>;
  readonly agentJobs: RowList;
  readonly serverJobs: RowList;
}

interface Definition {
  readonly answers: readonly unknown[];
  /** Whether the address with the job's known id exists. */
  readonly hasAddress: boolean;
  readonly jobContext: JobContext;
}

/** Reads the run of this key, if it is still the latest run of its job. */
export async function readJobV3(
  sources: DefinitionSources,
  context: ConnectorContext,
  key: JobKey,
  call: CallOptions,
): Promise<JobRecord> {
  const { connection } = context;
  const address = parseJobKey(key);
  if (address === null) throw jobNotFound(connection, `job ${key.at(1) ?? ''}`, 'This id belongs to none of its jobs.');
  const { answers, jobContext } = await readDefinitionV3(sources, context, address, call);
  const records = answers.flatMap((get) => {
    const result = jobMapper.map({ get }, jobContext);
    return result.kind === 'job' ? [result.record] : [];
  });
  return findRun(records, key, address, connection);
}

/** The unparsed job, whether it ran or not, and its mapper context; no answers when it does not exist. */
export async function readDefinitionV3(
  sources: DefinitionSources,
  context: ConnectorContext,
  address: JobAddress,
  call: CallOptions,
): Promise<Definition> {
  if (address.family === 'server') {
    const found = await readServerJob(sources, context, address, call);
    const tenant = await sources.organizations.find(organizationOf(found.answers[0]), call);
    const jobContext = withTenant(toServerContext(context, address.ownerId, address.endedRun), tenant);
    return { ...found, jobContext };
  }
  const [answers, name] = await Promise.all([
    readAgentJob(sources, context, address, call),
    sources.names.find(address.ownerId, call),
  ]);
  const agent = { id: address.ownerId, name };
  const tenant = await sources.organizations.find(organizationOf(answers[0]), call);
  const jobContext = withTenant(toAgentContext(context, allJobs, agent, address.endedRun), tenant);
  return { answers, hasAddress: true, jobContext };
}

/**
 * A single job of an agent is addressed by the system of its computer, which only the list reports. Old agents give all
 * their jobs one id of zeros: which of them a single get would answer is not documented, so the rows of the list are used.
 */
async function readAgentJob(
  { calls, agentJobs }: DefinitionSources,
  context: ConnectorContext,
  address: Pick<JobAddress, 'family' | 'ownerId' | 'jobId'>,
  call: CallOptions,
): Promise<readonly unknown[]> {
  const { ownerId, jobId } = address;
  const [property, value] = isZeroId(jobId) ? ['backupAgentUid', ownerId] : ['instanceUid', jobId];
  const { rows } = await readAllRowPages(agentJobs, filterByValues(property, [value]), context, call);
  const own = rows.filter((row) => isOf(row, address));
  const system = own.length === 1 && !isZeroId(jobId) && ownerId !== '' ? toSystem(own[0]) : null;
  if (system === null) return own;
  const answer = await nullWhenAbsent(calls.getAgentJob(system, ownerId, jobId, call));
  if (answer === null) return [];
  const single = unwrap(answer.body, jobId, context);
  if (isOf(single, address)) return [withListed(own[0], single)];
  throw mismatchedAnswer(context.connection, 'job', jobId, describeRow(single));
}

/** Fields that the vendor's list of agents' jobs has, and its single jobs lack or report less precisely. */
const listedBetter = ['originalUid', 'systemType', 'scheduleDisplayName', 'targetType'];

/** The single answer, with what only its row in the list reports, or reports better. */
function withListed(row: unknown, single: unknown): unknown {
  if (!isJsonObject(row) || !isJsonObject(single)) return single;
  return { ...single, ...Object.fromEntries(Object.entries(row).filter(([name]) => listedBetter.includes(name))) };
}

/** Which of its two uids the address of a server's job takes is not documented: where it finds none, the list does. */
async function readServerJob(
  { calls, serverJobs }: DefinitionSources,
  context: ConnectorContext,
  address: Pick<JobAddress, 'family' | 'ownerId' | 'jobId'>,
  call: CallOptions,
): Promise<Pick<Definition, 'answers' | 'hasAddress'>> {
  const answer = await nullWhenAbsent(calls.getServerJob(address.jobId, call));
  const single = answer === null ? null : unwrap(answer.body, address.jobId, context);
  if (single !== null && isOf(single, address)) return { answers: [single], hasAddress: true };
  const filter = filterByValues('instanceUid', [address.jobId]);
  const { rows } = await readAllRowPages(serverJobs, filter, context, call);
  return { answers: rows.filter((row) => isOf(row, address)), hasAddress: false };
}

/** Whether a row is the job of this owner that the key names. */
function isOf(row: unknown, { family, ownerId, jobId }: Pick<JobAddress, 'family' | 'ownerId' | 'jobId'>): boolean {
  if (!isJsonObject(row)) return false;
  const job = parseJob(row);
  const owner = readId(family === 'server' ? job.backupServerUid : job.backupAgentUid) ?? '';
  return owner.toLowerCase() === ownerId && jobIdOf(job)?.toLowerCase() === jobId;
}

/** Owner of a row's job, for error messages. */
function describeRow(row: unknown): string {
  const job = isJsonObject(row) ? parseJob(row) : null;
  const owner = readId(job?.backupAgentUid);
  return `${job === null ? 'no job' : (jobIdOf(job) ?? 'a job without an id')}${owner === null ? '' : ` of the agent ${owner}`}`;
}

const toSystem = (row: unknown): AgentSystem | null => (isJsonObject(row) ? systemOf(parseJob(row)) : null);

/** The object in the envelope of a single answer. */
export function unwrap(body: unknown, jobId: string, { connection }: ConnectorContext): unknown {
  const data = isJsonObject(body) ? envelopeWire.parse(body).data : undefined;
  if (isJsonObject(data)) return data;
  const message = `The console's answer about job ${jobId} is no job. Is this the address of its REST v3?`;
  throw unreadableAnswer(connection, message);
}
