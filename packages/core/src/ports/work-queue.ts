/** A sort of work and how it is treated: one constant, named by those who add it and by those who do it. */
export interface WorkKind {
  /** Kebab-case. */
  readonly name: string;
  /** Work whose worker has not been seen to hold it for so long is given to another one. */
  readonly leaseMs: number;
  /** How often a failing item is tried, the first time included; then it is dropped. A death of its worker is no attempt of the queue's in SQLite, and one in PostgreSQL. */
  readonly attempts: number;
  /** The wait before the second attempt; about twice as long each time. PostgreSQL rounds to whole seconds. */
  readonly backoffMs: number;
}

/** Something to be done, by whoever is free. */
export interface WorkItem {
  /** What it is about. Of one kind and key one item waits, beside one that failed and comes back, and one is being done. */
  readonly key: string;
  /** Plain JSON, small. */
  readonly payload: unknown;
  /** Not before so much time has passed; 0: at once. A span and no instant, since the database's clock measures it. */
  readonly waitMs: number;
}

/** A piece of work in the hands of a handler. */
export interface WorkInHand {
  readonly key: string;
  readonly payload: unknown;
  /** 1 the first time. */
  readonly attempt: number;
  /** Aborted when the worker is asked to stop. A handler that throws then has not failed: the work waits again, at once. */
  readonly signal: AbortSignal;
}

/** Takes work until it is stopped. */
export interface Worker {
  /** Takes no more, aborts the signals of what is in hand, and waits for it to end. */
  stop(): Promise<void>;
}

/**
 * Work that survives whoever does it. At least once: a handler may be called again for work that it had finished just
 * before its process died, so what it does must bear repetition.
 */
export interface WorkQueue {
  /** False when an item of this kind and key waits already; that one stays as it is. While one is in hand, another may wait. */
  enqueue(kind: WorkKind, item: WorkItem): Promise<boolean>;
  /** Hands out work of one kind, so many items at once, the longest due first. A handler that throws has failed, and the item comes back after the back-off. */
  work(kind: WorkKind, concurrency: number, handle: (work: WorkInHand) => Promise<void>): Promise<Worker>;
  /** Items of a kind that wait (failed ones that will be tried again too), and those in hand. */
  size(kind: WorkKind): Promise<{ readonly waiting: number; readonly inHand: number }>;
  /** Stops all workers and lets go of the database. */
  close(): Promise<void>;
}
