/** Something to be done once, by whoever is free. */
export interface WorkItem {
  /** Which sort of work: a handler takes one sort. Kebab-case. */
  readonly kind: string;
  /** What it is about. Of one kind and key at most one item waits at a time, and at most one is being done. */
  readonly key: string;
  /** Plain JSON, small. */
  readonly payload: unknown;
  /** Not before this instant; null: at once. */
  readonly startAt: string | null;
}

/** A piece of work in the hands of a handler. */
export interface WorkInHand {
  readonly key: string;
  readonly payload: unknown;
  /** 1 the first time. */
  readonly attempt: number;
  /** Aborted when the worker is asked to stop. */
  readonly signal: AbortSignal;
}

export interface WorkerOptions {
  /** So many items at once. */
  readonly concurrency: number;
  /** Work that its worker has neither finished nor been seen to hold for so long is given to another one. */
  readonly leaseMs: number;
  /** How often a failing item is tried, the first time included; then it is dropped. */
  readonly attempts: number;
  /** The wait before the second attempt; it doubles each time. */
  readonly backoffMs: number;
}

/** Takes work until it is stopped. */
export interface Worker {
  /** Takes no more, aborts the signals of what is in hand, and waits for it to end. What was not finished is done again. */
  stop(): Promise<void>;
}

/**
 * Work that survives whoever does it. At least once: a handler may be called again for work that it had finished just
 * before its process died, so what it does must bear repetition.
 */
export interface WorkQueue {
  /** False when an item of this kind and key waits already; that one stays as it is. While one is in hand, another may wait. */
  enqueue(item: WorkItem): Promise<boolean>;
  /** Hands out work of one kind, the longest due first. A handler that throws has failed, and the item comes back after the back-off. */
  work(kind: string, options: WorkerOptions, handle: (work: WorkInHand) => Promise<void>): Promise<Worker>;
  /** Items of a kind that wait (failed ones that will be tried again too), and those in hand. */
  size(kind: string): Promise<{ readonly waiting: number; readonly inHand: number }>;
  /** Stops all workers and lets go of the database. */
  close(): Promise<void>;
}
