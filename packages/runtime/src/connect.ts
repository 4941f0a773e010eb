import { createTransport, type Transport, type TransportOptions } from '@crossvault/client-kit';
import { type Clock, CrossvaultError, type Logger, Secret, type VendorDefinition } from '@crossvault/contract';
import type { EngineConnection } from '@crossvault/engine';
import type { ConfiguredConnection, SoundConnection } from './configured-connection.ts';
import { forConnection } from './logger.ts';

/** What connections are made with. */
export interface ConnectOptions {
  readonly vendors: readonly VendorDefinition[];
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A connection for the engine, and the sockets behind it. */
export interface MadeConnection {
  readonly connection: EngineConnection;
  readonly transport: Transport | null;
}

/** What the engine is told of a connection that has no settings: it is never asked anything. */
const faultySettings = { tags: [], deadlineMs: 30_000, concurrency: 1, connector: null } as const;

/** Makes a connection without asking the vendor anything. A faulty one is made too: it answers with its fault. */
export function makeConnection(configured: ConfiguredConnection, options: ConnectOptions): MadeConnection {
  const { name, vendor } = configured;
  const definition = options.vendors.find(({ id }) => id === vendor);
  const known = { name, vendor, title: definition?.title ?? vendor };
  if (configured.fault !== null || definition === undefined) {
    return { connection: { ...known, ...faultySettings, fault: configured.fault }, transport: null };
  }
  const { tags, deadlineSeconds, concurrency, tls } = configured.settings;
  const logger = forConnection(options.logger, name);
  if (tls?.insecure === true) {
    logger.warn(
      {},
      'TLS certificates are NOT checked here (tls.insecure): whoever is on the way can read the credential.',
    );
  }
  const transport = createTransport(toTransportOptions(configured));
  const context = {
    connection: name,
    fetch: transport.fetch,
    logger,
    clock: options.clock,
    random: Math.random,
    concurrency,
  };
  try {
    const connector = definition.connect(configured.config, context);
    return {
      connection: { ...known, tags, deadlineMs: deadlineSeconds * 1000, concurrency, connector, fault: null },
      transport,
    };
  } catch (error) {
    const fault = CrossvaultError.from(error).at(name);
    return { connection: { ...known, ...faultySettings, tags, fault }, transport };
  }
}

function toTransportOptions({ settings, authority }: SoundConnection): TransportOptions {
  const { tls, proxy, concurrency } = settings;
  return {
    connections: concurrency,
    ...(authority === null ? {} : { ca: authority }),
    ...(tls?.insecure === true ? { insecure: true } : {}),
    ...(proxy === undefined ? {} : { proxy: proxy instanceof Secret ? proxy.reveal() : proxy }),
  };
}
