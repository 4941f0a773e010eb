import { nullWhenAbsent } from '@crossvault/client-kit';
import { type CallOptions, type ConnectorContext, isJsonObject } from '@crossvault/core';
import type { CallsV2, Page } from '../client/calls-v2.ts';
import { parseJob } from '../mapping/wire.ts';
import { type RowReading, readAllRows } from './read-all-rows.ts';

/**
 * All jobs of one agent, which are few; none for an agent that was removed meanwhile. Only an agent that is absent itself
 * was removed: for an existing one the request is repeated.
 */
export async function readAgentJobs(
  calls: Pick<CallsV2, 'listAgentJobs' | 'getAgent'>,
  context: ConnectorContext,
  agentId: string,
  call: CallOptions,
): Promise<RowReading> {
  const read = (): Promise<RowReading> =>
    readAllRows(
      {
        name: `list of the jobs of agent ${agentId}`,
        read: (page: Page) => calls.listAgentJobs(agentId, page, call),
        identify,
        lastPage: 'short',
      },
      context,
    );
  const found = await nullWhenAbsent(read());
  if (found !== null) return found;
  const agent = await nullWhenAbsent(calls.getAgent(agentId, call));
  return agent === null ? { rows: [], endedEarly: false } : read();
}

/** Old agents' jobs share an id of zeros. */
function identify(row: unknown): string | null {
  if (!isJsonObject(row)) return null;
  const { id, name } = parseJob(row);
  return typeof id === 'string' ? JSON.stringify([id, name]) : null;
}
