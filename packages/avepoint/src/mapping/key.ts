import { isPathSegment } from '@crossvault/client-kit';
import type { JobKey } from '@crossvault/core';

/** A job's address: the location that it was listed with ('' where none is sent), and the vendor's id unchanged. */
export interface JobAddress {
  readonly location: string;
  readonly jobId: string;
}

export function toJobKey(location: string, jobId: string): JobKey {
  return [location, jobId];
}

/** Null for a key that this connector did not create. */
export function parseJobKey(key: JobKey): JobAddress | null {
  const [location, jobId, ...others] = key;
  if (location === undefined || jobId === undefined || others.length > 0 || !isJobId(jobId)) return null;
  return { location, jobId };
}

/** Whether a text can stand as the last segment of a job's path and mean that job: only dots would leave the path. */
export function isJobId(text: string): boolean {
  return isPathSegment(text);
}

/** Whether an answer is about the job that was requested; a server may compare ids without case. */
export function isSameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
