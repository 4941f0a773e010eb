import type { Clock } from '@crossvault/core';

/** A clock that stands still until it is moved. */
export interface StandingClock extends Clock {
  /** Time passes, for the wall clock and the monotonic one: who is due wakes. */
  move(milliseconds: number): void;
  /** The wall clock is set forward or back by so much; no time passes. */
  shiftWall(milliseconds: number): void;
  /** When the next sleeper wakes, by `monotonicMs`; null without sleepers. */
  readonly nextWakeMs: number | null;
}

interface Sleeper {
  readonly dueMs: number;
  wake(): void;
}

/** `start`: an instant, for the wall clock. */
export function createStandingClock(start: string): StandingClock {
  const sleepers = new Set<Sleeper>();
  let wallMs = Date.parse(start);
  let passedMs = 0;
  const inOrder = (): readonly Sleeper[] => [...sleepers].toSorted((one, other) => one.dueMs - other.dueMs);
  return {
    now: () => wallMs,
    monotonicMs: () => passedMs,
    get nextWakeMs() {
      return inOrder()[0]?.dueMs ?? null;
    },
    move(milliseconds) {
      wallMs += milliseconds;
      passedMs += Math.max(0, milliseconds);
      for (const sleeper of inOrder().filter(({ dueMs }) => dueMs <= passedMs)) sleeper.wake();
    },
    shiftWall(milliseconds) {
      wallMs += milliseconds;
    },
    sleep(milliseconds, options) {
      const signal = options?.signal;
      if (signal?.aborted) return Promise.reject(signal.reason);
      if (!(milliseconds > 0)) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const sleeper: Sleeper = {
          dueMs: passedMs + milliseconds,
          wake() {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', giveUp);
            resolve();
          },
        };
        const giveUp = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', giveUp, { once: true });
      });
    },
  };
}
