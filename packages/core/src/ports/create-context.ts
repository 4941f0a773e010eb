import { CrossvaultError } from '../errors/error.ts';
import type { Permission } from '../model/action.ts';
import type { ConnectorContext, Logger } from './connector-context.ts';
import { createSystemClock } from './system-clock.ts';

/** A logger that writes nothing. */
export const silentLogger: Logger = Object.freeze({ debug() {}, info() {}, warn() {}, error() {} });

/**
 * Completes a context with defaults: connection `default`, `fetch` of Node without following redirects, a logger that writes
 * nothing, the clock of this machine, `Math.random`, 4 concurrent requests, and no permission to change anything. An option
 * that is undefined is left out.
 */
export function createContext(options: Partial<ConnectorContext> = {}): ConnectorContext {
  const {
    connection = 'default',
    fetch: send = fetchWithoutRedirects,
    logger = silentLogger,
    clock = createSystemClock({ keepsProcessAlive: true }),
    random = Math.random,
    concurrency = 4,
    allow = [],
  } = options;
  return Object.freeze({ connection, fetch: send, logger, clock, random, concurrency, allow });
}

/** A redirect could carry the token to another host. */
const fetchWithoutRedirects = (request: Request): Promise<Response> => fetch(request, { redirect: 'manual' });

/** The settings of a connection that its context takes over; `connectionFields` has all of them. */
export interface ContextSettings {
  /** Becomes `connection`. */
  readonly name: string;
  /** Maximum number of concurrent requests. */
  readonly concurrency: number;
  /** Permissions to change things at the vendor. */
  readonly allow: readonly Permission[];
  /** Refused without a `fetch` that applies it. */
  readonly tls?: unknown;
  /** Refused without a `fetch` that applies it. */
  readonly proxy?: unknown;
}

/**
 * Completes the context of a connector: first with the connection's own settings, then as {@link createContext} does. Every
 * `connect` of a vendor calls it. Throws `configuration-invalid` for `tls` or `proxy` without a `fetch` that applies them: Node's
 * own applies neither.
 */
export function completeContext(settings: ContextSettings, given: Partial<ConnectorContext> = {}): ConnectorContext {
  const { name } = settings;
  const parameter = (['tls', 'proxy'] as const).find((key) => settings[key] !== undefined);
  if (parameter !== undefined && given.fetch === undefined) {
    throw new CrossvaultError({
      code: 'configuration-invalid',
      message: `${parameter} needs a fetch that applies it: pass the fetch of createTransport of @crossvault/client-kit in the context.`,
      source: name,
      parameter,
    });
  }
  const { connection = name, concurrency = settings.concurrency, allow = settings.allow } = given;
  return createContext({ ...given, connection, concurrency, allow });
}
