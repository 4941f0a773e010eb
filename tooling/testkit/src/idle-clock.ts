import type { Clock } from '@crossvault/contract';

/** A clock for code that waits: time jumps to the next sleeper as soon as nothing else is going on. */
export interface IdleClock extends Clock {
  /** Work outside of this process's event loop, such as a request: time stands still until it is over. */
  track<T>(work: Promise<T>): Promise<T>;
}

export interface IdleClockOptions {
  /** Time as it is told. */
  now(): number;
  /** Moves it on. */
  move(milliseconds: number): void;
}

/** So many turns of the event loop without a new sleeper or any tracked work count as idle. */
const quietTurns = 5;

export function createIdleClock({ now, move }: IdleClockOptions): IdleClock {
  interface Sleeper {
    readonly dueMs: number;
    wake(): void;
  }
  const sleepers = new Set<Sleeper>();
  let tracked = 0;
  let changes = 0;
  let watching = false;

  async function watch(): Promise<void> {
    watching = true;
    while (sleepers.size > 0) {
      const before = changes;
      let quiet = true;
      for (let turn = 0; turn < quietTurns && quiet; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        quiet = before === changes && tracked === 0;
      }
      const next = [...sleepers].toSorted((one, other) => one.dueMs - other.dueMs)[0];
      if (!quiet || next === undefined) continue;
      move(Math.max(0, next.dueMs - now()));
      next.wake();
    }
    watching = false;
  }

  return {
    now,
    sleep(milliseconds, options) {
      const signal = options?.signal;
      if (signal?.aborted === true) return Promise.reject(signal.reason);
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          changes += 1;
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', giveUp);
        };
        const giveUp = (): void => {
          leave();
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          dueMs: now() + milliseconds,
          wake() {
            leave();
            resolve();
          },
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        sleepers.add(sleeper);
        changes += 1;
        if (!watching) void watch();
      });
    },
    async track(work) {
      tracked += 1;
      try {
        return await work;
      } finally {
        tracked -= 1;
        changes += 1;
      }
    },
  };
}

export interface TestClockOptions {
  /** @default noon of 2 March 2026 */
  readonly start?: string;
  /** How much later it is at every look at the clock. @default 0 */
  readonly tickMs?: number;
}

/** A clock of its own for code that reaches nothing outside: it stands still, and jumps on whenever everybody sleeps. */
export function createTestClock({ start = '2026-03-02T12:00:00.000Z', tickMs = 0 }: TestClockOptions = {}): IdleClock {
  let nowMs = Date.parse(start);
  return createIdleClock({
    now: () => {
      nowMs += tickMs;
      return nowMs;
    },
    move: (milliseconds) => {
      nowMs += milliseconds;
    },
  });
}
