import { nullWhenAbsent } from '@crossvault/client-kit';
import { type CallOptions, type ConnectorContext, isJsonObject } from '@crossvault/contract';
import type { CallsV2, Page } from '../client/calls-v2.ts';
import { type RowReading, readAllRows } from './read-all-rows.ts';
import { parseJob } from './wire.ts';

/** All jobs of one agent, which are few; none for an agent that vanished meanwhile. */
export async function readAgentJobs(
  calls: Pick<CallsV2, 'listAgentJobs'>,
  context: ConnectorContext,
  agentId: string,
  call: CallOptions,
): Promise<RowReading> {
  const reading = readAllRows(
    {
      name: `list of the jobs of agent ${agentId}`,
      read: (page: Page) => calls.listAgentJobs(agentId, page, call),
      identify,
      lastPage: 'short',
    },
    context,
  );
  return (await nullWhenAbsent(reading)) ?? { rows: [], endedEarly: false };
}

/** Old agents' jobs share an id of zeros. */
function identify(row: unknown): string | null {
  if (!isJsonObject(row)) return null;
  const { id, name } = parseJob(row);
  return typeof id === 'string' ? JSON.stringify([id, name]) : null;
}
