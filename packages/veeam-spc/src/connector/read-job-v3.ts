import { jobNotFound, nullWhenAbsent, unreadableAnswer } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  foldWord,
  isJsonObject,
  type JobContext,
  type JobKey,
  type JobRecord,
} from '@crossvault/contract';
import type { AgentSystem, CallsV3 } from '../client/calls-v3.ts';
import type { AgentNames } from './agent-names.ts';
import { findRun } from './find-run.ts';
import { jobIdOf } from './job-answer.ts';
import { allJobs, toAgentContext, toServerContext } from './job-contexts.ts';
import { isZeroId, type JobAddress, parseJobKey, readId } from './key.ts';
import { filterByValues } from './list-filter.ts';
import { type RowList, readAllRowPages } from './list-page.ts';
import { jobMapper } from './map-job.ts';
import { envelopeWire, parseJob } from './wire.ts';

interface Sources {
  readonly calls: Pick<CallsV3, 'getAgentJob' | 'getServerJob'>;
  readonly names: Pick<AgentNames, 'find'>;
  readonly agentJobs: RowList;
  readonly serverJobs: RowList;
}

/** Reads the run of this key, as far as it is still the latest run of its job. */
export async function readJobV3(
  sources: Sources,
  context: ConnectorContext,
  key: JobKey,
  call: CallOptions,
): Promise<JobRecord> {
  const { connection } = context;
  const address = parseJobKey(key);
  if (address === null) throw jobNotFound(connection, `job ${key.at(1) ?? ''}`, 'This id is none of its jobs.');
  const { answers, jobContext } = await readAnswers(sources, context, address, call);
  const records = answers.flatMap((get) => {
    const result = jobMapper.map({ get }, jobContext);
    return result.kind === 'job' ? [result.record] : [];
  });
  return findRun(records, key, address, connection);
}

async function readAnswers(
  sources: Sources,
  context: ConnectorContext,
  address: JobAddress,
  call: CallOptions,
): Promise<{ readonly answers: readonly unknown[]; readonly jobContext: JobContext }> {
  if (address.family === 'server') {
    const jobContext = toServerContext(context, address.ownerId, address.endedRun);
    return { answers: await readServerJob(sources, context, address, call), jobContext };
  }
  const [answers, name] = await Promise.all([
    readAgentJob(sources, context, address, call),
    sources.names.find(address.ownerId, call),
  ]);
  const agent = { id: address.ownerId, name };
  return { answers, jobContext: toAgentContext(context, allJobs, agent, address.endedRun) };
}

/**
 * A single job of an agent is addressed by the system of its computer, which the list alone tells. Old agents give all
 * their jobs one id of zeros: which of them a single get would answer is not documented, so the rows have to do.
 */
async function readAgentJob(
  { calls, agentJobs }: Sources,
  context: ConnectorContext,
  address: JobAddress,
  call: CallOptions,
): Promise<readonly unknown[]> {
  const { ownerId, jobId } = address;
  const [property, value] = isZeroId(jobId) ? ['backupAgentUid', ownerId] : ['instanceUid', jobId];
  const { rows } = await readAllRowPages(agentJobs, filterByValues(property, [value]), context, call);
  const own = rows.filter((row) => isOf(row, address));
  const system = own.length === 1 && !isZeroId(jobId) && ownerId !== '' ? systemOf(own[0]) : null;
  if (system === null) return own;
  const answer = await nullWhenAbsent(calls.getAgentJob(system, ownerId, jobId, call));
  return answer === null ? [] : [unwrap(answer.body, jobId, context)];
}

/** Which of its two uids the address of a server's job takes is not documented: where it finds none, the list does. */
async function readServerJob(
  { calls, serverJobs }: Sources,
  context: ConnectorContext,
  address: JobAddress,
  call: CallOptions,
): Promise<readonly unknown[]> {
  const answer = await nullWhenAbsent(calls.getServerJob(address.jobId, call));
  const single = answer === null ? null : unwrap(answer.body, address.jobId, context);
  if (single !== null && isOf(single, address)) return [single];
  const filter = filterByValues('instanceUid', [address.jobId]);
  const { rows } = await readAllRowPages(serverJobs, filter, context, call);
  return rows.filter((row) => isOf(row, address));
}

/** Whether a row is the job of this owner that the key names. */
function isOf(row: unknown, { family, ownerId, jobId }: JobAddress): boolean {
  if (!isJsonObject(row)) return false;
  const job = parseJob(row);
  const owner = readId(family === 'server' ? job.backupServerUid : job.backupAgentUid) ?? '';
  return owner.toLowerCase() === ownerId && jobIdOf(job)?.toLowerCase() === jobId;
}

const systems = new Map<string, AgentSystem>([
  ['windows', 'windows'],
  ['linux', 'linux'],
  ['mac', 'mac'],
]);

function systemOf(row: unknown): AgentSystem | null {
  if (!isJsonObject(row)) return null;
  const { systemType } = parseJob(row);
  return typeof systemType === 'string' ? (systems.get(foldWord(systemType)) ?? null) : null;
}

function unwrap(body: unknown, jobId: string, { connection }: ConnectorContext): unknown {
  const data = isJsonObject(body) ? envelopeWire.parse(body).data : undefined;
  if (isJsonObject(data)) return data;
  const message = `The console's answer about job ${jobId} is no job. Is this the address of its REST v3?`;
  throw unreadableAnswer(connection, message);
}
