export type SimulatedClock = {
  /** Milliseconds since 1970, as every vendor of the set sees them. */
  now(): number;
  /** Moves the clock; a negative value turns it back. */
  move(milliseconds: number): void;
  /** Puts the clock to an instant (RFC 3339); a running clock runs on from there. */
  set(instant: string): void;
};

export const parseClockInstant = (instant: string): number => {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${instant}`);
  return milliseconds;
};

/** Running: real time plus an offset that can be moved. Otherwise the clock stands still until it is moved. */
export const createSimulatedClock = (options: { start?: string; running?: boolean } = {}): SimulatedClock => {
  const startMs = options.start === undefined ? Date.now() : parseClockInstant(options.start);
  const elapsed = (): number => (options.running === true ? Date.now() : 0);
  let offsetMs = startMs - elapsed();
  return Object.freeze({
    now: () => elapsed() + offsetMs,
    move: (milliseconds: number) => {
      offsetMs += milliseconds;
    },
    set: (instant: string) => {
      offsetMs = parseClockInstant(instant) - elapsed();
    },
  });
};
