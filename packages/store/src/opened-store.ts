import type { JobStore, WorkQueue } from '@crossvault/core/store';

/** A store, with its work queue where several machines share it. */
export interface OpenedStore extends JobStore {
  /** In the same database. The store's `close` closes it, too. Absent for a store of one machine. */
  openQueue?(): Promise<WorkQueue>;
  /** Copies everything into a new file, while others read and write. Throws `store-unsupported` where the database has its own tool. */
  backUp(file: string): Promise<void>;
}

/** A store that any number of machines share. */
export interface SharedStore extends OpenedStore {
  openQueue(): Promise<WorkQueue>;
}
