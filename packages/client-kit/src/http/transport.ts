import { Agent, type Dispatcher, Pool, ProxyAgent, fetch as undiciFetch } from 'undici';
import { askDirectly, type ChosenProxy, type ProxyChoice, readProxyFailure } from '../proxy/proxy-choice.ts';

export interface TransportOptions {
  /** PEM of the authority that signed the vendor's certificate. */
  readonly ca?: string;
  /** Accepts any certificate; the caller must warn about it. @default false */
  readonly insecure?: boolean;
  /** The proxy for an address. `ca` and `insecure` apply to the vendor, not to the proxy. @default none */
  readonly proxyFor?: ProxyChoice;
  /** Maximum number of sockets to one host. @default 8 */
  readonly connections?: number;
  /** Time limit for opening a connection. @default 10_000 */
  readonly connectTimeoutMs?: number;
}

/** The keep-alive socket pool of one connection. */
export interface Transport {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Closes the pool and aborts running requests. */
  close(): Promise<void>;
}

/** Maximum size of all headers of an answer. */
const mostHeaderBytes = 32 * 1024;
/** Idle time of a socket: vendors' load balancers close sockets after minutes. */
const keptAliveMs = 10_000;
const longestKeptAliveMs = 60_000;

export function createTransport(options: TransportOptions = {}): Transport {
  const { proxyFor = askDirectly, connections = 8, connectTimeoutMs: connectTimeout = 10_000 } = options;
  const tls = {
    ...(options.ca === undefined ? {} : { ca: options.ca }),
    ...(options.insecure === true ? { rejectUnauthorized: false } : {}),
  };
  const pool = {
    connections,
    maxHeaderSize: mostHeaderBytes,
    keepAliveTimeout: keptAliveMs,
    keepAliveMaxTimeout: longestKeptAliveMs,
    // One request per socket: cancelling a request closes its socket, which the vendor can detect.
    pipelining: 1,
    allowH2: false,
  } as const;
  const direct = new Agent({ ...pool, connect: { timeout: connectTimeout, allowH2: false, ...tls } });
  const proxies = new Map<string, ProxyAgent>();

  function dispatcherFor(proxy: ChosenProxy | null): Dispatcher {
    if (proxy === null) return direct;
    const known = proxies.get(proxy.url.href);
    if (known !== undefined) return known;
    const agent = new ProxyAgent({
      ...pool,
      uri: proxy.url.href,
      connectTimeout,
      requestTls: { allowH2: false, ...tls },
      // The limits also apply to plain http requests, which a proxy forwards without a tunnel.
      factory: (origin, given) => new Pool(origin, { ...given, ...pool }),
    });
    proxies.set(proxy.url.href, agent);
    return agent;
  }

  return {
    // openapi-fetch passes a global Request; undici's fetch accepts an address and options.
    async fetch(request) {
      const url = new URL(request.url);
      const proxy = proxyFor(url);
      const sent = undiciFetch(request.url, {
        method: request.method,
        headers: [...request.headers],
        body: request.body === null ? null : await request.arrayBuffer(),
        dispatcher: dispatcherFor(proxy),
        signal: request.signal,
        // A vendor's redirect could carry the token to another host.
        redirect: 'manual',
      });
      const response = await sent.catch((error: unknown) => {
        throw (proxy === null ? null : readProxyFailure(error, proxy, url.origin)) ?? error;
      });
      return response as unknown as Response;
    },
    async close() {
      await Promise.all([direct, ...proxies.values()].map((agent) => agent.destroy()));
    },
  };
}
