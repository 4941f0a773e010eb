import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  type JobKey,
  type JobRecord,
} from '@crossvault/contract';
import type { VeeamSpcClient } from '../client/client.ts';
import { type Agent, toAgent } from './agents.ts';
import { orNull, unreadableAnswer } from './answer.ts';
import { toJobContext } from './job-context.ts';
import { isSameJob, isSameKey, isZeroId, type JobAddress, parseJobKey } from './key.ts';
import { jobMapper, neverRan } from './map-job.ts';
import { readAgentJobs } from './read-agent-jobs.ts';

type JobCalls = Pick<VeeamSpcClient, 'getAgent' | 'getAgentJob' | 'listAgentJobs'>;

/** Reads the run of this key, as far as it is still the latest run of its job. */
export async function readJob(
  client: JobCalls,
  context: ConnectorContext,
  key: JobKey,
  call: CallOptions,
): Promise<JobRecord> {
  const notFound = (message: string) =>
    new CrossvaultError({ code: 'job-not-found', message, source: context.connection });
  const address = parseJobKey(key);
  if (address === null) throw notFound(`This id is none of a job at ${context.connection}.`);
  const [agent, answers] = await Promise.all([
    readAgent(client, address.agentId, call),
    readDefinitions(client, context, address, call),
  ]);
  const jobContext = toJobContext(agent, context, address.endedRun);
  const records = answers.flatMap((get) => {
    const result = jobMapper.map({ get }, jobContext);
    return result.kind === 'job' ? [result.record] : [];
  });
  const found = records.find((record) => isSameKey(record.key, key)) ?? records.find(completes(key));
  if (found !== undefined) return found;
  throw notFound(
    records.some((record) => isSameJob(record.key, key))
      ? `This run of job ${address.jobId} at ${context.connection} was replaced by a newer one: the console keeps only the latest run of each job.`
      : `${context.connection} knows no run of a job ${address.jobId} at agent ${address.agentId}.`,
  );
}

/** The job does not say its agent's name, and an agent that is unknown by now takes nothing from the job. */
async function readAgent(client: JobCalls, agentId: string, call: CallOptions): Promise<Agent> {
  const answer = await orNull(client.getAgent(agentId, call));
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
  const answer = await orNull(client.getAgentJob(agentId, jobId, call));
  if (answer === null || neverRan(answer.body)) return [];
  const isJob = jobMapper.map({ get: answer.body }, toJobContext({ id: agentId, name: null }, context)).kind === 'job';
  if (isJob) return [answer.body];
  throw unreadableAnswer(`The console's answer about job ${jobId} is no job.`, context);
}

/** A run that was seen open after another is known by its own start as soon as `lastRun` has moved on. */
function completes(key: JobKey): (record: JobRecord) => boolean {
  const [, , , run, endedRun = ''] = key;
  return (record) => run === 'after' && isSameJob(record.key, key) && (record.job.startedAt ?? '') > endedRun;
}
