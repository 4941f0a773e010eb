import type { Clock } from '@crossvault/contract';

/** A clock that stands still until a test moves it; sleepers wake when their time has come. */
export interface ManualClock extends Clock {
  /** Moves on and lets everything that is due run. */
  move(milliseconds: number): Promise<void>;
}

export function createManualClock(start = '2026-01-15T12:00:00.000Z'): ManualClock {
  let nowMs = Date.parse(start);
  const sleepers = new Set<{ readonly dueMs: number; wake(): void }>();
  return {
    now: () => nowMs,
    sleep(milliseconds, options) {
      const signal = options?.signal;
      if (signal?.aborted) return Promise.reject(signal.reason);
      return new Promise((resolve, reject) => {
        const sleeper = {
          dueMs: nowMs + milliseconds,
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
      nowMs += milliseconds;
      for (const sleeper of [...sleepers]) if (sleeper.dueMs <= nowMs) sleeper.wake();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** A logger that keeps nothing and prints nothing. */
export const silentLogger = { debug() {}, info() {}, warn() {}, error() {} };
