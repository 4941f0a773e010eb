import type { Clock } from '@crossvault/core';
import { watchPoolWork } from './pool-work.ts';
import { createStandingClock, type StandingClock } from './standing-clock.ts';

/** A clock for code that waits: time jumps to the next sleeper as soon as nothing else is going on. */
export interface IdleClock extends Clock {
  /** Work outside of this process's event loop, such as a request: time stands still until it is over. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Reports that work has begun which may wait for the clock without a sleep on this one. */
  look(): void;
}

/** So many turns of the event loop without a change of any kind count as idle. */
const quietTurns = 5;

/** `standing` is the clock that is moved; `isBusy` names work that is not tracked, as often as it is asked. */
export function createIdleClock(
  standing: Omit<StandingClock, 'shiftWall'>,
  isBusy: () => boolean = () => false,
): IdleClock {
  const pool = watchPoolWork();
  let tracked = 0;
  let changes = 0;
  let watching = false;

  const isAtWork = (): boolean => tracked > 0 || isBusy() || pool.isUnderWay();

  async function isQuiet(): Promise<boolean> {
    const before = changes;
    for (let turn = 0; turn < quietTurns; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (before !== changes || isAtWork()) return false;
    }
    return true;
  }

  async function watch(): Promise<void> {
    watching = true;
    // A woken caller may sleep again: this ends only when no work runs and no caller sleeps.
    for (;;) {
      if (!(await isQuiet())) continue;
      const { nextWakeMs } = standing;
      if (nextWakeMs === null) break;
      standing.move(Math.max(0, nextWakeMs - standing.monotonicMs()));
    }
    watching = false;
  }

  const look = (): void => {
    changes += 1;
    if (!watching) void watch();
  };

  async function counted<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } finally {
      changes += 1;
    }
  }

  return {
    now: () => standing.now(),
    monotonicMs: () => standing.monotonicMs(),
    look,
    sleep(milliseconds, options) {
      const sleep = counted(standing.sleep(milliseconds, options));
      look();
      return sleep;
    },
    async track(work) {
      tracked += 1;
      try {
        return await counted(work);
      } finally {
        tracked -= 1;
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

/** An idle clock that a test controls. */
export interface TestClock extends IdleClock {
  /** Time passes. */
  move(milliseconds: number): void;
  /** The wall clock is set forward or back by so much; no time passes. */
  shiftWall(milliseconds: number): void;
}

/** A clock of its own for code that reaches nothing outside: it stands still, and jumps ahead when all callers sleep. */
export function createTestClock({ start = '2026-03-02T12:00:00.000Z', tickMs = 0 }: TestClockOptions = {}): TestClock {
  const standing = createStandingClock(start);
  const idle = createIdleClock(standing);
  return {
    ...idle,
    move: (milliseconds) => standing.move(milliseconds),
    shiftWall: (milliseconds) => standing.shiftWall(milliseconds),
    now: () => {
      standing.move(tickMs);
      return standing.now();
    },
    monotonicMs: () => {
      standing.move(tickMs);
      return standing.monotonicMs();
    },
  };
}
