import { foldWord, isJsonObject, type WireValue } from '@crossvault/core';
import { isZeroId, readId } from '../mapping/key.ts';
import { type JobWire, parseJob } from '../mapping/wire.ts';

/**
 * Backup servers list the jobs of the agents that they manage beside their own, and the list of all agents' jobs may hold
 * the same ones. Which uid of the one is which of the other is not documented: `originalUid` is the job on the agent's
 * side, `instanceUid` the one at the backup server, so any uid in common is taken as the same job.
 */
const agentTypes: readonly string[] = ['AgentBackupJob', 'AgentPolicy'];

/** For the list's own filter, in the words that are documented. */
export const documentedAgentTypes = agentTypes;

const folded = new Set(agentTypes.map(foldWord));

function isOfAgents({ type }: JobWire): boolean {
  return typeof type === 'string' && folded.has(foldWord(type));
}

/** Old agents share an id of zeros, which identifies no agent. */
function toUids(values: readonly WireValue<string>[]): string[] {
  const ids = values.map(readId).filter((id) => id !== null);
  return ids.filter((id) => !isZeroId(id)).map((id) => id.toLowerCase());
}

/** The uids by which a backup server's row can be one of the agents' jobs; [] for any other row. */
export function uidsOfServerRow(row: unknown): readonly string[] {
  if (!isJsonObject(row)) return [];
  const job = parseJob(row);
  return isOfAgents(job) ? toUids([job.instanceUid, job.uniqueUid]) : [];
}

export function uidsOfAgentRow(row: unknown): readonly string[] {
  if (!isJsonObject(row)) return [];
  const job = parseJob(row);
  return toUids([job.instanceUid, job.originalUid]);
}
