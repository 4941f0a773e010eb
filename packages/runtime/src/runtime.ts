import { access } from 'node:fs/promises';
import { type Clock, type ConnectorContext, createSystemClock, type Logger } from '@crossvault/core';
import { createEngine, type Engine } from '@crossvault/engine';
import type { OpenedStore } from '@crossvault/store';
import { type Configuration, type ConfigurationOptions, loadConfiguration } from './configuration/configuration.ts';
import type { StoreSettings } from './configuration/store-settings.ts';
import { makeConnection } from './connections/connect.ts';
import { readEnvironment, readProxyVariables } from './process/environment.ts';
import { createLeaseOwner } from './process/lease-owner.ts';

/** The connections, engine and store of a configuration. */
export interface Runtime {
  readonly configuration: Configuration;
  readonly engine: Engine;
  /** The store of the history; null where all answers are read live. */
  readonly store: OpenedStore | null;
  /** Why there is no store yet although the configuration names one; null for any other reason. */
  readonly absentStore: string | null;
  /** Ends connectors and sockets; requests in progress are aborted. */
  close(): Promise<void>;
}

export interface RuntimeOptions extends ConfigurationOptions {
  /** @default the machine's */
  readonly clock?: Clock;
  /** @default warnings and errors, to stderr */
  readonly logger?: Logger;
  /** The fetch of all connections. @default sockets of each connection's own, with its TLS and its proxy */
  readonly fetch?: ConnectorContext['fetch'];
  /**
   * Whether to keep history: creates a missing store, and syncs it. Otherwise a file is only used
   * where it exists already. @default false
   */
  readonly keepHistory?: boolean;
  /** Whether a missing store is created even without a sync, for operations and the audit log. @default keepHistory */
  readonly makeStore?: boolean;
  /** Whether many callers are answered at once: expensive reads of the store then do not delay other answers. @default false */
  readonly servesCallers?: boolean;
}

/** Time limit for running work on close. */
const longestEndMs = 5_000;

/** Reads the configuration and makes its connections. Throws only faults of the whole file. */
export async function openRuntime(options: RuntimeOptions = {}): Promise<Runtime> {
  const configuration = await loadConfiguration(options);
  // A script that awaits an answer must not end while a deadline or a retry is its only timer.
  const clock = options.clock ?? createSystemClock({ keepsProcessAlive: true });
  const logger = options.logger ?? (await import('./process/logger.ts')).createLogger({ level: 'warn' });
  const proxies = readProxyVariables(options.environment ?? readEnvironment());
  const keepHistory = options.keepHistory ?? false;
  const store = await openStore(configuration.store, {
    makeStore: options.makeStore ?? keepHistory,
    readsApart: options.servesCallers ?? false,
    clock,
    logger,
  });
  const absentStore = store === null ? describeAbsentStore(configuration.store) : null;
  const made = configuration.connections.map((configured) =>
    makeConnection(configured, { clock, logger, proxies, fetch: options.fetch }),
  );
  const connections = made.map(({ connection }) => connection);
  const { store: settings } = configuration;
  const { retention = {} } = settings.type === 'none' ? {} : settings;
  const { insight } = configuration;
  const owner = createLeaseOwner();
  const engine = createEngine({ connections, clock, logger, store, absentStore, owner, retention, insight });
  // On PostgreSQL workers sync, and no process has the store to itself.
  if (keepHistory && configuration.store.type !== 'postgres') engine.synchronizer?.start();
  return {
    configuration,
    engine,
    store,
    absentStore,
    async close() {
      const ended = new AbortController();
      try {
        // Closing the store aborts its hanging calls.
        const end = clock.sleep(longestEndMs, { signal: ended.signal }).catch(() => undefined);
        await Promise.race([engine.close(), end]);
      } finally {
        ended.abort();
        await Promise.all(made.map((each) => each.close()));
        await store?.close();
      }
    },
  };
}

const describeAbsentStore = (settings: StoreSettings): string | null =>
  settings.type === 'sqlite'
    ? `There is no store at ${settings.path} yet: "crossvault serve" makes it, and so do "crossvault connections sync --wait" and "crossvault keys create".`
    : null;

interface StoreUse {
  readonly makeStore: boolean;
  readonly readsApart: boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Loaded only where it is used: live answers need no database. */
async function openStore(
  settings: StoreSettings,
  { makeStore, readsApart, clock, logger }: StoreUse,
): Promise<OpenedStore | null> {
  if (settings.type === 'none') return null;
  if (settings.type === 'postgres') {
    const { openPostgresStore } = await import('@crossvault/store');
    const statementMs = settings.timeoutSeconds * 1000;
    return openPostgresStore({ url: settings.url.reveal(), timeouts: { statementMs }, logger });
  }
  // Reading never creates a store. A log without its file is not an absent store: the store refuses it.
  const files = ['', '-wal', '-shm'].map((ending) => isThere(`${settings.path}${ending}`));
  if (!makeStore && !(await Promise.all(files)).includes(true)) return null;
  const { openSqliteStore } = await import('@crossvault/store');
  return openSqliteStore({ path: settings.path, create: makeStore, readsApart, clock, logger });
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
