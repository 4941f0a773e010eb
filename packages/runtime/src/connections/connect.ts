import type { ProxyRules, Transport } from '@crossvault/client-kit';
import type { Clock, ConnectorContext, Logger } from '@crossvault/core';
import type { EngineConnection } from '@crossvault/engine';
import type { ConfiguredConnection, SoundConnection } from '../configuration/configured-connection.ts';
import { forConnection } from '../process/connection-logger.ts';

/** Common dependencies of all connections. */
export interface ConnectOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Proxies of the environment, for connections without a `proxy` key. */
  readonly proxies: ProxyRules;
  /** Instead of sockets of each connection's own. */
  readonly fetch: ConnectorContext['fetch'] | undefined;
}

/** A connection for the engine, and the end of the sockets that it has opened. */
export interface MadeConnection {
  readonly connection: EngineConnection;
  close(): Promise<void>;
}

/** The definition of a connection without settings. The engine sends no requests to it. */
const faultySettings = { tags: [], deadlineMs: 30_000, concurrency: 1, connector: null, checkEndpoint: null } as const;

/**
 * Creates a connection without a request to the vendor. The vendor's code and the HTTP client are loaded when the connection
 * is first used. A faulty connection is created as well, and its calls fail with its fault.
 */
export function makeConnection(configured: ConfiguredConnection, options: ConnectOptions): MadeConnection {
  const { name, vendor, title, vendorModule } = configured;
  const known = { name, vendor, title, vendorModule };
  if (configured.fault !== null) {
    return { connection: { ...known, ...faultySettings, fault: configured.fault }, close: async () => undefined };
  }
  const {
    tags,
    tenant = null,
    deadlineSeconds,
    concurrency,
    allow,
    tls,
    historyDays,
    retentionDays = null,
  } = configured.settings;
  const logger = forConnection(options.logger, name);
  if (tls?.insecure === true) {
    logger.warn(
      {},
      'TLS certificates are NOT checked here (tls.insecure): an attacker on the network can read the credential.',
    );
  }
  const transport = createLazyTransport(configured, options);
  return {
    connection: {
      ...known,
      tags,
      tenant,
      deadlineMs: deadlineSeconds * 1000,
      concurrency,
      historyDays,
      retentionDays,
      allow,
      connector: async () =>
        configured.connect({
          connection: name,
          fetch: options.fetch ?? (await transport.open()).fetch,
          logger,
          clock: options.clock,
          random: Math.random,
          concurrency,
          allow,
        }),
      async checkEndpoint(...given) {
        const { openEndpointCheck } = await import('./routes.ts');
        return openEndpointCheck(configured, options.proxies, options.clock)(...given);
      },
      fault: null,
    },
    close: transport.close,
  };
}

/** Sockets that are made for the first request. */
function createLazyTransport(connection: SoundConnection, { proxies }: Pick<ConnectOptions, 'proxies'>) {
  let opened: Promise<Transport> | null = null;
  return {
    open(): Promise<Transport> {
      opened ??= import('./routes.ts').then(({ openTransport }) => openTransport(connection, proxies));
      return opened;
    },
    async close(): Promise<void> {
      const transport = await opened?.catch(() => null);
      await transport?.close();
    },
  };
}
