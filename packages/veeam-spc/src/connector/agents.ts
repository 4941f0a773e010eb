import { type CallOptions, type ConnectorContext, isJsonObject, parseWire, type Rejection } from '@crossvault/core';
import type { CallsV2 } from '../client/calls-v2.ts';
import { readId } from '../mapping/key.ts';
import { agentWire, either } from '../mapping/wire.ts';
import { readAllRows } from './read-all-rows.ts';

export interface Agent {
  /** As it came. */
  readonly id: string;
  readonly name: string | null;
}

interface AgentReading {
  readonly agents: readonly Agent[];
  readonly rejected: readonly Rejection[];
  /** The console repeated itself instead of continuing. */
  readonly endedEarly: boolean;
}

/** Null for a row without a readable id. */
export function toAgent(row: unknown): Agent | null {
  if (!isJsonObject(row)) return null;
  const agent = parseWire(agentWire, row);
  const id = readId(either(agent.id, agent.instanceUid));
  return id === null ? null : { id, name: typeof agent.name === 'string' && agent.name !== '' ? agent.name : null };
}

/** The rows of all agents. */
export const readAgentRows = (calls: Pick<CallsV2, 'listAgents'>, context: ConnectorContext, call: CallOptions) =>
  readAllRows(
    {
      name: 'list of backup agents',
      read: (page) => calls.listAgents(page, call),
      identify: (row) => toAgent(row)?.id.toLowerCase() ?? null,
      // The largest page is not documented: a console may send fewer agents than requested and have more.
      lastPage: 'empty',
    },
    context,
  );

/** All agents of the console, each once. Without an id an agent's jobs cannot be requested: it is rejected instead. */
export async function readAgents(
  calls: Pick<CallsV2, 'listAgents'>,
  context: ConnectorContext,
  call: CallOptions,
): Promise<AgentReading> {
  const { rows, endedEarly } = await readAgentRows(calls, context, call);
  const agents = new Map<string, Agent>();
  const rejected: Rejection[] = [];
  for (const row of rows) {
    const agent = toAgent(row);
    if (agent === null) rejected.push(toRejection(row));
    else if (!agents.has(agent.id.toLowerCase())) agents.set(agent.id.toLowerCase(), agent);
  }
  return { agents: [...agents.values()], rejected, endedEarly };
}

function toRejection(row: unknown): Rejection {
  if (!isJsonObject(row)) return { nativeId: null, reason: 'not-an-object', value: row };
  return { nativeId: readId(parseWire(agentWire, row).name), reason: 'no-readable-id', value: row };
}
