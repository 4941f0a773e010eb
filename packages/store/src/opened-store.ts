import type { JobStore, WorkQueue } from '@crossvault/core';

/** A store, and the queue that is kept beside it where several machines share it. */
export interface OpenedStore extends JobStore {
  /** In the same database. The store's `close` closes it, too. Absent where one machine alone can have the store. */
  openQueue?(): Promise<WorkQueue>;
  /** Copies everything into a new file, while others read and write. Throws `store-unsupported` where the database has its own way. */
  backUp(file: string): Promise<void>;
}

/** A store that any number of machines share. */
export interface SharedStore extends OpenedStore {
  openQueue(): Promise<WorkQueue>;
}
