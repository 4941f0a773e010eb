import type { Clock } from '@crossvault/core';

/** A clock of ten thousands of sleepers: a jump to the next one costs the logarithm of their number. */
export interface HeapClock extends Clock {
  /** Reports work that waits for a turn of the event loop and not for this clock. */
  note(): void;
  /** Jumps from sleeper to sleeper, each time nothing else is left to do, until so many milliseconds have passed in all. */
  runUntil(passedMs: number): Promise<void>;
}

interface Sleeper {
  readonly dueMs: number;
  /** Of two that are due at once the earlier one wakes first. */
  readonly number: number;
  isOver: boolean;
  wake(): void;
}

/** So many turns of the event loop without a sleep or a note count as idle. */
const quietTurns = 3;

const isBefore = (one: Sleeper, other: Sleeper): boolean =>
  one.dueMs < other.dueMs || (one.dueMs === other.dueMs && one.number < other.number);

function createHeap() {
  const heap: Sleeper[] = [];

  function rise(sleeper: Sleeper): void {
    let index = heap.length;
    heap.push(sleeper);
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(sleeper, parent)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = sleeper;
  }

  function sink(sleeper: Sleeper): void {
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      let child = heap[below];
      const right = heap[below + 1];
      if (child !== undefined && right !== undefined && isBefore(right, child)) {
        below += 1;
        child = right;
      }
      if (child === undefined || !isBefore(child, sleeper)) break;
      heap[index] = child;
      index = below;
    }
    heap[index] = sleeper;
  }

  function takeFirst(): void {
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) sink(last);
  }

  return {
    add: rise,
    /** The next sleeper that still sleeps. */
    first(): Sleeper | undefined {
      while (heap[0]?.isOver === true) takeFirst();
      return heap[0];
    },
    takeFirst,
  };
}

/** `start`: an instant, for the wall clock. */
export function createHeapClock(start: string): HeapClock {
  const startMs = Date.parse(start);
  const heap = createHeap();
  let passedMs = 0;
  let count = 0;
  let changes = 0;

  async function untilQuiet(): Promise<void> {
    for (let turn = 0; turn < quietTurns; turn += 1) {
      const before = changes;
      await new Promise((resolve) => setImmediate(resolve));
      if (before !== changes) turn = -1;
    }
  }

  return {
    now: () => startMs + passedMs,
    monotonicMs: () => passedMs,
    note() {
      changes += 1;
    },
    sleep(milliseconds, options) {
      const signal = options?.signal;
      changes += 1;
      if (signal?.aborted) return Promise.reject(signal.reason);
      if (!(milliseconds > 0)) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const giveUp = (): void => {
          sleeper.isOver = true;
          changes += 1;
          reject(signal?.reason);
        };
        count += 1;
        const sleeper: Sleeper = {
          dueMs: passedMs + milliseconds,
          number: count,
          isOver: false,
          wake() {
            sleeper.isOver = true;
            signal?.removeEventListener('abort', giveUp);
            resolve();
          },
        };
        heap.add(sleeper);
        signal?.addEventListener('abort', giveUp, { once: true });
      });
    },
    async runUntil(endMs) {
      for (;;) {
        await untilQuiet();
        const next = heap.first();
        if (next === undefined || next.dueMs > endMs) break;
        passedMs = Math.max(passedMs, next.dueMs);
        for (let due = heap.first(); due !== undefined && due.dueMs <= passedMs; due = heap.first()) {
          heap.takeFirst();
          due.wake();
        }
      }
      passedMs = Math.max(passedMs, endMs);
    },
  };
}
