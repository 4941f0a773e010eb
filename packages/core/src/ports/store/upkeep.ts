import type { LeaseClaim, SyncStateWrite } from './sync-memory.ts';

/** What a store keeps beside jobs, and may delete for its age. */
export const agedRecords = [
  /** The feed of changes, from its oldest on; a reader who stands before what is kept is answered `cursor-expired`. */
  'changes',
  'audit',
  /** Operations that are over, with their idempotency keys; none that is still followed. */
  'operations',
  /** Last successes of targets of which no job is stored any more. */
  'successes',
  /** Plans and protected items that their vendor has forgotten. */
  'inventory',
  /** What a sync remembers of connections that are synced no longer. */
  'syncStates',
] as const;
export type AgedRecords = (typeof agedRecords)[number];

/** Days that each is kept; absent: for good. */
export type StoreRetention = Readonly<Partial<Record<AgedRecords, number>>>;

/** How many of each were deleted. */
export type AgedCounts = Readonly<Partial<Record<AgedRecords, number>>>;

export interface AgedRequest {
  readonly records: AgedRecords;
  /** What is older than this instant. */
  readonly before: string;
  /** At most so many, oldest first. */
  readonly limit: number;
}

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

/**
 * What is kept beside jobs and holds texts of vendors: operations and lines of the audit log, plans and items (those that are
 * gone, too), the names of targets with a success, and the ids of jobs in the feed.
 */
export type TextRecords = 'operations' | 'audit' | 'plan' | 'item' | 'successes' | 'changes';

export interface TextsRequest {
  readonly records: TextRecords;
  readonly connection: string;
  /** Behind this position; null from the beginning. */
  readonly after: string | null;
  /** At most so many are looked at, those of other connections among them: each call costs the same, however many there are. */
  readonly limit: number;
}

/** Some of a connection's records. */
export interface TextsPage {
  readonly texts: readonly StoredText[];
  /** The `after` of the next page; null: there is none. */
  readonly next: string | null;
}

/** One record, as it is stored. */
export interface StoredText {
  readonly place: string;
  /**
   * JSON of an operation, of the target and detail of a line of the audit log, of a plan or an item as it was observed; the
   * name of a target; the id of a job.
   */
  readonly text: string;
}

/** Records that are to be stored otherwise. */
export interface TextRewrite {
  readonly records: TextRecords;
  readonly connection: string;
  /** `text` is compared: what was changed meanwhile stays. Without an `after` the record goes, or (a change) its job gets an id that names none. */
  readonly texts: readonly (StoredText & { readonly after: string | null })[];
  /** How far one is then, stored with it. */
  readonly syncStates: readonly SyncStateWrite[];
}

/** Maintenance calls, for the operator of the store and the worker. */
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
  /** The records of a connection, in the order of their positions. */
  storedTexts(request: TextsRequest): Promise<TextsPage>;
  /** Stores them otherwise, and what they are found by; `lease-lost` unless the lease is held. Gives how many. A second time changes nothing. */
  rewriteTexts(rewrite: TextRewrite, lease: LeaseClaim): Promise<number>;
  /** Deletes what is kept beside jobs, for its age; never an API key. Gives how many; fewer than `limit`: no more are left. */
  deleteAged(request: AgedRequest): Promise<number>;
}
