import type { ConnectorContext } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import createClient, { type Client } from 'openapi-fetch';
import { endSession } from '../auth/end-session.ts';
import type { TokenSource } from '../auth/token-source.ts';
import { createRequestPolicy, type RequestPolicy } from '../resilience/request-policy.ts';
import type { AnswerReading } from './answer.ts';
import { readFailure } from './failure.ts';
import { serializePath } from './link.ts';
import { checkSilence } from './prepared-request.ts';
import { createSenders, toReaders } from './senders.ts';

/** What a typed client is made of. */
export interface TypedClientOptions extends AnswerReading {
  readonly baseUrl: string;
  readonly context: ConnectorContext;
  /** How the connection behaves. @default one of its own */
  readonly requestPolicy?: RequestPolicy;
  /** The tokens for a request. Requests that need the same permission get the same source. */
  tokensFor(request: Request): TokenSource;
  /** Every source whose session `close` ends. @default none */
  readonly sessions?: readonly TokenSource[];
  /** Where the vendor has a path of its document now. Both begin behind `baseUrl`, without a query. @default where it was documented */
  pathOf?(documented: string): string;
  /** Whether a POST changes nothing at the vendor, so that it may be sent again. @default false */
  isReadingPost?(url: URL): boolean;
}

/**
 * A client of openapi-fetch whose calls are typed by the vendor's OpenAPI document. Requests wait for their turn, carry the
 * token, and are bounded as those of a connector. GET, HEAD and reading POSTs are sent again when that may help; every other
 * request is sent once.
 *
 * A call resolves with `{ data, response }` for a success and with `{ error, response }` for any other answer of the vendor,
 * redirects included: none is followed. Tell them apart by `data` or `response.ok`: an answer of failure without a body has
 * no `error`. A body is read to its end and has to be JSON; `parseAs` only chooses the form in which the caller gets it. A
 * call rejects with CrossvaultError when there is no answer: `source-unreachable`, `source-timeout`, `certificate-refused`,
 * `authentication-failed` (no token was granted), `circuit-open`, `source-throttled` (the vendor asked for a longer wait than
 * the call may take), `answer-too-large`, `answer-unreadable`, `interrupted` (the call's `signal` was aborted, or the client
 * is closed), and `answer-lost` for a change whose outcome is not known.
 */
export type TypedClient<Paths extends object> = Client<Paths> & {
  /** Ends the session at the vendor where it has one. Never rejects. Later calls reject with `interrupted`; closing again does nothing. */
  close(): Promise<void>;
};

/** Creates a client whose calls are typed by `Paths`, the `paths` of openapi-typescript. Sends no request yet. */
export function createTypedClient<Paths extends object>(options: TypedClientOptions): TypedClient<Paths> {
  const { baseUrl, context, sessions = [] } = options;
  const requestPolicy = options.requestPolicy ?? createRequestPolicy({ context, baseUrl });
  const readers = toReaders(options, context);
  const { origin, pathname: basePath } = new URL(baseUrl.replace(/\/?$/, '/'));

  let closing: Promise<unknown> | null = null;

  /** A call after the session has ended would log in again, and nothing would end that session. */
  function checkOpen(): void {
    if (closing === null) return;
    throw new CrossvaultError({
      code: 'interrupted',
      message: `The client of ${context.connection} is closed. Create another one for further calls.`,
      source: context.connection,
    });
  }

  /** A caller can replace the address of a single call. The token stays with the address of the client. */
  function checkOrigin(url: URL): void {
    if (url.origin === origin) return;
    throw new CrossvaultError({
      code: 'link-refused',
      message: `This client sends its token to ${origin} only, and not to ${url.origin}.`,
      source: context.connection,
    });
  }

  /** The request at the path where the vendor has it now. */
  function move(request: Request): Request {
    const { origin: target, pathname, search } = new URL(request.url);
    if (options.pathOf === undefined || !pathname.startsWith(basePath)) return request;
    const path = options.pathOf(pathname.slice(basePath.length - 1));
    return new Request(`${target}${basePath.slice(0, -1)}${path}${search}`, request);
  }

  async function send(given: Request): Promise<Response> {
    checkOpen();
    const request = move(given);
    const url = new URL(request.url);
    checkOrigin(url);
    const call = { signal: request.signal };
    const senders = createSenders(requestPolicy, readers, options.tokensFor(request));
    const isReading =
      ['GET', 'HEAD'].includes(request.method) || (request.method === 'POST' && options.isReadingPost?.(url) === true);
    let hasLeft = false;
    const noteLeft = () => {
      hasLeft = true;
    };
    const sending = isReading ? senders.repeat(request, call) : senders.once(request, call, noteLeft);
    return withBody(
      await sending.catch((error: unknown): never => {
        throw checkSilence(readFailure(error, call.signal, options), hasLeft);
      }),
    );
  }

  return Object.assign(createClient<Paths>({ baseUrl, pathSerializer: serializePath, fetch: send }), {
    async close() {
      closing ??= Promise.all(sessions.map((tokens) => endSession(tokens, context)));
      await closing;
    },
  });
}

/** An answer whose body was read to its end, as one that a caller, or middleware, can read in every form and clone. */
async function withBody(read: Response): Promise<Response> {
  const text = await read.text();
  const { status, headers } = read;
  // The parsed body is at hand, and the content of a text that cannot be stored is replaced in it.
  return Object.assign(new Response(text === '' ? null : text, { status, headers }), { json: () => read.json() });
}
