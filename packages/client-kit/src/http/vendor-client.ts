import type { CallOptions, ConnectorContext, Permission, SourceCondition } from '@crossvault/core';
import createClient, { type Client } from 'openapi-fetch';
import type { TokenSource } from '../auth/token-source.ts';
import { createRequestPolicy, type RequestPolicy } from '../resilience/request-policy.ts';
import { readUsualWait } from '../resilience/retry.ts';
import type { Answer, AnswerReaders, ApiResult } from './answer.ts';
import { readFailure, readStatusInBody, toStatusError } from './failure.ts';
import { checkLink, type LinkRule, serializePath } from './link.ts';
import {
  captureRequest,
  checkAllowed,
  checkRefusal,
  checkSilence,
  type PreparedRequest,
  showRequest,
} from './prepared-request.ts';

/** What a vendor's client is made of. */
export interface VendorClientOptions {
  readonly baseUrl: string;
  readonly context: ConnectorContext;
  /** How the connection behaves. Clients that talk to the same hosts share one; absent: one of its own. */
  readonly requestPolicy?: RequestPolicy;
  /** Absent for calls that need no token, such as the one that gets it. */
  readonly tokens?: TokenSource;
  /** Its requests carry the credential itself: they are not repeated after an answer that cannot be read. @default false */
  readonly logsIn?: boolean;
  /** The vendor's own error text out of an error body, or null. */
  readProblem(body: unknown): string | null;
  /** Seconds that the vendor asks to wait. @default the headers retry-after-ms, x-ms-retry-after-ms and Retry-After, a number or a date; then retryAfter of the body */
  readWait?(response: Response, body: unknown): number | null;
  /** What the vendor says is left; null where this answer does not say. @default it never says */
  readBudget?(response: Response): SourceCondition['budget'];
  /** The status that the answer really has, where a failure is wrapped into a success. @default that of the response, unless all of its body is an error */
  readStatus?(response: Response, body: unknown): number;
  /** Header with the vendor's own request id. */
  readonly requestIdHeader?: string;
  /** Header in which our own request id goes along. @default none */
  readonly sendRequestIdAs?: string;
}

export interface VendorClient<Paths extends object> {
  /**
   * Makes an api call that changes nothing, whatever its method: it is sent again when that may help. Its answer when
   * the status is a success, a CrossvaultError otherwise.
   */
  read(call: CallOptions, send: (api: Client<Paths>, signal: AbortSignal) => Promise<ApiResult>): Promise<Answer>;
  /**
   * Puts a change together without sending it. What it needs, the connection has to allow. It is sent once, never again by
   * itself; only a token that was refused, with which the vendor did nothing, is renewed.
   */
  prepare(needs: Permission, run: (api: Client<Paths>) => Promise<ApiResult>): Promise<PreparedRequest>;
  /**
   * GETs a link that the vendor gave, with our token, only at our own scheme and host and only where the rule allows its
   * path; `link-refused` otherwise.
   */
  follow(link: string, rule: LinkRule, call: CallOptions): Promise<Answer>;
}

type Send = (request: Request, call: CallOptions, onLeave?: () => void) => Promise<Response>;

/** A typed client with the manners that every vendor needs: token, one renewal after 401, errors from one table. */
export function createVendorClient<Paths extends object>(options: VendorClientOptions): VendorClient<Paths> {
  const { baseUrl, context } = options;
  const requestPolicy = options.requestPolicy ?? createRequestPolicy({ context, baseUrl });
  const readers = toReaders(options);
  const send = withToken(
    (request, call) =>
      requestPolicy.send(request, readers, { retry: options.logsIn ? 'unless-unreadable' : true }, call),
    options.tokens,
  );
  const sendOnce = withToken(
    (request, call, onLeave) =>
      requestPolicy.send(request, readers, { retry: false, ...(onLeave && { onLeave }) }, call),
    options.tokens,
  );

  /** A caller that gives up while waiting for the answer does not know the outcome either. */
  async function change(request: Request, call: CallOptions): Promise<Answer> {
    let hasLeft = false;
    const outgoing = new Request(request.clone(), { signal: call.signal });
    const response = await sendOnce(outgoing, call, () => {
      hasLeft = true;
    }).catch((error: unknown): never => {
      throw checkSilence(readFailure(error, call.signal, options), hasLeft);
    });
    const body: unknown = await response.json();
    if (response.ok) return { body, response };
    throw checkRefusal(toStatusError(response, body, options, readers, 'change'));
  }

  async function settle(call: CallOptions, run: () => Promise<ApiResult>): Promise<Answer> {
    const result = await run().catch((error: unknown) => {
      throw readFailure(error, call.signal, options);
    });
    if (result.response.ok) return { body: result.data, response: result.response };
    throw toStatusError(result.response, result.error, options, readers);
  }

  return {
    read: (call, run) =>
      settle(call, () =>
        run(
          createClient<Paths>({ baseUrl, pathSerializer: serializePath, fetch: (request) => send(request, call) }),
          call.signal,
        ),
      ),
    async prepare(needs, run) {
      const request = await captureRequest(baseUrl, run);
      return {
        planned: await showRequest(request),
        async send(call) {
          checkAllowed(context, needs);
          return change(request, call);
        },
      };
    },
    follow: (link, rule, call) =>
      settle(call, async () => {
        const url = checkLink(link, baseUrl, context.connection, rule);
        const response = await send(new Request(url, { signal: call.signal }), call);
        return response.ok ? { data: await response.json(), response } : { error: await response.json(), response };
      }),
  };
}

function toReaders(options: VendorClientOptions): AnswerReaders {
  const { context, readWait, readBudget, readStatus, requestIdHeader, sendRequestIdAs } = options;
  return {
    readWait: readWait ?? ((response, body) => readUsualWait(response, body, context.clock.now())),
    readBudget: readBudget ?? (() => null),
    readStatus: readStatus ?? readStatusInBody,
    requestIdHeader: requestIdHeader ?? null,
    sendRequestIdAs: sendRequestIdAs ?? null,
  };
}

/** Sends with the token; when the vendor refuses it and a new one can be had, once more with that. */
function withToken(send: Send, tokens: TokenSource | undefined): Send {
  if (tokens === undefined) return send;
  const authorize = (request: Request, token: string): Request => {
    const copy = request.clone();
    copy.headers.set('authorization', `Bearer ${token}`);
    return copy;
  };
  return async (request, call, onLeave) => {
    const token = await tokens.get(call);
    call.signal.throwIfAborted();
    const first = await sendWith(token, false);
    if (first.status !== 401 || tokens.renew === undefined) return first;
    const renewed = await tokens.renew(token, call);
    return renewed === token ? first : sendWith(renewed, true);

    async function sendWith(bearer: string, isRenewed: boolean): Promise<Response> {
      const response = await send(authorize(request, bearer), call, onLeave);
      tokens?.noteAnswer?.({ token: bearer, accepted: response.status !== 401, isRenewed });
      return response;
    }
  };
}
