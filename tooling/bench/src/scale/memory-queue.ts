import type { Clock } from '@crossvault/core';
import type { Worker, WorkInHand, WorkItem, WorkQueue } from '@crossvault/core/store';

interface Taker {
  readonly stopping: AbortController;
  free: number;
  handle(work: WorkInHand): Promise<void>;
}

/** A queue of one kind of work that several engines of one process share, by a virtual clock. No item is lost, and none fails. */
export function createMemoryQueue(clock: Clock): WorkQueue {
  const waiting = new Set<string>();
  const due: WorkItem[] = [];
  const takers: Taker[] = [];
  let inHand = 0;
  let next = 0;

  function takerInTurn(): Taker | undefined {
    for (let tried = 0; tried < takers.length; tried += 1) {
      const taker = takers[next % takers.length];
      next += 1;
      if (taker !== undefined && taker.free > 0 && !taker.stopping.signal.aborted) return taker;
    }
    return undefined;
  }

  async function handOut({ key, payload }: WorkItem, taker: Taker): Promise<void> {
    taker.free -= 1;
    inHand += 1;
    waiting.delete(key);
    await taker.handle({ key, payload, attempt: 1, signal: taker.stopping.signal }).finally(() => {
      taker.free += 1;
      inHand -= 1;
    });
    deliver();
  }

  function deliver(): void {
    while (due.length > 0) {
      const taker = takerInTurn();
      const item = taker === undefined ? undefined : due.shift();
      if (taker === undefined || item === undefined) return;
      void handOut(item, taker);
    }
  }

  return {
    async enqueue(_kind, item) {
      if (waiting.has(item.key)) return false;
      waiting.add(item.key);
      void clock.sleep(item.waitMs).then(() => {
        due.push(item);
        deliver();
      });
      return true;
    },
    async work(_kind, concurrency, handle): Promise<Worker> {
      const taker: Taker = { stopping: new AbortController(), free: concurrency, handle };
      takers.push(taker);
      deliver();
      return {
        async stop() {
          taker.stopping.abort();
        },
      };
    },
    size: async () => ({ waiting: waiting.size, inHand }),
    close: async () => undefined,
  };
}
