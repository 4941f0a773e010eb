import { jobNotFound, mismatchedAnswer, nullWhenAbsent, unreadableAnswer } from '@crossvault/client-kit';
import { type CallOptions, type ConnectorContext, isJsonObject, type JobKey, type JobRecord } from '@crossvault/core';
import type { CallsV2 } from '../client/calls-v2.ts';
import { jobIdOf } from '../mapping/job-answer.ts';
import { isZeroId, type JobAddress, parseJobKey } from '../mapping/key.ts';
import { jobMapper } from '../mapping/map-job.ts';
import { parseJob } from '../mapping/wire.ts';
import { type Agent, toAgent } from './agents.ts';
import { findRun } from './find-run.ts';
import { agentJobs, toAgentContext } from './job-contexts.ts';
import { readAgentJobs } from './read-agent-jobs.ts';

export type JobCalls = Pick<CallsV2, 'getAgent' | 'getAgentJob' | 'listAgentJobs'>;

/** Reads the run of this key, if it is still the latest run of its job. */
export async function readJob(
  calls: JobCalls,
  context: ConnectorContext,
  key: JobKey,
  call: CallOptions,
): Promise<JobRecord> {
  const { connection } = context;
  const address = parseJobKey(key);
  if (address === null || address.family !== 'agent' || address.ownerId === '')
    throw jobNotFound(connection, `job ${key.at(1) ?? ''}`, 'This id belongs to none of its jobs.');
  const [agent, answers] = await Promise.all([
    readAgent(calls, address.ownerId, call),
    readDefinitionRows(calls, context, address, call),
  ]);
  const jobContext = toAgentContext(context, agentJobs, agent, address.endedRun);
  const records = answers.flatMap((get) => {
    const result = jobMapper.map({ get }, jobContext);
    return result.kind === 'job' ? [result.record] : [];
  });
  return findRun(records, key, address, connection);
}

/** The job does not say its agent's name, and an agent that is unknown by now takes nothing from the job. */
async function readAgent(calls: JobCalls, agentId: string, call: CallOptions): Promise<Agent> {
  const answer = await nullWhenAbsent(calls.getAgent(agentId, call));
  const agent = toAgent(answer?.body);
  return agent?.id.toLowerCase() === agentId ? agent : { id: agentId, name: null };
}

/**
 * The unparsed job, whether it ran or not; [] when it does not exist. With an id of zeros it is not documented
 * which job is answered: then all of the agent's jobs, distinguished by name.
 */
export async function readDefinitionRows(
  calls: JobCalls,
  context: ConnectorContext,
  { ownerId, jobId }: Pick<JobAddress, 'ownerId' | 'jobId'>,
  call: CallOptions,
): Promise<readonly unknown[]> {
  if (isZeroId(jobId)) {
    const { rows } = await readAgentJobs(calls, context, ownerId, call);
    return rows;
  }
  const answer = await nullWhenAbsent(calls.getAgentJob(ownerId, jobId, call));
  if (answer === null) return [];
  const answered = isJsonObject(answer.body) ? jobIdOf(parseJob(answer.body)) : null;
  if (answered?.toLowerCase() === jobId.toLowerCase()) return [answer.body];
  if (answered !== null) throw mismatchedAnswer(context.connection, 'job', jobId, answered);
  const message = `The console's answer about job ${jobId} is no job. Is this the address of its REST v2?`;
  throw unreadableAnswer(context.connection, message);
}
