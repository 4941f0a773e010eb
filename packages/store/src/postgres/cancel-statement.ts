import { connect as connectSocket, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import type pg from 'pg';

/** Codes of requests that stand where a protocol's version stands else: https://www.postgresql.org/docs/current/protocol-message-formats.html. */
const requests = { cancel: 80_877_102, tls: 80_877_103 } as const;

const toMessage = (...numbers: readonly number[]): Buffer => {
  const message = Buffer.alloc(4 + numbers.length * 4);
  for (const [index, number] of [message.length, ...numbers].entries()) message.writeInt32BE(number, index * 4);
  return message;
};

/**
 * Asks the server to end what a connection is just doing, over a socket of its own, as the protocol has it. The statement
 * then fails, and the connection can be used again. The outcome is unknown: PostgreSQL does not answer such a request.
 */
export function cancelStatement(client: pg.Client, timeoutMs: number): void {
  const [process, key]: readonly unknown[] = [Reflect.get(client, 'processID'), Reflect.get(client, 'secretKey')];
  if (typeof process !== 'number' || typeof key !== 'number') return;
  const { host, port } = client;
  const ssl: unknown = client.ssl;
  const socket = host.startsWith('/') ? connectSocket(`${host}/.s.PGSQL.${port}`) : connectSocket(port, host);
  // Whatever becomes of it, what is to be ended ends by its own time-outs, too.
  socket.on('error', () => socket.destroy());
  socket.setTimeout(timeoutMs, () => socket.destroy());
  socket.unref();
  const cancel = (to: Socket): void => void to.end(toMessage(requests.cancel, process, key));
  if (!isTlsOptions(ssl)) {
    socket.once('connect', () => cancel(socket));
    return;
  }
  socket.once('connect', () => void socket.write(toMessage(requests.tls)));
  socket.once('data', (answer) => {
    if (answer.toString('latin1') !== 'S') return void socket.destroy();
    const secure = connectTls({ ...(ssl === true ? {} : ssl), socket, host }, () => cancel(secure));
    secure.on('error', () => socket.destroy());
  });
}

const isTlsOptions = (ssl: unknown): ssl is true | ConnectionOptions =>
  ssl === true || (typeof ssl === 'object' && ssl !== null);
