import { createSleepers } from './sleepers.ts';

export type SimulatedClock = {
  /** Wall clock: milliseconds since 1970, as every vendor of the set sees them. */
  now(): number;
  /** Time that has passed since an arbitrary moment. Setting the clock does not change it. */
  monotonicMs(): number;
  /** Advances time, for the wall clock and the monotonic one. A negative value sets the wall clock back; no time passes. */
  move(milliseconds: number): void;
  /** Sets the wall clock to an instant (RFC 3339); no time passes. A running clock runs on from there. */
  set(instant: string): void;
  /** Waits for a duration of the clock, running or moved. Rejects with the signal's reason. */
  sleep(milliseconds: number, options?: { readonly signal?: AbortSignal }): Promise<void>;
  /** When the next sleeper wakes, by `monotonicMs`; null without sleepers. */
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
  const elapsed = (): number => (isRunning ? performance.now() : 0);
  let wallOffsetMs = startMs - elapsed();
  let passedMs = 0;
  const now = (): number => Math.floor(elapsed() + wallOffsetMs);
  const monotonicMs = (): number => elapsed() + passedMs;
  const sleepers = createSleepers({ monotonicMs, isRunning });
  return Object.freeze({
    now,
    monotonicMs,
    move: (milliseconds: number) => {
      wallOffsetMs += milliseconds;
      passedMs += Math.max(0, milliseconds);
      sleepers.wakeDue();
    },
    set: (instant: string) => {
      wallOffsetMs = parseClockInstant(instant) - elapsed();
    },
    sleep: sleepers.sleep,
    get nextWakeMs() {
      return sleepers.nextWakeMs();
    },
  });
};
