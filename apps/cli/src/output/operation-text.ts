import type { Operation } from '@crossvault/core';

/** An operation on one line: action, target, and status of the request and its jobs. */
export function toOperationText({ action, target, targetName, status, jobs }: Operation): string {
  const made = jobs.map((job) => job.status).join(', ');
  return `${action} ${targetName ?? target}: ${status}${made === '' ? '' : `, jobs ${made}`}`;
}
