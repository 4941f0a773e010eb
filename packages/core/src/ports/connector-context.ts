import type { Permission } from '../model/action.ts';
import type { JobContext } from '../model/job-record.ts';

/**
 * Time, as every part of Crossvault receives it. Tests control it.
 *
 * The wall clock can be set forward or back at any moment. Use it for instants that people or other machines read: `since`,
 * schedules, key expiry, retention. Measure every wait, age and deadline within the process with `monotonicMs`.
 */
export interface Clock {
  /** Wall clock: milliseconds since 1970, as `Date.now`. Can jump in both directions. */
  now(): number;
  /** Milliseconds since an arbitrary moment of this process, as `performance.now`. Never goes back and never jumps; meaningless in another process. */
  monotonicMs(): number;
  /** Waits; rejects with the signal's reason as soon as that is aborted. */
  sleep(milliseconds: number, options?: { readonly signal?: AbortSignal }): Promise<void>;
}

/** Where a connector says what it does. Fields never hold a secret. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Everything from outside that a connector may use. It takes nothing from globals. */
export interface ConnectorContext {
  /** Name of the connection. */
  readonly connection: string;
  /** Made for this connection: its TLS, its proxy, its pool. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly logger: Logger;
  readonly clock: Clock;
  /** 0 up to 1, as `Math.random`. */
  readonly random: () => number;
  /** How many requests may run at the vendor at once. */
  readonly concurrency: number;
  /** What may be changed at the vendor; []: nothing. What is not in it is refused before anything is sent. */
  readonly allow: readonly Permission[];
}

/** The last argument of every call: how it is given up. */
export interface CallOptions {
  readonly signal: AbortSignal;
  /** On whose behalf the call is made. The store serves callers in turn. Absent for work of our own. */
  readonly caller?: string;
  /**
   * When the caller will have given up, by the context's `clock.monotonicMs()`; absent when it has set no bound. A wait
   * beyond it is not begun, and no request leaves after it.
   */
  readonly endsAtMs?: number;
  /**
   * What somebody remembers of jobs of this list: their contexts by native id, as they were stored; jobs that are not
   * remembered are absent. A connector that pays requests for what a context holds asks here first. Absent where nothing
   * is remembered.
   */
  readonly recall?: (list: string, nativeIds: readonly string[]) => Promise<ReadonlyMap<string, JobContext>>;
}

/** How a read of the store is given up, and on whose behalf it is made. */
export type ReadCall = Pick<CallOptions, 'signal' | 'caller'>;
