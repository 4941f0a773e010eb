import { type Answer, type LongRunningProtocol, type Look, readRetryAfter } from '@crossvault/client-kit';
import { type CallOptions, type Clock, isJsonObject } from '@crossvault/contract';

/** Where an accepted request can be followed, as its answer said. */
export interface Tracking {
  /** Which of the two headers named the address: they answer in different ways. */
  readonly by: 'status' | 'result';
  readonly link: string;
}

/** What an operation made: names of jobs. An end that was seen by its code alone tells none. */
export interface MadeByOperation {
  readonly jobNames: readonly string[];
}

/** The resource manager's contract asks for this where no wait is told, and bounds what is. */
const waits = { usualSeconds: 60, longestSeconds: 600 } as const;

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
  return { tracking, waitSeconds: readRetryAfter(new Response(null, { headers }), nowMs) };
}

/**
 * Azure's side of following an operation. Its links are asked as they came, with their own api-version, once scheme and
 * host were checked; an answer of failure to that is thrown and says nothing about the operation.
 */
export function createTrackingProtocol(
  client: { follow(link: string, call: CallOptions): Promise<Answer> },
  clock: Pick<Clock, 'now'>,
): LongRunningProtocol<Tracking, MadeByOperation> {
  return {
    usualWaitSeconds: waits.usualSeconds,
    longestWaitSeconds: waits.longestSeconds,
    async look(tracking, call) {
      const answer = await client.follow(tracking.link, call);
      const waitSeconds = readRetryAfter(answer.response, clock.now());
      return tracking.by === 'status'
        ? readStatus(answer.body, waitSeconds)
        : readResult(answer.response, tracking, waitSeconds);
    },
  };
}

/** Always 200; the status in the body decides. Every word but three means that it is still being worked off. */
function readStatus(body: unknown, waitSeconds: number | null): Look<Tracking, MadeByOperation> {
  const { status, properties, error } = isJsonObject(body) ? body : {};
  const word = typeof status === 'string' ? status.toLowerCase() : '';
  if (word === 'succeeded') return { state: 'done', result: { jobNames: readJobNames(properties) } };
  if (word !== 'failed' && word !== 'canceled') return { state: 'running', waitSeconds };
  const { code, message } = isJsonObject(error) ? error : {};
  return {
    state: word === 'failed' ? 'failed' : 'cancelled',
    code: typeof code === 'string' ? code : null,
    message: typeof message === 'string' ? message : '',
  };
}

/** 202 until it is done, then 200 or 204. Each answer may name another address for the next look. */
function readResult(
  response: Response,
  tracking: Tracking,
  waitSeconds: number | null,
): Look<Tracking, MadeByOperation> {
  if (response.status !== 202) return { state: 'done', result: { jobNames: [] } };
  const link = response.headers.get('location') ?? tracking.link;
  return { state: 'running', waitSeconds, tracking: { ...tracking, link } };
}

function readJobNames(properties: unknown): string[] {
  const { jobId, jobIds } = isJsonObject(properties) ? properties : {};
  const several: readonly unknown[] = Array.isArray(jobIds) ? jobIds : [];
  return [jobId, ...several].flatMap((name) => (typeof name === 'string' && name !== '' ? [name] : []));
}
