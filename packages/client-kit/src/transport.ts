import { Agent, ProxyAgent, fetch as undiciFetch } from 'undici';

export interface TransportOptions {
  /** PEM of the authority that signed the vendor's certificate. */
  readonly ca?: string;
  /** Takes any certificate. Whoever sets it says so loudly. @default false */
  readonly insecure?: boolean;
  /** Address of an HTTP proxy, with its credentials where it wants some. What is said of TLS holds for the vendor, not for the proxy. */
  readonly proxy?: string;
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

export function createTransport(options: TransportOptions = {}): Transport {
  const connections = options.connections ?? 8;
  const connectTimeout = options.connectTimeoutMs ?? 10_000;
  const tls = {
    ...(options.ca === undefined ? {} : { ca: options.ca }),
    ...(options.insecure === true ? { rejectUnauthorized: false } : {}),
  };
  const dispatcher =
    options.proxy === undefined
      ? new Agent({ connections, connect: { timeout: connectTimeout, ...tls } })
      : new ProxyAgent({ uri: options.proxy, connections, connectTimeout, requestTls: tls });
  return {
    // openapi-fetch hands over a global Request; undici's own fetch takes an address and its parts.
    async fetch(request) {
      const response = await undiciFetch(request.url, {
        method: request.method,
        headers: [...request.headers],
        body: request.body === null ? null : await request.arrayBuffer(),
        dispatcher,
        signal: request.signal,
        // A vendor's redirect could carry the token to another host.
        redirect: 'manual',
      });
      return response as unknown as Response;
    },
    close: () => dispatcher.destroy(),
  };
}
