import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ServiceAddress } from '@crossvault/core';
import { bareHost } from '@crossvault/core/wire';
import { type ChosenProxy, explainRefusal } from '../proxy/proxy-choice.ts';
import { type Finding, systemCodeOf } from './probe.ts';

/** Resolves a host name to all of its addresses. */
export type LookUp = (host: string) => Promise<readonly LookupAddress[]>;

/** Uses the resolver of the system: hosts file, name servers, search domains. */
export const systemLookUp: LookUp = (host) => lookup(host, { all: true });

/** Finds the addresses of a host. `key` is the configuration key to change when the name is wrong. */
export async function findAddresses(
  host: string,
  key: string,
  lookUp: LookUp,
): Promise<Finding<readonly LookupAddress[]>> {
  if (isIP(host) !== 0) {
    const value = [{ address: host, family: isIP(host) }];
    return { ok: true, value, detail: `${host} is an address: there is no name to look up.` };
  }
  try {
    const value = await lookUp(host);
    return { ok: true, value, detail: `${host} is ${value.map(({ address }) => address).join(', ')}.` };
  } catch (error) {
    const code = systemCodeOf(error);
    const advice =
      code === 'EAI_AGAIN'
        ? `The name servers of this machine do not answer: check its network and DNS settings, and the host in ${key}.`
        : `Check the host in ${key}, and that this machine can look it up (name server, VPN, hosts file).`;
    return { ok: false, detail: `${host} cannot be looked up (${code}).`, advice, code: 'source-unreachable' };
  }
}

/** A host and port, and the configuration key to change when they are wrong. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly key: string;
}

/** The route to an address: directly to its host, or through a proxy. */
export interface Route {
  readonly target: Endpoint & { readonly encrypted: boolean };
  readonly proxy: (Endpoint & { readonly chosen: ChosenProxy }) | null;
}

export function toRoute({ name, url: text }: ServiceAddress, chosen: ChosenProxy | null): Route {
  const url = new URL(text);
  const key = name === 'api' ? apiKey : identityKey;
  return {
    target: { ...toEndpoint(url, key), encrypted: url.protocol === 'https:' },
    proxy: chosen === null ? null : { ...toEndpoint(chosen.url, proxyKey), chosen },
  };
}

/** Names of the configuration keys from which the addresses follow. */
const apiKey = 'baseUrl (where it is not set: cloud or region)';
const identityKey = 'the address of the sign-in (it follows from cloud or environment where it is not set)';
const proxyKey = 'proxy (where it is not set: HTTPS_PROXY or HTTP_PROXY)';

const toEndpoint = (url: URL, key: string): Endpoint => ({
  host: bareHost(url.hostname),
  port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
  key,
});

export interface SocketTarget {
  readonly host: string;
  readonly port: number;
  /** Addresses of the host; the first that answers is used. */
  readonly addresses: readonly LookupAddress[];
  /** The configuration key to change when the port is wrong. */
  readonly key: string;
}

/** Opens a socket, which is destroyed when the signal aborts. */
async function openSocket(target: SocketTarget, signal: AbortSignal): Promise<Finding<Socket>> {
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
    // Later errors are reported by the step in which they occur.
    socket.on('error', reject);
    socket.once('connect', () => resolve(socket));
  });
}

/** Returns the known addresses instead of resolving the name again. */
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
    return `This machine has no route to the host: check its network, VPN and routes, or set proxy for the connection.`;
  }
  return `Check ${key}, and that a firewall lets this machine reach ${asked}; where only a proxy may, set proxy.`;
}

/** Maximum size of the head of a proxy's answer, in bytes. */
const longestHead = 16 * 1024;

/** Opens a tunnel through a proxy to `target` (`host:port`). */
async function openTunnel(socket: Socket, proxy: ChosenProxy, target: string): Promise<Finding<Socket>> {
  const head = await exchangeHead(socket, toConnect(proxy.url, target));
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1]);
  if (status >= 200 && status < 300) {
    return { ok: true, value: socket, detail: `The proxy ${proxy.shown} opened the tunnel to ${target}.` };
  }
  if (Number.isNaN(status)) {
    const detail = `What listens at ${proxy.shown} does not answer as a proxy.`;
    return {
      ok: false,
      detail,
      advice: 'Check the address of the proxy (key proxy, HTTPS_PROXY).',
      code: 'source-unreachable',
    };
  }
  const { said, advice, code } = explainRefusal(status, proxy, target);
  return { ok: false, detail: said, advice, code };
}

function toConnect({ username, password }: URL, target: string): string {
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  const lines = [`CONNECT ${target} HTTP/1.1`, `Host: ${target}`];
  if (username !== '') lines.push(`Proxy-Authorization: Basic ${credentials}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** Writes a request and reads the head of the answer; later bytes stay in the socket. */
function exchangeHead(socket: Socket, request: string): Promise<string> {
  return new Promise((resolve) => {
    let read = Buffer.alloc(0);
    const finish = (head: string): void => {
      socket.off('data', take).off('close', end).pause();
      resolve(head);
    };
    const end = (): void => finish(read.toString('latin1'));
    const take = (chunk: Buffer): void => {
      read = Buffer.concat([read, chunk]);
      const length = read.indexOf('\r\n\r\n');
      if (length === -1 && read.length < longestHead) return;
      const rest = read.subarray(length + 4);
      finish(read.subarray(0, Math.max(0, length)).toString('latin1'));
      if (length !== -1 && rest.length > 0) socket.unshift(rest);
    };
    socket.on('data', take).on('close', end);
    socket.write(request);
  });
}

type ProxiedRoute = Route & { readonly proxy: NonNullable<Route['proxy']> };

/** Opens the route up to the TLS handshake: a socket to the host, or through the proxy. */
export async function openRoute(
  { target, proxy }: Route,
  addresses: readonly LookupAddress[],
  signal: AbortSignal,
): Promise<Finding<Socket>> {
  if (proxy === null) return openSocket({ ...target, addresses }, signal);
  const opened = await openSocket({ ...proxy, addresses }, signal);
  if (!opened.ok) return { ...opened, detail: `The proxy ${proxy.chosen.shown}: ${opened.detail}` };
  const secured = proxy.chosen.url.protocol === 'https:' ? await secureProxy(opened.value, proxy.host) : opened;
  const through = secured.ok ? await connectThroughProxy(secured.value, { target, proxy }) : secured;
  if (!through.ok) opened.value.destroy();
  return through;
}

async function connectThroughProxy(socket: Socket, { target, proxy }: ProxiedRoute): Promise<Finding<Socket>> {
  const { chosen } = proxy;
  if (target.encrypted) return openTunnel(socket, chosen, `${bracketed(target.host)}:${target.port}`);
  return { ok: true, value: socket, detail: `The proxy ${chosen.shown} answered; it forwards plain requests itself.` };
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** Opens TLS to the proxy itself, whose certificate Node must trust. */
function secureProxy(socket: Socket, host: string): Promise<Finding<Socket>> {
  return new Promise((resolve) => {
    const secure = connectTls({ socket, host, servername: host });
    secure.once('secureConnect', () => resolve({ ok: true, value: secure, detail: 'The proxy answered over TLS.' }));
    secure.on('error', (error) =>
      resolve({
        ok: false,
        detail: `TLS with the proxy itself failed (${systemCodeOf(error)}).`,
        advice:
          'Write its address with http:// in the key proxy if it does not support TLS; its certificate has to come from an authority that Node knows (NODE_EXTRA_CA_CERTS).',
        code: 'certificate-refused',
      }),
    );
  });
}
