import { isPathSegment } from '@crossvault/client-kit';
import type { JobKey } from '@crossvault/core';

/** A job's address: the id of its session. */
export interface JobAddress {
  readonly sessionId: string;
}

const uuidLength = 36;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A session's key is its id alone: a number as text in v1, kept unchanged; a uuid later, where case does not count. */
export function toJobKey(sessionId: string): JobKey {
  return [sessionId.length === uuidLength && uuid.test(sessionId) ? sessionId.toLowerCase() : sessionId];
}

/** Null for a key that this connector did not create. */
export function parseJobKey(key: JobKey): JobAddress | null {
  const [sessionId = '', ...others] = key;
  return others.length === 0 && isJobId(sessionId) ? { sessionId } : null;
}

/** Whether a text can stand as the last segment of a session's path and mean that session. */
export function isJobId(text: string): boolean {
  return text.length <= 128 && isPathSegment(text);
}
