import type { CallOptions, ConnectorContext } from '@crossvault/contract';
import createClient, { type Client } from 'openapi-fetch';
import { readFailure, toStatusError } from './failure.ts';
import { checkLink } from './link.ts';
import type { TokenSource } from './token-source.ts';
import type { VendorClientOptions } from './vendor-client-options.ts';

/** A vendor's answer with a status of success. What its body is, the caller's wire schema finds out. */
export interface Answer {
  readonly body: unknown;
  readonly response: Response;
}

/** What an openapi-fetch call resolves to. */
export interface ApiResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

export interface VendorClient<Paths extends object> {
  /** Awaits an api call: its answer when the status is a success, a CrossvaultError otherwise. */
  read(call: CallOptions, send: (api: Client<Paths>, signal: AbortSignal) => Promise<ApiResult>): Promise<Answer>;
  /** GETs a link that the vendor gave, with our token, only at our own scheme and host; `link-refused` otherwise. */
  follow(link: string, call: CallOptions): Promise<Answer>;
}

/** A typed client with the manners that every vendor needs: token, one renewal after 401, errors from one table. */
export function createVendorClient<Paths extends object>(options: VendorClientOptions): VendorClient<Paths> {
  const send = withToken(options.context.fetch, options.tokens);
  const api = createClient<Paths>({ baseUrl: options.baseUrl, fetch: send });

  async function settle(call: CallOptions, run: () => Promise<ApiResult>): Promise<Answer> {
    const result = await run().catch((error: unknown) => {
      throw readFailure(error, call.signal, options);
    });
    if (result.response.ok) return { body: result.data, response: result.response };
    throw toStatusError(result.response, result.error, options);
  }

  return {
    read: (call, run) => settle(call, () => run(api, call.signal)),
    follow(link, call) {
      return settle(call, async () => {
        const url = checkLink(link, options.baseUrl, options.context.connection);
        const response = await send(new Request(url, { signal: call.signal }));
        return response.ok ? { data: await response.json(), response } : { error: await readError(response), response };
      });
    },
  };
}

/** An error body may be anything: JSON where it is JSON, else its text. */
async function readError(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Sends with the token; when the vendor refuses it and a new one can be had, once more with that. */
function withToken(fetch: ConnectorContext['fetch'], tokens: TokenSource | undefined): ConnectorContext['fetch'] {
  if (tokens === undefined) return fetch;
  const authorized = (request: Request, token: string): Request => {
    const copy = request.clone();
    copy.headers.set('authorization', `Bearer ${token}`);
    return copy;
  };
  return async (request) => {
    const call = { signal: request.signal };
    const token = await tokens.get(call);
    request.signal.throwIfAborted();
    const response = await fetch(authorized(request, token));
    if (response.status !== 401 || tokens.renew === undefined) return response;
    await response.body?.cancel();
    return fetch(authorized(request, await tokens.renew(token, call)));
  };
}
