import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { CrossvaultError } from '@crossvault/core';
import type { ReadCall } from '@crossvault/core/store';

/** Slots for expensive work, given to callers in turn. */
export interface Turns {
  /**
   * Runs the work when it is the caller's turn. Rejects as soon as the signal ends; work that has not begun by then never begins.
   *
   * @param run gets a signal that ends with the caller, and with the time of work that had to wait for its turn
   */
  take<Result>(call: ReadCall, run: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
}

export interface TurnsOptions {
  /** Work that may be under way at once. */
  readonly slots: number;
  /** Of these, the most for one caller. A caller with many requests leaves the other slots to others. */
  readonly each: number;
  /** For work that has to wait for its turn, the wait included. Work that begins at once has the time limits of its statements. */
  readonly longestMs: number;
  /** The error for work whose time is over. */
  toBusy(): Error;
}

interface Lane {
  readonly waiting: (() => Promise<void>)[];
  running: number;
  /** Rises with each piece of work that begins; 0: none of this caller has begun. */
  servedAt: number;
}

export function createTurns({ slots, each, longestMs, toBusy }: TurnsOptions): Turns {
  const lanes = new Map<string, Lane>();
  let running = 0;
  let served = 0;

  /** The caller who has waited longest since its last turn. */
  const nextLane = (): Lane | undefined =>
    [...lanes.values()]
      .filter((lane) => lane.waiting.length > 0 && lane.running < each)
      .toSorted((a, b) => a.servedAt - b.servedAt)[0];

  function serve(): void {
    while (running < slots) {
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
        const late = new AbortController();
        const ending = AbortSignal.any([signal, late.signal]);
        let timer: NodeJS.Timeout | undefined;
        const begin = () =>
          runNext(ending, run)
            .then(resolve, reject)
            .finally(() => {
              clearTimeout(timer);
              ending.removeEventListener('abort', giveUp);
            });
        const giveUp = (): void => {
          clearTimeout(timer);
          const index = lane.waiting.indexOf(begin);
          if (index >= 0) lane.waiting.splice(index, 1);
          forgetIdle();
          reject(ending.reason);
        };
        ending.addEventListener('abort', giveUp, { once: true });
        lane.waiting.push(begin);
        serve();
        if (lane.waiting.includes(begin)) timer = setTimeout(() => late.abort(toBusy()), longestMs);
      }),
  };
}

/** Yields to the event loop first, since a read of SQLite blocks the thread until its end. */
async function runNext<Result>(signal: AbortSignal, run: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  await turnOfTheLoop();
  signal.throwIfAborted();
  return run(signal);
}

/** The error for a read that waited for its turn until its time was over. */
export const toBusyStore = (location: string, longestMs: number) => (): CrossvaultError =>
  new CrossvaultError({
    code: 'store-unavailable',
    message: `The store ${location} is busy: the caller's other requests took ${longestMs / 1000} s before this one was answered. Try again, with fewer requests at once.`,
  });
