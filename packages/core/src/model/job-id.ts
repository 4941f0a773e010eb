import type { JobKey } from './job-record.ts';

/**
 * Our id of a job: the connection's name and the connector's key, as base64url of a JSON array of strings.
 * Opaque to callers, safe in a URL path, and all that is needed to read the job again.
 */
export function toJobId(connection: string, key: JobKey): string {
  return Buffer.from(JSON.stringify([connection, ...key]), 'utf8').toString('base64url');
}

/** So long an id may be: it stands in paths, and servers and proxies take no longer ones. */
const longestId = 4096;

/** Whether an id can be asked for again. What has a longer one is set aside, for it would be listed and never found. */
export function isAskable(id: string): boolean {
  return id.length <= longestId;
}

/** The parts of one of our ids, or null for any text that is none. */
export function parseJobId(id: string): { readonly connection: string; readonly key: JobKey } | null {
  if (!isAskable(id) || !/^[A-Za-z0-9_-]{8,}$/.test(id)) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(id, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length < 2 || !parts.every((part) => typeof part === 'string')) return null;
    const [connection = '', ...key] = parts;
    return toJobId(connection, key) === id ? { connection, key } : null;
  } catch {
    return null;
  }
}
