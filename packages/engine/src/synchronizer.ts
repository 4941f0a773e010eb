import type { CallOptions, Problem } from '@crossvault/contract';

/** How the sync of a connection stands, whichever process does it. */
export interface SyncStatus {
  /** `waiting`: not begun; `syncing`: the history is being read; `current`: everything is read; `failing`: the last turn went wrong. */
  readonly state: 'waiting' | 'syncing' | 'current' | 'failing';
  /** Everything that was new up to here is stored; null where nobody can say. */
  readonly lastAt: string | null;
  readonly nextAt: string | null;
  /** How much of the history is read, 0 to 1; null before anything is. */
  readonly progress: number | null;
  /** Where history is sampled: runs that must have been between two looks. */
  readonly missedRuns: number;
  readonly problem: Problem | null;
}

/** What readers of the store ask of whoever keeps it equal to the vendors. */
export interface Synchronizer {
  /** Brings one connection up to date now and says how it stands then. */
  syncNow(connection: string, call: CallOptions): Promise<SyncStatus>;
  /** How every connection stands. */
  states(): Promise<ReadonlyMap<string, SyncStatus>>;
}
