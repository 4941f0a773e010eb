import type { AgedRequest } from './store-retention.ts';
import type { LeaseClaim } from './sync-memory.ts';

/** What a store is and holds. */
export interface StoreInfo {
  readonly engine: 'sqlite' | 'postgres';
  /** Version of the database itself. */
  readonly engineVersion: string;
  /** Version of the tables. */
  readonly schemaVersion: number;
  /** File, or host and database; without a password. */
  readonly location: string;
  /** Everything on disk. */
  readonly sizeBytes: number;
  readonly jobs: number;
  readonly changes: number;
  /** Starts of the oldest and newest job that has one. */
  readonly oldestStartedAt: string | null;
  readonly newestStartedAt: string | null;
}

export interface PruneRequest {
  /** Null: of every connection. */
  readonly connection: string | null;
  /** Jobs that ended (or, without an end, started; else were read) before this instant. */
  readonly before: string;
  /** True: only jobs that the vendor has forgotten; false: also those that it still lists, which a sync would bring back. */
  readonly onlyGone: boolean;
  /** At most so many, oldest first: a long work is done in several short transactions. */
  readonly limit: number;
}

/** For whoever runs the store. */
export interface StoreUpkeep {
  info(): Promise<StoreInfo>;
  /** Gives free space back to the disk and refreshes the statistics of the query planner. May take minutes; readers are not disturbed. */
  vacuum(): Promise<void>;
  /**
   * Looks at every page and every index, and counts the jobs again: what is kept of their numbers, their sources and their
   * last successes has to agree. Gives what is wrong, in sentences; [] when nothing is. Reads only.
   */
  check(): Promise<readonly string[]>;
  /** Makes the numbers, sources and last successes what the stored jobs say. Gives what was wrong, as `check` does. */
  repair(): Promise<readonly string[]>;
  /** Deletes jobs for their age; each enters the feed as a removal. Never an open job, unless it is gone. With a lease: only while it is held, else `lease-lost`. Gives how many; fewer than `limit`: no more are left. */
  deleteOlderThan(request: PruneRequest, lease?: LeaseClaim): Promise<number>;
  /** Deletes what is kept beside jobs, for its age; never an API key. Gives how many; fewer than `limit`: no more are left. */
  deleteAged(request: AgedRequest): Promise<number>;
}
