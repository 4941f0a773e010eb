/** What a sync remembers of one list: plain JSON whose form is the engine's own. */
export interface SyncStateWrite {
  readonly connection: string;
  /** Key of the list, which may be empty. What the sync keeps of the connection itself stands under a key that no list has. */
  readonly list: string;
  /** Null forgets it. */
  readonly state: unknown;
}

/** Who says to hold which lease. */
export interface LeaseClaim {
  /** What is leased: `sync:azure-prod`. */
  readonly name: string;
  /** Who holds it: unique for each process and each start of it. */
  readonly owner: string;
}

/** What a sync keeps beside the jobs, and how there is never more than one of it. */
/**
 * Versions of what is stored of one connection; null where nothing of it was changed since versions are kept. After every transaction
 * that changes what a reader sees, the version is one that the connection never had.
 */
export interface DataVersions {
  readonly jobs: string | null;
  readonly states: string | null;
}

export interface SyncMemory {
  /** The states of a connection's lists by their keys; as they were put, parsed from JSON. */
  syncStates(connection: string): Promise<ReadonlyMap<string, unknown>>;
  /**
   * Versions of what is stored of each connection. What is read after a version is at least as new as it. A connection of which
   * nothing was changed since versions are kept is absent.
   */
  dataVersions(): Promise<ReadonlyMap<string, DataVersions>>;
  putSyncStates(states: readonly SyncStateWrite[], lease?: LeaseClaim): Promise<void>;
  /**
   * Takes a lease, or renews it where it is the owner's already. False when another owner holds it. It lapses by itself
   * after `ttlMs`, ten minutes at the most, by a clock that all processes share and that none of them can set: a dead
   * process loses it, a slow one has to renew.
   */
  acquireLease(claim: LeaseClaim, ttlMs: number): Promise<boolean>;
  /**
   * Also after it has lapsed, as long as no other owner has taken it: then nothing was written under it by another. Until it
   * is renewed, what comes with a lapsed lease is refused. False when it is another's, or was given back.
   */
  renewLease(claim: LeaseClaim, ttlMs: number): Promise<boolean>;
  /** Gives it back. Nothing happens where it is not the owner's. */
  releaseLease(claim: LeaseClaim): Promise<void>;
  /** The owner of the lease; null when it is free. */
  leaseOwner(name: string): Promise<string | null>;
}
