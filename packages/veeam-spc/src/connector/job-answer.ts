import { isJsonObject, type JobContext, type JobRaw, type ParsedAnswers } from '@crossvault/contract';
import type { Agent } from './agents.ts';
import { readId, toJobKey } from './key.ts';
import { type Run, readRun } from './run.ts';
import { type AgentJobWire, agentJobWire } from './wire.ts';

/** What the rules read: an agent's job, the one run that it tells of, and what the context knows. */
export interface JobAnswer {
  readonly id: string;
  readonly agent: Agent;
  readonly list: string;
  readonly job: AgentJobWire;
  readonly run: Run;
}

export function parseJobAnswer(raw: JobRaw, context: JobContext): ParsedAnswers<JobAnswer> {
  const answer = raw.get ?? raw.list;
  if (!isJsonObject(answer)) return { kind: 'rejected', nativeId: null, reason: 'not-an-object' };
  const job = agentJobWire.parse(answer);
  const id = readId(job.id);
  const agentId = context['agent'] ?? null;
  const run = readRun(job, context['endedRun'] ?? null);
  // A definition that never ran has no run to be named; the connector counts those and does not hand them over.
  if (id === null || agentId === null || run === null) {
    return { kind: 'rejected', nativeId: id ?? readId(job.name), reason: 'no-readable-id' };
  }
  const agent = { id: agentId, name: context['agentName'] ?? null };
  return {
    kind: 'input',
    input: { id, agent, list: context.list, job, run },
    key: toJobKey(agentId, id, job.name, run),
  };
}

/** Whether a row is a definition that has an id and never ran: no job, and no rejection either. */
export function neverRan(row: unknown): boolean {
  if (!isJsonObject(row)) return false;
  const job = agentJobWire.parse(row);
  return readId(job.id) !== null && readRun(job, null) === null;
}
