import { type CallOptions, type ConnectorContext, CrossvaultError } from '@crossvault/core';
import type { CallsV3 } from '../client/calls-v3.ts';
import { toAgent } from './agents.ts';
import { filterByValues } from './list-filter.ts';
import { type RowList, readAllRowPages } from './list-page.ts';

/** Names of computers, which v3's jobs do not say: only the agents do. */
export interface AgentNames {
  /** Reads them where that was not done for a while. That they cannot be had costs the names, not the jobs. */
  refresh(call: CallOptions): Promise<void>;
  /** As far as it is known. */
  nameOf(agentId: string): string | null;
  /** As far as it is known, or else asked for. */
  find(agentId: string, call: CallOptions): Promise<string | null>;
}

const keptMs = 10 * 60_000;

export function createAgentNames(calls: Pick<CallsV3, 'listAgents'>, context: ConnectorContext): AgentNames {
  const list: RowList = {
    name: 'list of backup agents',
    read: calls.listAgents,
    identify: (row) => toAgent(row)?.id.toLowerCase() ?? null,
  };
  let names: ReadonlyMap<string, string> = new Map();
  let readAtMs = Number.NEGATIVE_INFINITY;

  async function read(filter: string | null, call: CallOptions): Promise<ReadonlyMap<string, string> | null> {
    try {
      const { rows } = await readAllRowPages(list, filter, context, call);
      const agents = rows.map(toAgent).filter((agent) => agent !== null);
      return new Map(agents.flatMap(({ id, name }) => (name === null ? [] : [[id.toLowerCase(), name] as const])));
    } catch (error) {
      if (call.signal.aborted) throw error;
      context.logger.warn({ error: CrossvaultError.from(error).message }, 'The names of computers cannot be read.');
      return null;
    }
  }

  const nameOf = (agentId: string): string | null => names.get(agentId.toLowerCase()) ?? null;

  return {
    nameOf,
    async refresh(call) {
      if (context.clock.monotonicMs() < readAtMs + keptMs) return;
      const found = await read(null, call);
      if (found === null) return;
      names = found;
      readAtMs = context.clock.monotonicMs();
    },
    async find(agentId, call) {
      const known = nameOf(agentId);
      if (known !== null || agentId === '') return known;
      const found = await read(filterByValues('instanceUid', [agentId]), call);
      return found?.get(agentId.toLowerCase()) ?? null;
    },
  };
}
