import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { CertificateKind, ServerTls } from '../tls/certificate.ts';

export const HOST = '127.0.0.1';

export class PortTakenError extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`port ${port} on ${HOST} is taken; choose another with --port, or 0 for free ones`);
    this.name = 'PortTakenError';
    this.port = port;
  }
}

export type LoopbackServer = {
  readonly port: number;
  /** Shows another certificate from the next handshake on; sockets that wait for a request are closed, so that one comes soon. */
  useCertificate(kind: CertificateKind): Promise<void>;
  /** Cuts every connection, those whose handshake is in progress too. */
  close(): Promise<void>;
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error),
    );
    server.listen(port, HOST, resolve);
  });

const portOf = (server: Server, fallback: number): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : fallback;
};

/** Starts to listen on loopback, at any free port when it is 0. Without `tls` it speaks plain http. */
export const openLoopbackServer = async (
  handler: RequestListener,
  options: { readonly port: number; readonly tls: ServerTls | null },
): Promise<LoopbackServer> => {
  const { tls } = options;
  const secure = tls === null ? null : createTlsServer(await tls.authority.issue(tls.certificate), handler);
  const server = secure ?? createServer(handler);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await listen(server, options.port);
  return Object.freeze({
    port: portOf(server, options.port),
    useCertificate: async (kind: CertificateKind) => {
      if (secure === null || tls === null) throw new RangeError('a server of plain http shows no certificate');
      secure.setSecureContext(await tls.authority.issue(kind));
      secure.closeIdleConnections();
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  });
};
