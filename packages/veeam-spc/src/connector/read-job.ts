import { jobNotFound, nullWhenAbsent, unreadableAnswer } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, JobKey, JobRecord } from '@crossvault/contract';
import type { VeeamSpcClient } from '../client/client.ts';
import { toAgentContext } from './agent-context.ts';
import { type Agent, toAgent } from './agents.ts';
import { neverRan } from './job-answer.ts';
import { isSameJob, isSameKey, isZeroId, type JobAddress, parseJobKey } from './key.ts';
import { jobMapper } from './map-job.ts';
import { readAgentJobs } from './read-agent-jobs.ts';

type JobCalls = Pick<VeeamSpcClient, 'getAgent' | 'getAgentJob' | 'listAgentJobs'>;

/** Reads the run of this key, as far as it is still the latest run of its job. */
export async function readJob(
  client: JobCalls,
  context: ConnectorContext,
  key: JobKey,
  call: CallOptions,
): Promise<JobRecord> {
  const { connection } = context;
  const address = parseJobKey(key);
  if (address === null) throw jobNotFound(connection, `job ${key.at(1) ?? ''}`, 'This id is none of its jobs.');
  const [agent, answers] = await Promise.all([
    readAgent(client, address.agentId, call),
    readDefinitions(client, context, address, call),
  ]);
  const jobContext = toAgentContext(context, agent, address.endedRun);
  const records = answers.flatMap((get) => {
    const result = jobMapper.map({ get }, jobContext);
    return result.kind === 'job' ? [result.record] : [];
  });
  const found = records.find((record) => isSameKey(record.key, key)) ?? records.find(completes(key));
  if (found !== undefined) return found;
  if (!records.some((record) => isSameJob(record.key, key))) {
    throw jobNotFound(connection, `run of a job ${address.jobId} at agent ${address.agentId}`);
  }
  throw jobNotFound(
    connection,
    `such run of job ${address.jobId}`,
    'It was replaced by a newer one: the console keeps only the latest run of each job.',
  );
}

/** The job does not say its agent's name, and an agent that is unknown by now takes nothing from the job. */
async function readAgent(client: JobCalls, agentId: string, call: CallOptions): Promise<Agent> {
  const answer = await nullWhenAbsent(client.getAgent(agentId, call));
  const agent = toAgent(answer?.body);
  return agent?.id.toLowerCase() === agentId ? agent : { id: agentId, name: null };
}

/** With an id of zeros it is not documented which job is answered: then all of the agent's jobs, told apart by name. */
async function readDefinitions(
  client: JobCalls,
  context: ConnectorContext,
  { agentId, jobId }: JobAddress,
  call: CallOptions,
): Promise<readonly unknown[]> {
  if (isZeroId(jobId)) {
    const { rows } = await readAgentJobs(client, context, agentId, call);
    return rows;
  }
  const answer = await nullWhenAbsent(client.getAgentJob(agentId, jobId, call));
  if (answer === null || neverRan(answer.body)) return [];
  const agentContext = toAgentContext(context, { id: agentId, name: null });
  if (jobMapper.map({ get: answer.body }, agentContext).kind === 'job') return [answer.body];
  const message = `The console's answer about job ${jobId} is no job. Is this the address of its REST v2?`;
  throw unreadableAnswer(context.connection, message);
}

/** A run that was seen open after another is known by its own start as soon as `lastRun` has moved on. */
function completes(key: JobKey): (record: JobRecord) => boolean {
  const [, , , run, endedRun = ''] = key;
  return (record) => run === 'after' && isSameJob(record.key, key) && (record.job.startedAt ?? '') > endedRun;
}
