import {
  askDirectly,
  askThrough,
  createEndpointCheck,
  createProxyChoice,
  createTransport,
  type EndpointCheck,
  type ProxyChoice,
  type ProxyRules,
  type Transport,
} from '@crossvault/client-kit';
import { type Clock, Secret } from '@crossvault/core';
import type { SoundConnection } from '../configuration/configured-connection.ts';

/** The sockets of a connection. */
export const openTransport = (connection: SoundConnection, proxies: ProxyRules): Transport =>
  createTransport({ ...toRoute(connection, proxies), connections: connection.settings.concurrency });

/** Tries the network path to the addresses of a connection, as its requests take it. */
export const openEndpointCheck = (connection: SoundConnection, proxies: ProxyRules, clock: Clock): EndpointCheck =>
  createEndpointCheck({ ...toRoute(connection, proxies), clock });

/** How the connection's addresses are reached, by its requests and by its probe. */
function toRoute({ settings, authority }: SoundConnection, proxies: ProxyRules) {
  return {
    proxyFor: toProxyChoice(settings.proxy, proxies),
    insecure: settings.tls?.insecure === true,
    ...(authority === null ? {} : { ca: authority }),
  };
}

/** The settings of the connection take precedence. */
function toProxyChoice(proxy: SoundConnection['settings']['proxy'], proxies: ProxyRules): ProxyChoice {
  if (proxy === undefined) return createProxyChoice(proxies);
  if (proxy === 'none') return askDirectly;
  return askThrough({ text: proxy instanceof Secret ? proxy.reveal() : proxy, origin: 'proxy' });
}
