import { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { PostgresPool } from 'kysely';
import pg from 'pg';
import { cancelStatement } from './cancel-statement.ts';
import { toClientAddress } from './postgres-address.ts';
import { type PostgresTimeouts, toSessionOptions } from './postgres-timeouts.ts';

export interface ConnectionPoolOptions {
  readonly url: string;
  /** Where names without a schema are looked for. */
  readonly schema: string;
  /** Connections that there are at most. */
  readonly connections: number;
  readonly timeouts: PostgresTimeouts;
}

/** Connections none of which is waited for without an end, whatever becomes of the server and the way to it. */
export interface ConnectionPool extends PostgresPool {
  /** One statement, or several in one text, on any connection. */
  query(text: string, values?: readonly unknown[]): Promise<{ readonly rows: unknown[] }>;
  /** The same connections, for a caller: what waits or runs for it ends when it is gone. */
  during(signal: AbortSignal): PostgresPool;
  /** Lets what is under way end for a moment, then closes every socket. */
  end(): Promise<void>;
}

/** What is sent to see whether a server starts to be silent: small, and often. */
const keepAliveMs = 10_000;

export function createConnectionPool({ url, schema, connections, timeouts }: ConnectionPoolOptions): ConnectionPool {
  const { connectionString, options } = toClientAddress(url);
  const sockets = new Set<Socket>();
  const idle = new Set<pg.Client>();
  const heardAt = new WeakMap<pg.Client, number>();
  /** A request to cancel may be under way to them: it must not meet the statement of another caller. */
  const left = new WeakSet<pg.Client>();
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    application_name: 'crossvault',
    options: [options, `-c search_path=${schema}`, toSessionOptions(timeouts)]
      .filter((each) => each !== null)
      .join(' '),
    types: { getTypeParser: parserOf },
    connectionTimeoutMillis: timeouts.connectMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveMs,
    stream: () => {
      const socket = new Socket();
      sockets.add(socket);
      return socket.once('close', () => sockets.delete(socket));
    },
  });
  // An idle connection that breaks is replaced by the next one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    heardAt.set(client, performance.now());
    // One that breaks between two statements of a transaction fails the next of them; without a listener it would end the process.
    client.on('error', () => undefined);
  });
  pool.on('remove', (client) => idle.delete(client));
  pool.on('release', (_, client) => void idle.add(client));

  /** Where one connection died in silence, those that rest have most likely died with it. */
  function dropIdle(): void {
    for (const client of [...idle]) client.connection.stream.destroy();
    idle.clear();
  }

  /** One statement on one connection; the connection is closed when it is silent for so long. */
  async function ask(client: pg.Client, text: string, values: readonly unknown[] | undefined, silentMs: number) {
    const silence = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      silence.reject(new SilentConnection(silentMs));
      client.connection.stream.destroy();
      dropIdle();
    }, silentMs);
    try {
      const answer = client.query(text, values === undefined ? undefined : [...values]);
      return await Promise.race([answer, silence.promise]);
    } finally {
      clearTimeout(timer);
      heardAt.set(client, performance.now());
    }
  }

  /** A connection that answers. */
  async function take(): Promise<pg.PoolClient> {
    for (let tries = 0; ; tries += 1) {
      const client = await pool.connect();
      idle.delete(client);
      if (performance.now() - (heardAt.get(client) ?? 0) < timeouts.restMs) return client;
      try {
        await ask(client, 'select 1', undefined, timeouts.pingMs);
        return client;
      } catch (error) {
        client.release(true);
        if (tries >= connections) throw error;
      }
    }
  }

  const longestMs = timeouts.statementMs + timeouts.silenceMs;

  /** Ends with its caller: the server is asked to give up the statement, and the connection is closed where it does not. */
  async function askDuring(signal: AbortSignal | null, client: pg.Client, text: string, values?: readonly unknown[]) {
    if (signal === null) return ask(client, text, values, longestMs);
    signal.throwIfAborted();
    let closing: NodeJS.Timeout | undefined;
    const leave = (): void => {
      left.add(client);
      cancelStatement(client, timeouts.pingMs);
      closing = setTimeout(() => client.connection.stream.destroy(), timeouts.pingMs);
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await ask(client, text, values, longestMs);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      clearTimeout(closing);
      signal.removeEventListener('abort', leave);
    }
  }

  async function connect(signal: AbortSignal | null): Promise<pg.PoolClient> {
    const client = await (signal === null ? take() : takeDuring(signal, take));
    return new Proxy(client, {
      get(target, name) {
        if (name === 'query') {
          return (text: string, values?: readonly unknown[]) => askDuring(signal, target, text, values);
        }
        if (name === 'release') return (error?: Error | boolean) => target.release(left.has(target) || error);
        return Reflect.get(target, name);
      },
    });
  }

  return {
    options: pool.options,
    connect: () => connect(null),
    during: (signal) => ({ options: pool.options, connect: () => connect(signal), end: async () => undefined }),
    async query(text, values) {
      const client = await take();
      try {
        const answer = await ask(client, text, values, longestMs);
        client.release();
        return answer;
      } catch (error) {
        // Statements of one text may have left a transaction open.
        client.release(true);
        throw error;
      }
    },
    async end() {
      const ended = pool.end().then(
        () => true,
        () => false,
      );
      const late = Promise.withResolvers<false>();
      const timer = setTimeout(() => late.resolve(false), timeouts.closeMs);
      const isOver = await Promise.race([ended, late.promise]);
      clearTimeout(timer);
      for (const socket of sockets) {
        // A socket that the server no longer reads would keep the process alive.
        socket.unref();
        if (isOver) socket.destroySoon();
        else socket.destroy();
      }
    },
  };
}

/** What is taken for a caller that is gone goes back at once. */
async function takeDuring(signal: AbortSignal, take: () => Promise<pg.PoolClient>): Promise<pg.PoolClient> {
  signal.throwIfAborted();
  const gone = Promise.withResolvers<never>();
  const leave = (): void => gone.reject(signal.reason);
  signal.addEventListener('abort', leave, { once: true });
  const taken = take();
  try {
    return await Promise.race([taken, gone.promise]);
  } catch (error) {
    if (signal.aborted) taken.then((client) => client.release()).catch(() => undefined);
    throw error;
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** A connection over which nothing comes any more. */
class SilentConnection extends Error {
  readonly code = 'ETIMEDOUT';
  constructor(milliseconds: number) {
    super(`no answer came within ${milliseconds / 1000} s, and the connection was closed`);
  }
}

/** Whole numbers of 64 bits come as texts; ours are far from what a number can hold. */
const bigint: number = pg.types.builtins.INT8;

function parserOf(type: number, format?: 'text' | 'binary') {
  return type === bigint && format !== 'binary' ? Number : pg.types.getTypeParser(type, format);
}
