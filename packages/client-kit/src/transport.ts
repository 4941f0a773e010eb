import { Agent, fetch as undiciFetch } from 'undici';

export interface TransportOptions {
  /** PEM of the authority that signed the vendor's certificate. */
  readonly ca?: string;
  /** Takes any certificate. Whoever sets it says so loudly. @default false */
  readonly insecure?: boolean;
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
  const agent = new Agent({
    connections: options.connections ?? 8,
    connect: {
      timeout: options.connectTimeoutMs ?? 10_000,
      ...(options.ca === undefined ? {} : { ca: options.ca }),
      ...(options.insecure === true ? { rejectUnauthorized: false } : {}),
    },
  });
  return {
    // openapi-fetch hands over a global Request; undici's own fetch takes an address and its parts.
    async fetch(request) {
      const response = await undiciFetch(request.url, {
        method: request.method,
        headers: [...request.headers],
        body: request.body === null ? null : await request.arrayBuffer(),
        dispatcher: agent,
        signal: request.signal,
        // A vendor's redirect could carry the token to another host.
        redirect: 'manual',
      });
      return response as unknown as Response;
    },
    close: () => agent.destroy(),
  };
}
