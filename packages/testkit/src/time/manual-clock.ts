import type { Clock } from '@crossvault/core';

/** A clock that stands still until a test moves it; sleepers wake when their time has come. */
export interface ManualClock extends Clock {
  /** Time passes: everything that is due runs. */
  move(milliseconds: number): Promise<void>;
  /** The wall clock is set forward or back by so much; no time passes. */
  shiftWall(milliseconds: number): void;
}

export function createManualClock(start = '2026-01-15T12:00:00.000Z'): ManualClock {
  let wallMs = Date.parse(start);
  let passedMs = 0;
  const sleepers = new Set<{ readonly dueMs: number; wake(): void }>();
  return {
    now: () => wallMs,
    monotonicMs: () => passedMs,
    sleep(milliseconds, options) {
      const signal = options?.signal;
      if (signal?.aborted) return Promise.reject(signal.reason);
      return new Promise((resolve, reject) => {
        const sleeper = {
          dueMs: passedMs + milliseconds,
          wake() {
            sleepers.delete(sleeper);
            resolve();
          },
        };
        sleepers.add(sleeper);
        const giveUp = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', giveUp, { once: true });
      });
    },
    async move(milliseconds) {
      wallMs += milliseconds;
      passedMs += milliseconds;
      for (const sleeper of [...sleepers]) if (sleeper.dueMs <= passedMs) sleeper.wake();
      await new Promise((resolve) => setImmediate(resolve));
    },
    shiftWall(milliseconds) {
      wallMs += milliseconds;
    },
  };
}
