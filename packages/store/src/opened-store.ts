import type { JobStore, WorkQueue } from '@crossvault/contract';

/** A store, and the queue that is kept beside it. */
export interface OpenedStore extends JobStore {
  /** In the same database. The store's `close` closes it, too. */
  openQueue(): Promise<WorkQueue>;
  /** Copies everything into a new file, while others read and write. Throws `store-unsupported` where the database has its own way. */
  backUp(file: string): Promise<void>;
}
