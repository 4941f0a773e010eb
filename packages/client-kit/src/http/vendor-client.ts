import type { CallOptions, ConnectorContext, Permission } from '@crossvault/core';
import createClient, { type Client } from 'openapi-fetch';
import type { TokenSource } from '../auth/token-source.ts';
import { createRequestPolicy, type RequestPolicy } from '../resilience/request-policy.ts';
import type { Answer, AnswerReading, ApiResult } from './answer.ts';
import { readFailure, toStatusError } from './failure.ts';
import { checkLink, type LinkRule, serializePath } from './link.ts';
import {
  captureRequest,
  checkAllowed,
  checkRefusal,
  checkSilence,
  type PreparedRequest,
  showRequest,
} from './prepared-request.ts';
import { createSenders, toReaders } from './senders.ts';

/** Options of a vendor's client. */
export interface VendorClientOptions extends AnswerReading {
  readonly baseUrl: string;
  readonly context: ConnectorContext;
  /** The request policy. Clients of the same host share one; absent: a separate one. */
  readonly requestPolicy?: RequestPolicy;
  /** Absent for calls without a token, such as the token request itself. */
  readonly tokens?: TokenSource;
  /** True for requests that contain the credential: they are not repeated after an unreadable answer. @default false */
  readonly logsIn?: boolean;
  /** The vendor's error message from an error body, or null. */
  readProblem(body: unknown): string | null;
}

export interface VendorClient<Paths extends object> {
  /**
   * Makes a call that changes nothing, whatever its method; it is retried after temporary failures. Returns the answer when
   * the status is a success, a CrossvaultError otherwise.
   */
  read(call: CallOptions, send: (api: Client<Paths>, signal: AbortSignal) => Promise<ApiResult>): Promise<Answer>;
  /**
   * Prepares a change without sending it. The connection must allow `needs`. It is sent once and never repeated
   * automatically, except with a renewed token after the vendor refused the first one.
   */
  prepare(needs: Permission, run: (api: Client<Paths>) => Promise<ApiResult>): Promise<PreparedRequest>;
  /**
   * GETs a link of the vendor with the token, only at the configured scheme and host and only where the rule allows its
   * path; `link-refused` otherwise.
   */
  follow(link: string, rule: LinkRule, call: CallOptions): Promise<Answer>;
}

/** Creates a typed client with a request policy, a token, one renewal after 401, and errors from one table. */
export function createVendorClient<Paths extends object>(options: VendorClientOptions): VendorClient<Paths> {
  const { baseUrl, context } = options;
  const requestPolicy = options.requestPolicy ?? createRequestPolicy({ context, baseUrl });
  const readers = toReaders(options, context);
  const send = createSenders(requestPolicy, readers, options.tokens, options.logsIn);

  /** A caller that cancels while it waits for the answer does not know the result either. */
  async function change(request: Request, call: CallOptions): Promise<Answer> {
    let hasLeft = false;
    const outgoing = new Request(request.clone(), { signal: call.signal });
    const response = await send
      .once(outgoing, call, () => {
        hasLeft = true;
      })
      .catch((error: unknown): never => {
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
          createClient<Paths>({
            baseUrl,
            pathSerializer: serializePath,
            fetch: (request) => send.repeat(request, call),
          }),
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
        const response = await send.repeat(new Request(url, { signal: call.signal }), call);
        return response.ok ? { data: await response.json(), response } : { error: await response.json(), response };
      }),
  };
}
