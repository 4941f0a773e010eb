import type { CallOptions, Problem, SourceReport } from '@crossvault/contract';

/** As a source's report tells it, of all its lists. */
export type SyncNotes = Pick<SourceReport, 'rejected' | 'withoutRun' | 'warnings'>;

/** How the sync of one connection stands, whichever process does it. Everything here is read from the store. */
export interface SyncStanding {
  /**
   * - `new`: nothing was ever read.
   * - `backfill`: the history is being read for the first time.
   * - `current`: the history is there, and the last sync went well.
   * - `failing`: the last sync did not.
   */
  readonly state: 'new' | 'backfill' | 'current' | 'failing';
  /** Everything that the vendor knew by then is stored; null until the first backfill has ended. */
  readonly lastAt: string | null;
  /** When the next sync is due; null when nobody knows. */
  readonly nextAt: string | null;
  /** Seconds from one sync to the next, at the present pace. */
  readonly cycleSeconds: number;
  /** Why the last sync failed; null when it did not. */
  readonly problem: Problem | null;
  readonly retryAfterSeconds: number | null;
  /** Jobs that started since then are stored whole; null: all that the vendor ever listed. Jobs from before may be there. */
  readonly coveredAfter: string | null;
  /** How far the backfill is, 0 to 100; null when there is none under way. */
  readonly backfillPercent: number | null;
  /** Stored jobs, as the last sync counted them. */
  readonly jobs: number;
  /** What the last sync found out beside the jobs. */
  readonly notes: SyncNotes;
  /** Keys of the lists that are read. */
  readonly lists: readonly string[];
}

/** Keeps the store equal to the vendors. */
export interface Synchronizer {
  standing(connection: string): Promise<SyncStanding>;
  /**
   * Syncs one connection now and resolves when that is done. Rejects with what made it fail, and with the signal's reason
   * as soon as that is there; the sync itself may go on then.
   */
  syncNow(connection: string, call: CallOptions): Promise<void>;
}
