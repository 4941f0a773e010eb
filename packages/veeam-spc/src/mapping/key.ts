import { isPathSegment } from '@crossvault/client-kit';
import { type JobKey, Unreadable, type WireValue } from '@crossvault/core';
import type { Owner } from './owner.ts';
import type { Run } from './run.ts';

/** Parts of a key. Agents up to 2.2 give all their jobs one id of zeros: only then does the name distinguish them. */
export interface JobAddress {
  readonly family: Owner['family'];
  /** Id of the agent or the backup server; empty where the job did not say. */
  readonly ownerId: string;
  readonly jobId: string;
  /** The `lastRun` after which the run was seen open; null for a run whose own start is known. */
  readonly endedRun: string | null;
}

const serverMark = 'server:';

export const isZeroId = (id: string): boolean => /^[0-]+$/.test(id);

/** An id that is valid in an address; null otherwise. Only dots would leave the path. */
export function readId(value: WireValue<string>): string | null {
  if (value === null || value === undefined || value instanceof Unreadable) return null;
  return isPathSegment(value) ? value : null;
}

/**
 * Agent or backup server, job, name where the id is all zeros (else empty), and the run: `lastRun` as a UTC instant with
 * milliseconds, `unread` when it cannot be read, or `after` and the run before. An agent's job has the same key whichever
 * version of the interface reported it.
 */
export const toJobKey = (
  owner: Pick<Owner, 'family' | 'id'>,
  jobId: string,
  name: WireValue<string>,
  run: Run,
): JobKey => [...toOwnKey(owner, jobId, name), ...run.key];

/** The key of the definition itself: what the keys of all its runs begin with. */
export function toOwnKey({ family, id }: Pick<Owner, 'family' | 'id'>, jobId: string, name: WireValue<string>): JobKey {
  const ownName = isZeroId(jobId) && typeof name === 'string' ? name : '';
  const owner = `${family === 'server' ? serverMark : ''}${id.toLowerCase()}`;
  return [owner, jobId.toLowerCase(), ownName];
}

/** Null when this connector did not create the key. */
export function parseJobKey(key: JobKey): JobAddress | null {
  const [owner, jobId, name, run, endedRun] = key;
  const isNext = run === 'after';
  if (owner === undefined || name === undefined || run === undefined || key.length !== (isNext ? 5 : 4)) return null;
  const isServer = owner.startsWith(serverMark);
  const ownerId = isServer ? owner.slice(serverMark.length) : owner;
  if ((ownerId !== '' && readId(ownerId) === null) || jobId === undefined || readId(jobId) === null) return null;
  return {
    family: isServer ? 'server' : 'agent',
    ownerId,
    jobId,
    endedRun: isNext ? (endedRun ?? null) : null,
  };
}

export const isSameKey = (one: JobKey, other: JobKey): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index]);

/** What all runs of one job have in common: owner, job and name. */
export const toDefinitionKey = (key: JobKey): JobKey => key.slice(0, 3);

/** Whether both name runs of one job. */
export const isSameJob = (one: JobKey, other: JobKey): boolean =>
  isSameKey(toDefinitionKey(one), toDefinitionKey(other));
