import { type CallOptions, type ConnectorContext, isJsonObject } from '@crossvault/contract';
import type { Page, VeeamSpcClient } from '../client/client.ts';
import { orNull } from './answer.ts';
import { type RowReading, readAllRows } from './read-all-rows.ts';
import { agentJobWire } from './wire.ts';

/** All jobs of one agent; none for an agent that vanished meanwhile. */
export async function readAgentJobs(
  client: Pick<VeeamSpcClient, 'listAgentJobs'>,
  context: ConnectorContext,
  agentId: string,
  call: CallOptions,
): Promise<RowReading> {
  const source = {
    name: `list of the jobs of agent ${agentId}`,
    read: (page: Page) => client.listAgentJobs(agentId, page, call),
    identify,
  };
  return (await orNull(readAllRows(source, context))) ?? { rows: [], endedEarly: false };
}

/** Old agents' jobs share an id of zeros. */
function identify(row: unknown): string | null {
  if (!isJsonObject(row)) return null;
  const { id, name } = agentJobWire.parse(row);
  return typeof id === 'string' ? JSON.stringify([id, name]) : null;
}
