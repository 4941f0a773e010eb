import type { LookupAddress } from 'node:dns';
import { connect, type LookupFunction, type Socket } from 'node:net';
import type { Finding } from './step.ts';
import { systemCodeOf } from './system-code.ts';

export interface SocketTarget {
  readonly host: string;
  readonly port: number;
  /** What the host was found to be; the first that answers is taken. */
  readonly addresses: readonly LookupAddress[];
  /** What is changed when the port is wrong. */
  readonly key: string;
}

/** Opens a socket. It is destroyed when the signal ends. */
export async function openSocket(target: SocketTarget, signal: AbortSignal): Promise<Finding<Socket>> {
  const { host, port, addresses, key } = target;
  try {
    const socket = await connectTo(target, signal);
    return { ok: true, value: socket, detail: `${socket.remoteAddress} answered at port ${port}.` };
  } catch (error) {
    const code = systemCodeOf(error);
    return {
      ok: false,
      detail: `${addresses.map(({ address }) => address).join(', ')} cannot be reached at port ${port} (${code}).`,
      advice: adviceFor(code, `${host}:${port}`, key),
      code: code === 'ETIMEDOUT' ? 'source-timeout' : 'source-unreachable',
    };
  }
}

function connectTo({ host, port, addresses }: SocketTarget, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, lookup: answerWith(addresses) });
    const giveUp = (): void => void socket.destroy();
    signal.addEventListener('abort', giveUp, { once: true });
    socket.once('close', () => signal.removeEventListener('abort', giveUp));
    // Whatever happens to it later is told by the step that it happens in.
    socket.on('error', reject);
    socket.once('connect', () => resolve(socket));
  });
}

/** The addresses that are known already, instead of a second look. */
const answerWith =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_host, options, done) => {
    const [first] = addresses;
    if (options.all === true) done(null, [...addresses]);
    else done(null, first?.address ?? '', first?.family);
  };

function adviceFor(code: string, asked: string, key: string): string {
  if (code === 'ECONNREFUSED') return `Nothing listens there: check the port in ${key}, and that the service runs.`;
  if (code === 'ENETUNREACH' || code === 'EHOSTUNREACH') {
    return `This machine has no way there: look at its network, VPN and routes, or set proxy for the connection.`;
  }
  return `Check ${key}, and that a firewall lets this machine reach ${asked}; where only a proxy may, set proxy.`;
}
