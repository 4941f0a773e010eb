import express, { type ErrorRequestHandler, type Express } from 'express';
import type { CertificateKind } from '../tls/certificate.ts';
import { HOST, type LoopbackServer, openLoopbackServer } from './loopback-server.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
import { createVendorFront, type VendorFront } from './vendor-front.ts';

export type VendorServer = Pick<RequestLog, 'requests' | 'requestCount'> & {
  /** The address; it is fixed from the first start on. */
  readonly url: string;
  readonly running: boolean;
  /** What stands before its routes. */
  readonly front: VendorFront;
  /** What it shows from the next handshake on; null: it speaks plain http. */
  readonly certificate: CertificateKind | null;
  /** Throws RangeError when it speaks plain http. */
  useCertificate(kind: CertificateKind): Promise<void>;
  start(): Promise<void>;
  /** Cuts open connections; the port is kept for the next start. */
  stop(): Promise<void>;
};

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : 500;

const answerError: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) next(error);
  else response.status(statusOf(error)).json({ error: error instanceof Error ? error.message : 'unexpected failure' });
};

const createApp = (register: (app: Express) => void, log: RequestLog, front: VendorFront): Express => {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(log.handler);
  app.use(front.handler);
  register(app);
  app.use(answerError);
  return app;
};

/**
 * An express application on loopback that can be stopped and started again at the same address. `port` 0: any free one.
 * The simulators' core has the `front` of a vendor; without one the server speaks plain http, on a clock of its own.
 */
export const createVendorServer = (options: {
  readonly port: number;
  readonly register: (app: Express) => void;
  readonly front?: VendorFront | undefined;
}): VendorServer => {
  const front = options.front ?? createVendorFront();
  const log = createRequestLog(front.rememberedRequests);
  const app = createApp(options.register, log, front);
  let port = options.port;
  let server: LoopbackServer | null = null;
  let certificate = front.tls?.certificate ?? null;

  return Object.freeze({
    get url() {
      if (port === 0) throw new Error('the server has no address before its first start');
      return `${front.tls === null ? 'http' : 'https'}://${HOST}:${port}`;
    },
    get running() {
      return server !== null;
    },
    get requestCount() {
      return log.requestCount;
    },
    get certificate() {
      return certificate;
    },
    requests: log.requests,
    front,
    useCertificate: async (kind: CertificateKind) => {
      if (front.tls === null) throw new RangeError('a server of plain http shows no certificate');
      certificate = kind;
      await server?.useCertificate(kind);
    },
    start: async () => {
      if (server !== null) return;
      const tls = front.tls === null || certificate === null ? null : { ...front.tls, certificate };
      server = await openLoopbackServer(app, { port, tls });
      port = server.port;
    },
    stop: async () => {
      const stopping = server;
      server = null;
      if (stopping !== null) await stopping.close();
    },
  });
};
