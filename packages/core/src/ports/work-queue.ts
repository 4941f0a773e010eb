/** A type of work and its policy. Producers and workers share one constant per kind. */
export interface WorkKind {
  /** Unique name in kebab-case. */
  readonly name: string;
  /** Lease in milliseconds. An item whose worker has not renewed its lease for this long is given to another worker. */
  readonly leaseMs: number;
  /**
   * Maximum number of attempts, including the first; then the item is dropped. A worker that dies uses up an attempt in
   * PostgreSQL but not in SQLite.
   */
  readonly attempts: number;
  /** Wait before the second attempt in milliseconds; it about doubles each time. PostgreSQL rounds to whole seconds. */
  readonly backoffMs: number;
}

/** An item of work for any free worker. */
export interface WorkItem {
  /** Deduplicates items: of one kind and key at most one new item waits, beside one that is retried and one in progress. */
  readonly key: string;
  /** Plain JSON, small. */
  readonly payload: unknown;
  /** Delay before the item is due, in milliseconds; 0: at once. A span, because the database's clock measures it. */
  readonly waitMs: number;
}

/** An item of work that a handler is processing. */
export interface WorkInHand {
  readonly key: string;
  readonly payload: unknown;
  /** 1 the first time. */
  readonly attempt: number;
  /** Aborted when the worker is stopped. A handler that throws then has not failed: the item is due again at once. */
  readonly signal: AbortSignal;
}

/** Processes items until it is stopped. */
export interface Worker {
  /** Takes no further items, aborts the signals of items in progress, and resolves when their handlers have ended. */
  stop(): Promise<void>;
}

/**
 * A durable queue. Delivery is at least once: a handler may be called again for an item that it had finished just before its
 * process died, so handlers must be idempotent.
 */
export interface WorkQueue {
  /** Adds an item. False when an item of this kind and key already waits, which stays unchanged. */
  enqueue(kind: WorkKind, item: WorkItem): Promise<boolean>;
  /**
   * Starts a worker for one kind, with up to `concurrency` items at once, longest due first. When `handle` throws, the item
   * is due again after the back-off.
   */
  work(kind: WorkKind, concurrency: number, handle: (work: WorkInHand) => Promise<void>): Promise<Worker>;
  /** Number of items of a kind that wait (including items that will be retried), and of items in progress. */
  size(kind: WorkKind): Promise<{ readonly waiting: number; readonly inHand: number }>;
  /** Stops all workers and closes the database connection. */
  close(): Promise<void>;
}
