import { type Answer, readRetryAfter } from '@crossvault/client-kit';
import type { CallOptions, Clock } from '@crossvault/core';
import { isJsonObject } from '@crossvault/core/wire';

/** Where an accepted request can be followed, as its answer said. */
export interface Tracking {
  /** Which of the two headers named the address: they answer in different ways. */
  readonly by: 'status' | 'result';
  readonly link: string;
}

/** Longest wait between two status requests: Azure Resource Manager's contract limits Retry-After to ten minutes. */
const longestWaitSeconds = 600;

/**
 * How to follow what was accepted: `Azure-AsyncOperation` before `Location`, as the resource manager's contract advises.
 * Null when the answer names neither: then it was no acceptance.
 */
export function readTracking(
  { headers }: Response,
  nowMs: number,
): { readonly tracking: Tracking; readonly waitSeconds: number | null } | null {
  const status = headers.get('azure-asyncoperation');
  const link = status ?? headers.get('location');
  if (link === null) return null;
  const tracking: Tracking = { by: status === null ? 'result' : 'status', link };
  return { tracking, waitSeconds: readWait(headers, nowMs) };
}

/** What one look at an operation showed. */
export interface Seen {
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  /** Where to look next. */
  readonly tracking: Tracking;
  /** What is asked to be waited before that; null where nothing is said. */
  readonly waitSeconds: number | null;
  /** What was answered; null for an answer without a body. */
  readonly body: unknown;
}

/**
 * Looks once. The link is asked unchanged, with its own api-version, once scheme and host were checked; an answer of
 * failure to that is thrown and says nothing about the operation.
 */
export async function lookAt(
  client: { follow(link: string, call: CallOptions): Promise<Answer> },
  tracking: Tracking,
  clock: Pick<Clock, 'now'>,
  call: CallOptions,
): Promise<Seen> {
  const { body = null, response } = await client.follow(tracking.link, call);
  const waitSeconds = readWait(response.headers, clock.now());
  if (tracking.by === 'status') return { state: readState(body), tracking, waitSeconds, body };
  // 202 until it is done, then 200 or 204. Each answer may name another address for the next look.
  const link = response.headers.get('location') ?? tracking.link;
  return { state: response.status === 202 ? 'running' : 'done', tracking: { ...tracking, link }, waitSeconds, body };
}

function readWait(headers: Headers, nowMs: number): number | null {
  const seconds = readRetryAfter(new Response(null, { headers }), nowMs);
  return seconds === null ? null : Math.min(seconds, longestWaitSeconds);
}

/** Always 200; the status in the body decides. Every word but three means that it is still being worked off. */
function readState(body: unknown): Seen['state'] {
  const { status } = isJsonObject(body) ? body : {};
  return (typeof status === 'string' ? operationWords.get(status.toLowerCase()) : undefined) ?? 'running';
}

/** Three words end an operation, and any other means that it is being worked off: so the resource manager's contract. */
export const operationWords: ReadonlyMap<string, 'done' | 'failed' | 'cancelled'> = new Map([
  ['succeeded', 'done'],
  ['failed', 'failed'],
  ['canceled', 'cancelled'],
]);
