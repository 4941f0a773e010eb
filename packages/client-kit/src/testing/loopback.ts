import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, createServer as createSocketServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { ServerIdentity } from './temporary-authority.ts';

/** A server on a free loopback port, which is closed after its test. */
export interface Loopback {
  readonly port: number;
  /** `127.0.0.1:port` */
  readonly address: string;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function listen(server: Server): Promise<Loopback> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const port = portOf(server);
  return { port, address: `127.0.0.1:${port}` };
}

/** Speaks http. */
export const serveHttp = (answer: RequestListener): Promise<Loopback> => listen(createServer(answer));

/** Speaks https. */
export const serveHttps = (identity: ServerIdentity, answer: RequestListener): Promise<Loopback> =>
  listen(createSecureServer(identity, answer));

/** Passes every socket to the test. */
export const serveSockets = (take: (socket: Socket) => void): Promise<Loopback> => listen(createSocketServer(take));

/** A closed port. */
export async function findClosedPort(): Promise<number> {
  const server = createSocketServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

/** A proxy that opens tunnels to loopback for any host, and forwards no plain requests. */
export interface LoopbackProxy extends Loopback {
  /** Its requests, with their credentials. */
  readonly asked: readonly string[];
  /** Number of opened tunnels. */
  readonly tunnels: number;
}

export async function serveProxy(refuseWith: number | null = null): Promise<LoopbackProxy> {
  const asked: string[] = [];
  let tunnels = 0;
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['proxy-authorization'] ?? '-'}`);
    response.writeHead(refuseWith ?? 200).end('from the proxy');
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push(`CONNECT ${request.url} ${request.headers['proxy-authorization'] ?? '-'}`);
    if (refuseWith !== null) return socket.end(`HTTP/1.1 ${refuseWith} No\r\n\r\n`);
    tunnels += 1;
    const upstream = connect(Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      socket.pipe(upstream).pipe(socket);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
    return undefined;
  });
  const here = await listen(server);
  return {
    ...here,
    asked,
    get tunnels() {
      return tunnels;
    },
  };
}
