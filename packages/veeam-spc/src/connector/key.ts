import { type JobKey, Unreadable, type WireValue } from '@crossvault/contract';
import type { Run } from './run.ts';

/** What a key says. Agents up to 2.2 give all their jobs one id of zeros: only then does the name tell them apart. */
export interface JobAddress {
  readonly agentId: string;
  readonly jobId: string;
  /** The `lastRun` after which the run was seen open; null for a run whose own start is known. */
  readonly endedRun: string | null;
}

export const isZeroId = (id: string): boolean => /^[0-]+$/.test(id);

/** An id that can stand in an address; null for anything else. Dots alone would climb up the path. */
export function readId(value: WireValue<string>): string | null {
  if (value === null || value === undefined || value instanceof Unreadable) return null;
  return value.trim() === '' || /^\.{1,2}$/.test(value) ? null : value;
}

/**
 * Agent, job, name where the id is all zeros (else empty), and the run: `lastRun` as a UTC instant with milliseconds,
 * `unread` when it cannot be read, or `after` and the run before.
 */
export function toJobKey(agentId: string, jobId: string, name: WireValue<string>, run: Run): JobKey {
  const ownName = isZeroId(jobId) && typeof name === 'string' ? name : '';
  return [agentId.toLowerCase(), jobId.toLowerCase(), ownName, ...run.key];
}

/** Null when the key is none of this connector's. */
export function parseJobKey(key: JobKey): JobAddress | null {
  const [agentId, jobId, name, run, endedRun] = key;
  const isNext = run === 'after';
  if (name === undefined || run === undefined || key.length !== (isNext ? 5 : 4)) return null;
  if (readId(agentId) === null || readId(jobId) === null) return null;
  return { agentId: agentId ?? '', jobId: jobId ?? '', endedRun: isNext ? (endedRun ?? null) : null };
}

export const isSameKey = (one: JobKey, other: JobKey): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index]);

/** What all runs of one job have in common: agent, job and name. */
export const toDefinitionKey = (key: JobKey): JobKey => key.slice(0, 3);

/** Whether both name runs of one job. */
export const isSameJob = (one: JobKey, other: JobKey): boolean =>
  isSameKey(toDefinitionKey(one), toDefinitionKey(other));
