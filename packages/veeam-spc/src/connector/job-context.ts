import type { ConnectorContext, JobContext, JobList } from '@crossvault/contract';
import type { Agent } from './agents.ts';

/** One list: which agents there are is found out while it is read. */
export const agentJobs: JobList = Object.freeze({ key: 'agent-jobs', order: 'none', nativeFilters: [] });

/** What the mapper has to know beside an answer that was read just now. */
export function toJobContext(agent: Agent, context: ConnectorContext, endedRun: string | null = null): JobContext {
  return {
    connection: context.connection,
    list: agentJobs.key,
    observedAt: new Date(context.clock.now()).toISOString(),
    agent: agent.id,
    agentName: agent.name,
    ...(endedRun === null ? {} : { endedRun }),
  };
}
