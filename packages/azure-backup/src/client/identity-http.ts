import { AsyncLocalStorage } from 'node:async_hooks';
import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import type { INetworkModule, NetworkRequestOptions } from '@azure/msal-node';
import { type RequestPolicy, readStatusInBody, readUsualWait, toStatusError } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext } from '@crossvault/core';
import { CrossvaultError, quoteVendor } from '@crossvault/core/errors';
import { startDeadline } from '@crossvault/core/ports';

/** How Microsoft's libraries send their requests: through the connection's own fetch, with its manners. */
export interface IdentityHttp {
  /** For `@azure/identity`. */
  readonly client: HttpClient;
  /** For the library below it. */
  readonly network: INetworkModule;
  /** What kept the last request from being answered. The libraries hide it behind errors of their own. */
  readonly failure: CrossvaultError | null;
  /** What the last answer that was no success said; that, too, is not always in what the libraries say. */
  readonly refusal: string | null;
}

export interface IdentityHttpOptions {
  readonly context: ConnectorContext;
  readonly requestPolicy: RequestPolicy;
  readonly authorityHost: string;
}

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Iterable<[string, string]>;
  readonly body: string | null;
  readonly timeoutMs: number;
}

interface Answered {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
}

const current = new AsyncLocalStorage<IdentityHttp>();

const inUse = (): IdentityHttp => {
  const http = current.getStore();
  if (http === undefined) throw new Error("Microsoft's library asked for something outside of a sign-in.");
  return http;
};

/**
 * What the libraries are given: it sends by whichever sign-in is in progress. They keep the first one that they see of a
 * managed identity for the whole process, whosever it was.
 */
export const sharedHttp: Pick<IdentityHttp, 'client' | 'network'> = {
  client: { sendRequest: (request) => inUse().client.sendRequest(request) },
  network: {
    sendGetRequestAsync: (url, asked) => inUse().network.sendGetRequestAsync(url, asked),
    sendPostRequestAsync: (url, asked) => inUse().network.sendPostRequestAsync(url, asked),
  },
};

/** Everything that is sent meanwhile over the shared one goes over this one. */
export const sendingOver = <Result>(http: IdentityHttp, work: () => Promise<Result>): Promise<Result> =>
  current.run(http, work);

/** One for each token: requests end with the call that it is for. */
export function createIdentityHttp(options: IdentityHttpOptions, call: CallOptions): IdentityHttp {
  const { context, requestPolicy, authorityHost } = options;
  const readers = {
    readWait: (response: Response, body: unknown) => readUsualWait(response, body, context.clock.now()),
    readBudget: () => null,
    readStatus: readStatusInBody,
    requestIdHeader: 'x-ms-request-id',
    sendRequestIdAs: null,
  };
  let failure: CrossvaultError | null = null;
  let refusal: string | null = null;

  async function send(asked: Asked): Promise<Answered> {
    failure = null;
    refusal = null;
    // A probe says how long it waits: then there is one try and no second.
    const isProbe = asked.timeoutMs > 0;
    const limit = isProbe ? startDeadline(context.clock, asked.timeoutMs, probeIsOver, call.signal) : null;
    try {
      const { method, url, body } = asked;
      const { signal } = limit ?? call;
      const request = new Request(toAddress(url, authorityHost), { method, headers: [...asked.headers], body, signal });
      const response = await requestPolicy.send(
        request,
        readers,
        { retry: isProbe ? false : 'unless-unreadable' },
        limit ?? call,
      );
      const text = await response.text();
      if (!response.ok) refusal = readRefusal(text);
      failure = readTrouble(response, text);
      return { status: response.status, headers: Object.fromEntries(response.headers), text };
    } catch (error) {
      failure = CrossvaultError.from(error);
      throw error;
    } finally {
      limit?.release();
    }
  }

  /** An answer that says nothing about the credential, because the server could not check it. */
  function readTrouble(response: Response, text: string): CrossvaultError | null {
    const { status } = response;
    if (status !== 408 && status !== 429 && status < 500) return null;
    const asked = { baseUrl: authorityHost, context, readProblem: () => refusal };
    return toStatusError(response, parse(text), asked, readers);
  }

  return {
    client: {
      async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
        const { method, url, headers, timeout } = request;
        const body = typeof request.body === 'string' ? request.body : null;
        // The tenant's metadata says where tokens are to be had. A secret goes nowhere else than where was configured.
        if (body !== null && new URL(url).host !== new URL(authorityHost).host) {
          failure = strangeAuthority(url, authorityHost);
          throw failure;
        }
        const answer = await send({ method, url, headers, body, timeoutMs: timeout });
        return { request, status: answer.status, headers: createHttpHeaders(answer.headers), bodyAsText: answer.text };
      },
    },
    network: {
      sendGetRequestAsync: (url, asked) => exchange(send, 'GET', url, asked),
      sendPostRequestAsync: (url, asked) => exchange(send, 'POST', url, asked),
    },
    get failure() {
      return failure;
    },
    get refusal() {
      return refusal;
    },
  };
}

async function exchange<Body>(
  send: (asked: Asked) => Promise<Answered>,
  method: string,
  url: string,
  asked: NetworkRequestOptions | undefined,
): Promise<{ headers: Record<string, string>; body: Body; status: number }> {
  const headers = Object.entries(asked?.headers ?? {});
  const {
    status,
    headers: answered,
    text,
  } = await send({ method, url, headers, body: asked?.body ?? null, timeoutMs: 0 });
  return { headers: answered, body: parse(text), status };
}

function readRefusal(text: string): string | null {
  const { error_description: description } = parse<{ readonly error_description?: unknown }>(text);
  return typeof description === 'string' ? description : null;
}

/** What the library makes of an answer is its own affair; it looks at every field before it uses it. */
function parse<Body>(text: string): Body {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse('{}');
  }
}

/** The library speaks of https only, whatever it is to talk to; a simulator on this machine may speak http. */
function toAddress(url: string, authorityHost: string): string {
  const own = new URL(authorityHost);
  const asked = new URL(url);
  if (asked.host === own.host) asked.protocol = own.protocol;
  return asked.href;
}

function strangeAuthority(url: string, authorityHost: string): CrossvaultError {
  return new CrossvaultError({
    code: 'link-refused',
    message: `${authorityHost} redirects sign-ins to ${quoteVendor(new URL(url).origin)}; Crossvault sends the credential to the configured host only.`,
  });
}

const probeIsOver = (): CrossvaultError =>
  new CrossvaultError({
    code: 'source-timeout',
    message: 'The endpoint of the managed identity did not answer in time.',
  });
