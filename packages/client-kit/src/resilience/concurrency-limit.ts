import PQueue from 'p-queue';

/** How many requests of a connection run at once. */
export interface RequestSlots {
  readonly limit: number;
  /** Runs when there is room; rejects with the signal's reason when that comes first. */
  run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** A request went well: after as many as run at once, one more may. */
  noteSuccess(): void;
  /** The vendor asks to slow down, or did not answer in time: half as many may. */
  noteOverload(): void;
}

/** Additive increase, multiplicative decrease, between one and `most`. */
export function createRequestSlots(most: number): RequestSlots {
  const queue = new PQueue({ concurrency: most });
  let successes = 0;

  function setLimit(limit: number): void {
    queue.concurrency = Math.min(most, Math.max(1, limit));
    successes = 0;
  }

  return {
    get limit() {
      return queue.concurrency;
    },
    run: (signal, work) => queue.add(work, { signal }),
    noteSuccess() {
      if (queue.concurrency >= most) return;
      successes += 1;
      if (successes >= queue.concurrency) setLimit(queue.concurrency + 1);
    },
    noteOverload() {
      setLimit(Math.floor(queue.concurrency / 2));
    },
  };
}
