import { createServer as createHttpServer, type Server, type ServerResponse } from 'node:http';
import { CrossvaultError, isLoopbackHost } from '@crossvault/core';
import { type AppOptions, createApp } from './app.ts';
import { type AuthDecision, type AuthMode, createAuth } from './auth-mode.ts';
import { toAuthorityHost } from './host-guard.ts';
import { answerMalformedRequest } from './malformed-request.ts';

export interface ServerOptions extends Omit<AppOptions, 'host' | 'ending' | 'decideAuth'> {
  /** Port 0 takes any free one. */
  readonly listen: { readonly host: string; readonly port: number };
  /** `server.auth` of the configuration. @default `keys` where a key was ever created or others can reach the server, else `none` */
  readonly auth?: AuthMode;
  /** How long requests under way may still run when the server closes. @default 5000 */
  readonly graceMs?: number;
}

export interface RunningServer {
  /** Address of the facade, without a slash at its end. */
  readonly url: string;
  /** The current authentication mode. */
  readonly auth: AuthDecision;
  /** Takes no more requests, lets those under way finish for a few seconds and breaks off the rest. */
  close(): Promise<void>;
}

/** Starts the facade. Throws `address-in-use` when the port is taken, `configuration-invalid` where others could come in, or no one at all. */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  const { listen, clock, allowedHosts = [], graceMs = 5000 } = options;
  const decideAuth = createAuth(options.engine, { ...options, host: listen.host, allowedHosts });
  // If the store cannot be read now, it is asked again with each request; until then every request is refused.
  const auth = await decideAuth().catch((): AuthDecision => ({ mode: 'keys', reason: 'the store cannot be read' }));
  if (options.auth === undefined && !isLoopbackHost(listen.host) && !(await options.engine.hasKeys())) {
    throw new CrossvaultError({
      code: 'configuration-invalid',
      message: `${toAuthorityHost(listen.host)} can be reached from other machines, and there are no API keys. Create one with "crossvault keys create", or listen on 127.0.0.1.`,
      parameter: 'listen',
    });
  }
  const ending = new AbortController();
  const app = createApp({ ...options, host: listen.host, decideAuth, ending: ending.signal });
  // A missing host is refused by the guard, in the same form as a foreign one.
  const server = createHttpServer({ requireHostHeader: false }, app);
  const running = new Set<ServerResponse>();
  server.on('clientError', answerMalformedRequest);
  server.on('request', (_request, response) => {
    running.add(response);
    response.once('close', () => running.delete(response));
  });
  const port = await startListening(server, listen);

  async function shutDown(): Promise<void> {
    const grace = new AbortController();
    ending.abort();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const response of running) if (!response.headersSent) response.setHeader('Connection', 'close');
    clock.sleep(graceMs, { signal: grace.signal }).then(
      () => server.closeAllConnections(),
      () => undefined,
    );
    await closed;
    grace.abort();
  }
  let closing: Promise<void> | undefined;
  return {
    auth,
    url: `http://${toAuthorityHost(listen.host)}:${port}`,
    close() {
      closing ??= shutDown();
      return closing;
    },
  };
}

async function startListening(server: Server, { host, port }: ServerOptions['listen']): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(toListenError(error, `${toAuthorityHost(host)}:${port}`)));
    server.listen({ host, port }, resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function toListenError(error: NodeJS.ErrnoException, address: string): CrossvaultError {
  if (error.code === 'EADDRINUSE') {
    return new CrossvaultError({
      code: 'address-in-use',
      message: `${address} is already in use. End the program that listens there, or choose another port.`,
      parameter: 'listen',
      cause: error,
    });
  }
  return new CrossvaultError({
    code: 'configuration-invalid',
    message: `The server cannot listen on ${address} (${error.code ?? error.message}). Choose an address of this machine and a port that this account may use.`,
    parameter: 'listen',
    cause: error,
  });
}
