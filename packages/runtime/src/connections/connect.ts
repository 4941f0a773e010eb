import {
  askDirectly,
  askThrough,
  createEndpointCheck,
  createProxyChoice,
  createTransport,
  type ProxyChoice,
  type ProxyRules,
  type Transport,
} from '@crossvault/client-kit';
import { type Clock, type ConnectorContext, CrossvaultError, type Logger, Secret } from '@crossvault/core';
import type { EngineConnection } from '@crossvault/engine';
import type { ConfiguredConnection, SoundConnection } from '../configuration/configured-connection.ts';
import { forConnection } from '../process/logger.ts';

/** Common dependencies of all connections. */
export interface ConnectOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Proxies of the environment, for connections without a `proxy` key. */
  readonly proxies: ProxyRules;
  /** Instead of sockets of each connection's own. */
  readonly fetch: ConnectorContext['fetch'] | undefined;
}

/** A connection for the engine, and the sockets behind it. */
export interface MadeConnection {
  readonly connection: EngineConnection;
  readonly transport: Transport | null;
}

/** The definition of a connection without settings. The engine sends no requests to it. */
const faultySettings = { tags: [], deadlineMs: 30_000, concurrency: 1, connector: null, checkEndpoint: null } as const;

/** Creates a connection without a request to the vendor. A faulty connection is created as well, and its calls fail with its fault. */
export function makeConnection(configured: ConfiguredConnection, options: ConnectOptions): MadeConnection {
  const { name, vendor, title, vendorModule } = configured;
  const known = { name, vendor, title, vendorModule };
  if (configured.fault !== null) {
    return { connection: { ...known, ...faultySettings, fault: configured.fault }, transport: null };
  }
  const { tags, deadlineSeconds, concurrency, allow, tls, historyDays, retentionDays = null } = configured.settings;
  const logger = forConnection(options.logger, name);
  if (tls?.insecure === true) {
    logger.warn(
      {},
      'TLS certificates are NOT checked here (tls.insecure): an attacker on the network can read the credential.',
    );
  }
  const route = toWay(configured, options.proxies);
  const { transport, fetch } = toTransport(options.fetch, () =>
    createTransport({ ...route, connections: concurrency }),
  );
  const context = {
    connection: name,
    fetch,
    logger,
    clock: options.clock,
    random: Math.random,
    concurrency,
    allow,
  };
  try {
    const connector = configured.connect(context);
    return {
      connection: {
        ...known,
        tags,
        deadlineMs: deadlineSeconds * 1000,
        concurrency,
        historyDays,
        retentionDays,
        allow,
        connector,
        checkEndpoint: createEndpointCheck({ ...route, clock: options.clock }),
        fault: null,
      },
      transport,
    };
  } catch (error) {
    const fault = CrossvaultError.from(error).at(name);
    return { connection: { ...known, ...faultySettings, tags, fault }, transport };
  }
}

/** The transport of the connection, and its close function. */
function toTransport(given: ConnectorContext['fetch'] | undefined, create: () => Transport) {
  if (given !== undefined) return { fetch: given, transport: null };
  const transport = create();
  return { fetch: transport.fetch, transport };
}

/** How the connection's addresses are reached, by its requests and by its probe. */
function toWay({ settings, authority }: SoundConnection, proxies: ProxyRules) {
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
