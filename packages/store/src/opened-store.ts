import type { JobStore, WorkQueue } from '@crossvault/contract';

/** A store, and the queue that is kept beside it. */
export interface OpenedStore extends JobStore {
  /** In the same database. The store's `close` closes it, too. */
  openQueue(): Promise<WorkQueue>;
}
