import type { CallOptions, ConnectorContext, Permission, PlannedRequest } from '@crossvault/core';
import { CrossvaultError, redactAnswer } from '@crossvault/core/errors';
import createClient, { type Client } from 'openapi-fetch';
import type { Answer, ApiResult } from './answer.ts';
import { neverArrived } from './failure.ts';
import { serializePath } from './link.ts';

/** A change as a request that has been prepared but not sent. */
export interface PreparedRequest {
  readonly planned: PlannedRequest;
  /**
   * Sends the request of `planned` once. Returns a successful answer. Throws a refusal, after which nothing has changed, as
   * its error; `answer-lost` where the vendor may have made the change without a received answer; `connection-read-only`
   * where the connection does not allow it.
   */
  send(call: CallOptions): Promise<Answer>;
}

/** Headers that describe the request itself. None of them identifies the caller. */
const shownHeaders = ['accept', 'content-type', 'if-match'] as const;

/** The request that a typed call would send. */
export async function captureRequest<Paths extends object>(
  baseUrl: string,
  run: (api: Client<Paths>) => Promise<ApiResult>,
): Promise<Request> {
  const captured: Request[] = [];
  await run(
    createClient<Paths>({
      baseUrl,
      pathSerializer: serializePath,
      fetch: async (request) => {
        captured.push(request);
        return new Response(null, { status: 204 });
      },
    }),
  );
  const [request] = captured;
  if (request === undefined)
    throw new CrossvaultError({ code: 'internal-error', message: 'The call sends no request.' });
  return request;
}

export async function showRequest(request: Request): Promise<PlannedRequest> {
  const text = await request.clone().text();
  const headers = shownHeaders.flatMap((name) => {
    const value = request.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    method: request.method,
    url: String(redactAnswer(request.url)),
    headers: Object.fromEntries(headers),
    body: text === '' ? null : redactAnswer(parseBody(text)),
  };
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Throws where the connection does not allow what a change needs. */
export function checkAllowed({ allow, connection }: ConnectorContext, needs: Permission): void {
  if (allow.includes(needs)) return;
  const also = needs === 'destroy' ? '[operate, destroy]' : '[operate]';
  throw new CrossvaultError({
    code: 'connection-read-only',
    message: `The connection ${connection} cannot be changed in this way: its configuration does not contain allow: ${also}.`,
    source: connection,
  });
}

/** Statuses after which the outcome is unknown: the vendor, or a gateway in front of it, failed. */
const isBreakdown = (status: number): boolean => status === 408 || (status >= 500 && status !== 501 && status !== 505);
const isConflict = (status: number): boolean => status === 409 || status === 412 || status === 423;

/** The error of a change for an error answer. */
export function checkRefusal(error: CrossvaultError): CrossvaultError {
  const { upstreamStatus = 0 } = error;
  if (isBreakdown(upstreamStatus)) return toLost(error);
  return isConflict(upstreamStatus) ? withCode(error, 'state-conflict', error.message) : error;
}

/** The error of a change for a missing answer. */
export function checkSilence(error: CrossvaultError, hasLeft: boolean): CrossvaultError {
  return !hasLeft || neverArrived(error) ? error : toLost(error);
}

const toLost = (error: CrossvaultError): CrossvaultError =>
  withCode(error, 'answer-lost', `Whether the change was made is not known. ${error.message}`);

function withCode(error: CrossvaultError, code: CrossvaultError['code'], message: string): CrossvaultError {
  const { source, upstreamStatus, upstreamRequestId, retryAfterSeconds } = error;
  return new CrossvaultError({
    code,
    message,
    source,
    upstreamStatus,
    upstreamRequestId,
    retryAfterSeconds,
    cause: error,
  });
}
