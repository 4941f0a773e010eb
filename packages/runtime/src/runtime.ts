import type { Clock, ConnectorContext, Logger } from '@crossvault/contract';
import { createEngine, type Engine } from '@crossvault/engine';
import type { OpenedStore } from '@crossvault/store';
import { type Configuration, type ConfigurationOptions, loadConfiguration } from './configuration.ts';
import { makeConnection } from './connect.ts';
import { readEnvironment, readProxyVariables } from './environment.ts';
import { createLogger } from './logger.ts';
import { openStore } from './open-store.ts';
import { createSystemClock } from './system-clock.ts';
import { vendors as knownVendors } from './vendors.ts';

/** The configuration at work. */
export interface Runtime {
  readonly configuration: Configuration;
  readonly engine: Engine;
  /** The history; null where the configuration wants none. */
  readonly store: OpenedStore | null;
  /** Ends connectors and sockets; requests under way are broken off. */
  close(): Promise<void>;
}

export interface RuntimeOptions extends ConfigurationOptions {
  /** @default the machine's */
  readonly clock?: Clock;
  /** @default warnings and errors, to stderr */
  readonly logger?: Logger;
  /** What all connections send their requests with. @default sockets of each connection's own, with its TLS and its proxy */
  readonly fetch?: ConnectorContext['fetch'];
}

/** Reads the configuration and makes its connections. Throws only what concerns the whole file. */
export async function openRuntime(options: RuntimeOptions = {}): Promise<Runtime> {
  const configuration = await loadConfiguration(options);
  const clock = options.clock ?? createSystemClock();
  const logger = options.logger ?? createLogger({ level: 'warn' });
  const vendors = options.vendors ?? knownVendors;
  const proxies = readProxyVariables(options.environment ?? readEnvironment());
  const made = configuration.connections.map((configured) =>
    makeConnection(configured, { vendors, clock, logger, proxies, fetch: options.fetch }),
  );
  const store = await openStore(configuration, clock);
  const engine = createEngine({ connections: made.map(({ connection }) => connection), clock, logger, store });
  return {
    configuration,
    engine,
    store,
    async close() {
      try {
        await engine.close();
      } finally {
        await store?.close();
        await Promise.all(made.map(({ transport }) => transport?.close()));
      }
    },
  };
}
