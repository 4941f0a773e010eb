import { toJobContext } from '@crossvault/client-kit';
import { type ConnectorContext, type JobContext, type JobList, nativeFilters } from '@crossvault/core';
import type { Agent } from './agents.ts';

/** The single list of v2, which discovers the agents while it is read. */
export const agentJobs: JobList = Object.freeze({ key: 'agent-jobs', order: 'none', nativeFilters: [] });

/** The one list of v3: jobs of all agents, then those of all backup servers. Neither has a documented order. */
export const allJobs: JobList = Object.freeze({
  key: 'jobs',
  order: 'none',
  nativeFilters,
});

const withMemory = (extras: Readonly<Record<string, string | null>>, endedRun: string | null) =>
  endedRun === null ? extras : { ...extras, endedRun };

/** Mapper context for an answer about an agent's jobs that was read now. */
export function toAgentContext(
  context: ConnectorContext,
  list: JobList,
  agent: Agent,
  endedRun: string | null = null,
): JobContext {
  return toJobContext(context, list.key, withMemory({ agent: agent.id, agentName: agent.name }, endedRun));
}

/** The same for a job of a backup server. */
export function toServerContext(
  context: ConnectorContext,
  serverId: string,
  endedRun: string | null = null,
): JobContext {
  return toJobContext(context, allJobs.key, withMemory({ family: 'server', server: serverId }, endedRun));
}
