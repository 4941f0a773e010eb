import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { ReadCall } from '@crossvault/core';

/** Slots for expensive work, given to callers in turn. */
export interface Turns {
  /** Runs the work when it is the caller's turn. Rejects as soon as the signal aborts; work that has not begun by then never begins. */
  take<Result>(call: ReadCall, run: () => Promise<Result>): Promise<Result>;
}

export interface TurnsOptions {
  /** Work that may be under way at once. */
  readonly places: number;
  /** Of these, the most for one caller. A caller with many requests leaves the other slots to others. */
  readonly each: number;
}

interface Lane {
  readonly waiting: (() => Promise<void>)[];
  running: number;
  /** Rises with each piece of work that begins; 0: none of this caller has begun. */
  servedAt: number;
}

export function createTurns({ places, each }: TurnsOptions): Turns {
  const lanes = new Map<string, Lane>();
  let running = 0;
  let served = 0;

  /** The caller who has waited longest since its last turn. */
  const nextLane = (): Lane | undefined =>
    [...lanes.values()]
      .filter((lane) => lane.waiting.length > 0 && lane.running < each)
      .toSorted((a, b) => a.servedAt - b.servedAt)[0];

  function serve(): void {
    while (running < places) {
      const lane = nextLane();
      const work = lane?.waiting.shift();
      if (lane === undefined || work === undefined) return;
      running += 1;
      lane.running += 1;
      served += 1;
      lane.servedAt = served;
      void work().finally(() => {
        running -= 1;
        lane.running -= 1;
        forgetIdle();
        serve();
      });
    }
  }

  function forgetIdle(): void {
    for (const [caller, lane] of lanes) {
      if (lane.running === 0 && lane.waiting.length === 0) lanes.delete(caller);
    }
  }

  function laneOf(caller: string): Lane {
    const lane = lanes.get(caller) ?? { waiting: [], running: 0, servedAt: 0 };
    lanes.set(caller, lane);
    return lane;
  }

  return {
    take: ({ signal, caller = '' }, run) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const lane = laneOf(caller);
        const begin = () =>
          runNext(signal, run)
            .then(resolve, reject)
            .finally(() => signal.removeEventListener('abort', giveUp));
        const giveUp = (): void => {
          const index = lane.waiting.indexOf(begin);
          if (index >= 0) lane.waiting.splice(index, 1);
          forgetIdle();
          reject(signal.reason);
        };
        signal.addEventListener('abort', giveUp, { once: true });
        lane.waiting.push(begin);
        serve();
      }),
  };
}

/** Yields to the event loop first, since a read of SQLite blocks the thread until its end. */
async function runNext<Result>(signal: AbortSignal, run: () => Promise<Result>): Promise<Result> {
  await turnOfTheLoop();
  signal.throwIfAborted();
  return run();
}
