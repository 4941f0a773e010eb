import {
  type CallOptions,
  type Clock,
  type Connector,
  CrossvaultError,
  type Deadline,
  type JobQuery,
  orAbort,
  type Permission,
  type ProbeStep,
  type Problem,
  type ServiceAddress,
  startDeadline,
  toProblem,
} from '@crossvault/core';
import PQueue from 'p-queue';
import { runInPlace, type TurnQueue } from './places.ts';
import { createRedactingConnector } from './redacting-connector.ts';

/** A configured connection. It has a connector, how it is opened, or the fault of its set-up. */
export interface EngineConnection {
  readonly name: string;
  readonly vendor: string;
  /** The product's name. */
  readonly title: string;
  /** The file or the package that the vendor was loaded from, which its failures name; null for a vendor of Crossvault. @default null */
  readonly vendorModule?: string | null;
  readonly tags: readonly string[];
  /** The customer whose data it reads. @default none */
  readonly tenant?: string | null;
  readonly deadlineMs: number;
  readonly concurrency: number;
  /** How many days back history is kept up. @default 90 */
  readonly historyDays?: number;
  /** After how many days jobs that the vendor forgot are deleted; null: never. @default null */
  readonly retentionDays?: number | null;
  /** What may be changed at the vendor. @default nothing */
  readonly allow?: readonly Permission[];
  readonly connector: Connector | OpenConnector | null;
  /** Tries the network path to an address of the connector: DNS, TCP, TLS. Null where there is none to try. */
  readonly checkEndpoint: ((address: ServiceAddress, call: CallOptions) => Promise<readonly ProbeStep[]>) | null;
  /** Why it could not be set up. */
  readonly fault: CrossvaultError | null;
}

/** Makes a connector when the first call needs it, and loads the code of its vendor. Sends no request. */
export type OpenConnector = () => Promise<Connector>;

/** The last observed health of a source. */
export interface SourceHealth {
  readonly health: 'ok' | 'degraded' | 'failing' | 'unknown';
  readonly checkedAt: string | null;
  readonly problem: Problem | null;
}

/** A connection at work: its queue, its health. Lives as long as the engine. */
export interface Source {
  readonly connection: EngineConnection;
  readonly health: SourceHealth;
  /** Fields that the last probe found denied. */
  deniedFields: readonly string[];
  /** The connector, which the first call opens. Rejects with the fault of the set-up. */
  connector(): Promise<Connector>;
  /** Runs one request to the vendor when its turn comes; rejects with the signal's reason as soon as that is there. */
  ask<T>(call: CallOptions, run: (connector: Connector) => Promise<T>): Promise<T>;
  /** Calls back whenever a request has not been answered for long. Returns how to end that. */
  onSilence(listener: () => void): () => void;
  /** Records the result of a reading: `problem` null when it went well, `whole` false when only a part failed. */
  note(problem: CrossvaultError | null, whole: boolean): void;
  /** Ends the connector, unless it has still to be opened. */
  close(): Promise<void>;
}

/** A deadline for one source: when it passes, the reason names the source and how long it had. */
export function startSourceDeadline(
  clock: Clock,
  { name, deadlineMs }: EngineConnection,
  caller: AbortSignal,
): Deadline {
  const message = `${name} did not answer within ${deadlineMs / 1000} seconds (deadlineSeconds of the connection).`;
  const toReason = () => new CrossvaultError({ code: 'source-timeout', message, source: name });
  return startDeadline(clock, deadlineMs, toReason, caller);
}

/**
 * `globalQueue` bounds all sources together, but for requests that are not answered for long. The queue of a source bounds it alone
 * and counts those too. So a hung source blocks only itself.
 */
export function createSource(connection: EngineConnection, clock: Clock, globalQueue: TurnQueue): Source {
  const own = new PQueue({ concurrency: connection.concurrency });
  const { fault, name } = connection;
  const silenceListeners = new Set<() => void>();
  let opened: Promise<Connector> | null = null;
  let health: SourceHealth = {
    health: fault === null ? 'unknown' : 'failing',
    checkedAt: null,
    problem: fault === null ? null : toProblem(fault.at(connection.name)),
  };
  const note: Source['note'] = (problem, whole) => {
    health = {
      health: problem === null ? 'ok' : whole ? 'failing' : 'degraded',
      checkedAt: new Date(clock.now()).toISOString(),
      problem: problem === null ? null : toProblem(problem.at(name)),
    };
  };
  /** A connector that could not be opened is tried again by the next call. */
  const connector = (): Promise<Connector> => {
    opened ??= openConnector(connection).catch((error: unknown) => {
      opened = null;
      const problem = CrossvaultError.from(error).at(name);
      if (connection.connector !== null) note(problem, true);
      throw problem;
    });
    return opened;
  };
  const reportSilence = (): void => {
    for (const listener of silenceListeners) listener();
  };
  return {
    connection,
    deniedFields: [],
    get health() {
      return health;
    },
    connector,
    ask: (call, run) =>
      orAbort(call.signal, () =>
        own.add(() =>
          runInPlace(
            globalQueue,
            clock,
            () =>
              orAbort(call.signal, async () => {
                const open = await connector();
                call.signal.throwIfAborted();
                return run(open);
              }),
            reportSilence,
          ),
        ),
      ).catch((error: unknown) => {
        throw (call.signal.aborted ? CrossvaultError.from(error) : toModuleError(error, connection)).at(name);
      }),
    onSilence(listener) {
      silenceListeners.add(listener);
      return () => silenceListeners.delete(listener);
    },
    note,
    async close() {
      const given = typeof connection.connector === 'function' ? await opened?.catch(() => null) : connection.connector;
      await given?.close();
    },
  };
}

/** Opens the connector, or throws its set-up fault. */
async function openConnector(connection: EngineConnection): Promise<Connector> {
  const { connector, fault, name } = connection;
  if (connector === null) {
    throw (
      fault ?? new CrossvaultError({ code: 'internal-error', message: 'A connection without connector and fault.' })
    );
  }
  return createRedactingConnector(typeof connector === 'function' ? await connector() : connector, name);
}

/** What a vendor's module of the operator's own throws is no fault of Crossvault, and says whose it is. */
function toModuleError(thrown: unknown, { vendorModule = null }: EngineConnection): CrossvaultError {
  const error = CrossvaultError.from(thrown);
  if (vendorModule === null || error.code !== 'internal-error') return error;
  return new CrossvaultError({
    code: error.code,
    message: `The vendor module ${vendorModule} failed: ${error.message}`,
    cause: error.cause,
  });
}

/** The sources that a query names. Throws `invalid-parameter` for a name that is not configured. */
export function coveredSources(
  sources: readonly Source[],
  query: Pick<JobQuery, 'connection' | 'vendor'>,
): readonly Source[] {
  const known = {
    connection: sources.map(({ connection }) => connection.name),
    vendor: sources.map(({ connection }) => connection.vendor),
  };
  for (const parameter of ['connection', 'vendor'] as const) {
    const stranger = query[parameter]?.find((name) => !known[parameter].includes(name));
    if (stranger === undefined) continue;
    const names = [...new Set(known[parameter])].join(', ');
    throw new CrossvaultError({
      code: 'invalid-parameter',
      message: `${parameter}: no configured connection has "${stranger}". Configured: ${names === '' ? 'none' : names}.`,
      parameter,
    });
  }
  return sources.filter(
    ({ connection }) =>
      (query.connection?.includes(connection.name) ?? true) && (query.vendor?.includes(connection.vendor) ?? true),
  );
}

/** The most characters of a caller's name that a message repeats. */
const longestName = 80;

/** The source of a connection. Throws `connection-not-found`. */
export function findSource(sources: readonly Source[], name: string): Source {
  const source = sources.find(({ connection }) => connection.name === name);
  if (source !== undefined) return source;
  const asked = name.length > longestName ? `${name.slice(0, longestName)}…` : name;
  const known = sources.map(({ connection }) => connection.name).join(', ');
  throw new CrossvaultError({
    code: 'connection-not-found',
    message: `No connection is called "${asked}". Configured: ${known === '' ? 'none' : known}.`,
  });
}
