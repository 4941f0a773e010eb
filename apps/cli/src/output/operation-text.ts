import type { Operation } from '@crossvault/core';

/** An operation in a few words: what of what, how the request stands, how its jobs do. */
export function toOperationText({ action, target, targetName, status, jobs }: Operation): string {
  const made = jobs.map((job) => job.status).join(', ');
  return `${action} ${targetName ?? target}: ${status}${made === '' ? '' : `, jobs ${made}`}`;
}
