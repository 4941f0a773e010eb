import { toJobContext } from '@crossvault/client-kit';
import type { ConnectorContext, JobContext, JobList } from '@crossvault/contract';
import type { Agent } from './agents.ts';

/** One list: which agents there are is found out while it is read. */
export const agentJobs: JobList = Object.freeze({ key: 'agent-jobs', order: 'none', nativeFilters: [] });

/** What the mapper has to know beside an answer about an agent's jobs that was read just now. */
export function toAgentContext(context: ConnectorContext, agent: Agent, endedRun: string | null = null): JobContext {
  const extras = { agent: agent.id, agentName: agent.name };
  return toJobContext(context, agentJobs.key, endedRun === null ? extras : { ...extras, endedRun });
}
