import { createSleepers } from './sleepers.ts';

export type SimulatedClock = {
  /** Milliseconds since 1970, as every vendor of the set sees them. */
  now(): number;
  /** Moves the clock; a negative value turns it back. */
  move(milliseconds: number): void;
  /** Puts the clock to an instant (RFC 3339); a running clock runs on from there. */
  set(instant: string): void;
  /** Waits until the clock has come so far, by running or by being moved. Rejects with the signal's reason. */
  sleep(milliseconds: number, options?: { readonly signal?: AbortSignal }): Promise<void>;
  /** When the next sleeper wakes; null: nobody sleeps. */
  readonly nextWakeMs: number | null;
};

export const parseClockInstant = (instant: string): number => {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${instant}`);
  return milliseconds;
};

/** Running: real time plus an offset that can be moved. Otherwise the clock stands still until it is moved. */
export const createSimulatedClock = (options: { start?: string; running?: boolean } = {}): SimulatedClock => {
  const isRunning = options.running === true;
  const startMs = options.start === undefined ? Date.now() : parseClockInstant(options.start);
  const elapsed = (): number => (isRunning ? Date.now() : 0);
  let offsetMs = startMs - elapsed();
  const now = (): number => elapsed() + offsetMs;
  const sleepers = createSleepers({ now, isRunning });
  return Object.freeze({
    now,
    move: (milliseconds: number) => {
      offsetMs += milliseconds;
      sleepers.wakeDue();
    },
    set: (instant: string) => {
      offsetMs = parseClockInstant(instant) - elapsed();
      sleepers.wakeDue();
    },
    sleep: sleepers.sleep,
    get nextWakeMs() {
      return sleepers.nextWakeMs();
    },
  });
};
