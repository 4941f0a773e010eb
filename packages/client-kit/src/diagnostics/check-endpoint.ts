import type { Socket } from 'node:net';
import type { CallOptions, Clock, ProbeStep, ServiceAddress } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import { isLoopbackHost } from '@crossvault/core/wire';
import { askDirectly, type ProxyChoice } from '../proxy/proxy-choice.ts';
import {
  type Endpoint,
  findAddresses,
  type LookUp,
  openRoute,
  type Route,
  systemLookUp,
  toRoute,
} from './open-route.ts';
import { type DoneStep, type Finding, runStep } from './probe.ts';
import { checkTls } from './tls-handshake.ts';

export interface EndpointCheckOptions {
  readonly clock: Clock;
  /** PEM of the authority that signed the vendor's certificate. */
  readonly ca?: string;
  /** Accepts any certificate, and reports it. @default false */
  readonly insecure?: boolean;
  /** The proxy for an address; the check then uses the route through it. @default none */
  readonly proxyFor?: ProxyChoice;
  /** How long one step may take. @default 10_000 */
  readonly stepTimeoutMs?: number;
  /** @default the system's */
  readonly lookUp?: LookUp;
}

/** Checks the route to an address in the steps `dns`, `tcp` and `tls`, up to the first that fails. Never rejects. */
export type EndpointCheck = (address: ServiceAddress, call: CallOptions) => Promise<readonly ProbeStep[]>;

export function createEndpointCheck(options: EndpointCheckOptions): EndpointCheck {
  const { proxyFor = askDirectly } = options;
  return async (address, call) => {
    try {
      return await checkRoute(toRoute(address, proxyFor(new URL(address.url))), options, call);
    } catch (error) {
      // The proxy or the address is invalid: nothing can be checked.
      const { code, message } = CrossvaultError.from(error);
      const advice =
        'Correct the proxy (key proxy, or HTTPS_PROXY and HTTP_PROXY of the environment) or the address (key baseUrl).';
      return [{ name: 'dns', ok: false, detail: message, advice, code, durationMs: 0 }];
    }
  };
}

async function checkRoute(
  route: Route,
  options: EndpointCheckOptions,
  call: CallOptions,
): Promise<readonly ProbeStep[]> {
  const { clock, stepTimeoutMs: timeoutMs = 10_000, lookUp = systemLookUp } = options;
  const { target, proxy } = route;
  const first = proxy ?? target;
  const steps: ProbeStep[] = [];
  const done = <Value>({ step, value }: DoneStep<Value>): Value | null => {
    steps.push(step);
    return value;
  };
  let socket: Socket | null = null;
  try {
    const addresses = done(
      await runStep(
        'dns',
        { clock, timeoutMs, what: `Looking up ${first.host}`, whenSlow: 'Check the name servers of this machine.' },
        call,
        async () => withProxyName(await findAddresses(first.host, first.key, lookUp), route),
      ),
    );
    if (addresses === null) return steps;
    socket = done(
      await runStep(
        'tcp',
        { clock, timeoutMs, what: `Opening ${first.host}:${first.port}`, whenSlow: whenFiltered(first) },
        call,
        (signal) => openRoute(route, addresses, signal),
      ),
    );
    const opened = socket;
    if (opened === null) return steps;
    done(
      await runStep(
        'tls',
        { clock, timeoutMs, what: 'The TLS handshake', whenSlow: `Does TLS listen at the port in ${target.key}?` },
        call,
        async () => (target.encrypted ? secure(opened, route, options) : unencrypted(opened, route)),
      ),
    );
    return steps;
  } finally {
    socket?.destroy();
  }
}

const whenFiltered = ({ host, port, key }: Endpoint): string =>
  `A firewall may drop the packets to ${host}:${port}: have it opened, check ${key}, or set proxy where only a proxy may go there.`;

function withProxyName<Value>(finding: Finding<Value>, { target, proxy }: Route): Finding<Value> {
  if (proxy === null) return finding;
  return { ...finding, detail: `${target.host} is reached through the proxy ${proxy.chosen.shown}: ${finding.detail}` };
}

const secure = (
  socket: Socket,
  { target }: Route,
  { clock, ca, insecure = false }: EndpointCheckOptions,
): Promise<Finding<Socket>> => checkTls(socket, { ...target, authority: ca ?? null, insecure, nowMs: clock.now() });

function unencrypted(socket: Socket, { target }: Route): Finding<Socket> {
  const detail =
    'The address is http: nothing is encrypted, anyone on the network path can read the credential and the answers.';
  if (isLoopbackHost(target.host)) return { ok: true, value: socket, detail };
  return { ok: true, value: socket, detail, advice: `Write https in ${target.key}, if the source offers it.` };
}
