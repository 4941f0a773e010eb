import type { Permission } from '../model/action.ts';
import type { JobContext } from '../model/job-record.ts';

/**
 * The clock that every part of Crossvault receives. Tests control it.
 *
 * The wall clock can be set forward or back at any moment. Use it for instants that people or other machines read: `since`,
 * schedules, key expiry, retention. Measure every wait, age and deadline within the process with `monotonicMs`.
 */
export interface Clock {
  /** Wall clock: milliseconds since 1970, as `Date.now`. Can jump in both directions. */
  now(): number;
  /** Milliseconds since an arbitrary moment of this process, as `performance.now`. Never goes back and never jumps; meaningless in another process. */
  monotonicMs(): number;
  /** Waits; rejects with the signal's reason as soon as the signal is aborted. */
  sleep(milliseconds: number, options?: { readonly signal?: AbortSignal }): Promise<void>;
}

/** Structured logging. Callers must not put secrets into fields. */
export interface Logger {
  /** For the developer of a connector: every request. */
  debug(fields: object, message: string): void;
  /** A normal event that an operator may want to see. */
  info(fields: object, message: string): void;
  /** Something was not as expected, and Crossvault continued. */
  warn(fields: object, message: string): void;
  /** Something failed. */
  error(fields: object, message: string): void;
}

/** Everything external that a connector may use. A connector must not use globals. */
export interface ConnectorContext {
  /** Name of the connection. */
  readonly connection: string;
  /** Sends a request with the TLS settings, proxy and connection pool of this connection. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Where the connector logs. It never logs secrets. */
  readonly logger: Logger;
  /** The only clock of the connector. */
  readonly clock: Clock;
  /** A random number from 0 up to but not including 1, as `Math.random`. */
  readonly random: () => number;
  /** Maximum number of concurrent requests to the vendor. */
  readonly concurrency: number;
  /** Permissions that the configuration grants; []: read-only. A change without its permission is refused before it is sent. */
  readonly allow: readonly Permission[];
}

/** The last argument of every call: how it is cancelled, and on whose behalf it is made. */
export interface CallOptions {
  /** Ends the call: it rejects as soon as the signal is aborted. */
  readonly signal: AbortSignal;
  /** The caller on whose behalf the call is made. The store serves callers in turn. Absent for Crossvault's own work. */
  readonly caller?: string;
  /**
   * The caller's deadline by the context's `clock.monotonicMs()`; absent when the caller set none. The connector starts no
   * wait that ends after it, and sends no request after it.
   */
  readonly endsAtMs?: number;
  /**
   * Returns the stored contexts of jobs of a list by native id; jobs that are not stored are absent from the map. A connector
   * that needs extra requests to build a context asks here first. Absent where there is no store.
   */
  readonly recall?: (list: string, nativeIds: readonly string[]) => Promise<ReadonlyMap<string, JobContext>>;
}

/** How a read of the store is cancelled, and on whose behalf it is made. */
export type ReadCall = Pick<CallOptions, 'signal' | 'caller'>;
