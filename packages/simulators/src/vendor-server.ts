import { createServer, type Server } from 'node:http';
import express, { type ErrorRequestHandler, type Express } from 'express';

/** One request as it was answered; status 0: the caller left, or the server was stopped, before the answer was out. */
export type RequestRecord = { readonly method: string; readonly path: string; readonly status: number };

export type VendorServer = {
  /** The address; it is fixed from the first start on. */
  readonly url: string;
  readonly running: boolean;
  /** The newest requests, oldest first. */
  readonly requests: readonly RequestRecord[];
  start(): Promise<void>;
  /** Cuts open connections; the port stays reserved for the next start (nobody else is told about it). */
  stop(): Promise<void>;
};

export class PortTakenError extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`port ${port} on 127.0.0.1 is taken; choose another with --port, or 0 for free ones`);
    this.name = 'PortTakenError';
    this.port = port;
  }
}

const HOST = '127.0.0.1';
const REMEMBERED_REQUESTS = 2000;

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : 500;

const answerError: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) next(error);
  else response.status(statusOf(error)).json({ error: error instanceof Error ? error.message : 'unexpected failure' });
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error),
    );
    server.listen(port, HOST, resolve);
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const portOf = (server: Server, fallback: number): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : fallback;
};

/** An express application on loopback that can be stopped and started again at the same address. `port` 0: any free one. */
export const createVendorServer = (options: { port: number; register: (app: Express) => void }): VendorServer => {
  const requests: RequestRecord[] = [];
  let port = options.port;
  let server: Server | null = null;

  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use((request, response, next) => {
    const remember = (status: number): void => {
      requests.push({ method: request.method, path: request.originalUrl, status });
      if (requests.length > REMEMBERED_REQUESTS) requests.shift();
    };
    response.once('finish', () => remember(response.statusCode));
    response.once('close', () => {
      if (!response.writableFinished) remember(0);
    });
    next();
  });
  options.register(app);
  app.use(answerError);

  return Object.freeze({
    get url() {
      if (port === 0) throw new Error('the server has no address before its first start');
      return `http://${HOST}:${port}`;
    },
    get running() {
      return server !== null;
    },
    requests,
    start: async () => {
      if (server !== null) return;
      const starting = createServer(app);
      await listen(starting, port);
      port = portOf(starting, port);
      server = starting;
    },
    stop: async () => {
      const stopping = server;
      server = null;
      if (stopping !== null) await close(stopping);
    },
  });
};
