import type { JobKey } from '@crossvault/contract';

/** A job's address: the location that it was listed with ('' where none is sent), and the vendor's id as it came. */
export interface JobAddress {
  readonly location: string;
  readonly jobId: string;
}

export function toJobKey({ location, jobId }: JobAddress): JobKey {
  return [location, jobId];
}

/** Null for a key that this connection cannot have made. Without a location anything may be asked. */
export function readJobKey(key: JobKey, locations: readonly string[]): JobAddress | null {
  const [location, jobId] = key;
  if (key.length !== 2 || location === undefined || jobId === undefined || !isJobId(jobId)) return null;
  return location === '' || locations.includes(location) ? { location, jobId } : null;
}

/** Whether a text can stand as one step of a path: dots alone would climb out of it. */
export function isJobId(text: string): boolean {
  return text.trim() !== '' && text !== '.' && text !== '..';
}

/** Whether an answer is about the job that was asked for; a server may compare ids without case. */
export function isSameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
