import type { JobKey } from '@crossvault/contract';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A session's key is its id alone: a number as text in v1, kept as it came; a uuid later, where case does not count. */
export function toJobKey(sessionId: string): JobKey {
  return [uuid.test(sessionId) ? sessionId.toLowerCase() : sessionId];
}

/** The session id of a key, or null for a text that no path can carry as an id. */
export function toSessionId(key: JobKey): string | null {
  const [sessionId = '', ...rest] = key;
  const canBeAsked =
    rest.length === 0 && /\S/.test(sessionId) && sessionId.length <= 128 && !/^\.{1,2}$/.test(sessionId);
  return canBeAsked ? sessionId : null;
}
