import { Agent, type Dispatcher, Pool, ProxyAgent, fetch as undiciFetch } from 'undici';
import { askDirectly, type ChosenProxy, type ProxyChoice, readProxyFailure } from '../proxy/proxy-choice.ts';

export interface TransportOptions {
  /** PEM of the authority that signed the vendor's certificate. */
  readonly ca?: string;
  /** Accepts any certificate; the caller must warn about it. @default false */
  readonly insecure?: boolean;
  /** Which proxy an address is asked through. What is said of TLS holds for the vendor, not for the proxy. @default none */
  readonly proxyFor?: ProxyChoice;
  /** How many sockets one host may have at once. @default 8 */
  readonly connections?: number;
  /** How long a connection may take to open. @default 10_000 */
  readonly connectTimeoutMs?: number;
}

/** A pool of kept-alive sockets of its own, for one connection. */
export interface Transport {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Ends the pool; requests under way are broken off. */
  close(): Promise<void>;
}

/** Of one answer's headers together; no API sends more. */
const mostHeaderBytes = 32 * 1024;
/** How long an idle socket is kept: vendors' balancers close theirs after minutes. */
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
    // One socket carries one request: who gives it up closes the socket, and the vendor sees that.
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
      // The bounds hold for plain requests as well, which a proxy passes on without a tunnel.
      factory: (origin, given) => new Pool(origin, { ...given, ...pool }),
    });
    proxies.set(proxy.url.href, agent);
    return agent;
  }

  return {
    // openapi-fetch hands over a global Request; undici's own fetch takes an address and its parts.
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
