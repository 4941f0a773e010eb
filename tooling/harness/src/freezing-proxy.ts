import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can fall silent, as a firewall does that forgets its connections. */
export interface FreezingProxy {
  readonly port: number;
  /** Connections that are open on the caller's side. */
  readonly open: number;
  /** From now on no byte and no end passes over the connections that are open. New ones pass. */
  freezeOpen(): void;
  /** The same for new ones: they are accepted, and nothing comes back. */
  freezeNew(): void;
  close(): Promise<void>;
}

export async function startFreezingProxy(toPort: number): Promise<FreezingProxy> {
  const callers = new Set<Socket>();
  const all = new Set<Socket>();
  const remember = (socket: Socket): Socket => {
    all.add(socket);
    // Some are cut: that is what this is for.
    return socket.on('error', () => socket.destroy()).on('close', () => all.delete(socket));
  };
  let isFrozen = false;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    callers.add(remember(socket));
    socket.on('close', () => callers.delete(socket));
    if (isFrozen) {
      swallow(socket);
      return;
    }
    const target = remember(connect(toPort, '127.0.0.1'));
    socket.pipe(target);
    target.pipe(socket);
    socket.on('close', () => target.destroy());
    target.on('close', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    get open() {
      return callers.size;
    },
    freezeOpen() {
      for (const socket of all) {
        socket.unpipe();
        socket.removeAllListeners('close');
        socket.on('close', () => callers.delete(socket));
        if (callers.has(socket)) swallow(socket);
        else socket.resume();
      }
    },
    freezeNew() {
      isFrozen = true;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of all) socket.destroy();
      await closed;
    },
  };
}

/** Reads what comes and passes nothing on; a caller that leaves is noticed. */
const swallow = (socket: Socket): void => void socket.resume().on('end', () => socket.destroy());
