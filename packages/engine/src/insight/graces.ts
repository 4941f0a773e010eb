const minuteMs = 60_000;
const leastStartMs = 15 * minuteMs;
const leastDurationMs = 60 * minuteMs;
/** So many earlier runs are needed before they say anything. */
const leastRuns = 5;
/** So many of them are looked at. */
const mostStarts = 100;
const mostDurations = 30;

/** The usual extremes of what was seen: a small sample has its greatest value for its 99th percentile. */
export interface Learned {
  /** Adds a value. Only the newest ones count. */
  add(value: number): void;
  /** The 99th percentile; null while there are too few values. */
  percentile(): number | null;
}

/** How late runs started. */
export const createLateness = (): Learned => createLearned(mostStarts);
/** How long runs took. */
export const createDurations = (): Learned => createLearned(mostDurations);

function createLearned(most: number): Learned {
  const values: number[] = [];
  let next = 0;
  let greatest: number | null = null;
  return {
    add(value) {
      const replaced = values[next];
      values[next] = value;
      next = (next + 1) % most;
      if (greatest === null || value >= greatest) greatest = value;
      else if (replaced === greatest) greatest = greatestOf(values);
    },
    // Of at most 100 values the 99th percentile, by the nearest rank, is the greatest one.
    percentile: () => (values.length < leastRuns ? null : greatest),
  };
}

function greatestOf(values: readonly number[]): number {
  let greatest = 0;
  for (const value of values) if (value > greatest) greatest = value;
  return greatest;
}

/** What a start grace is made of. */
export interface StartGraceFacts {
  /** The vendor's: how long after its due time a run usually may start. */
  readonly defaultMs: number;
  /** From the configuration; null: none. It outranks the others. */
  readonly configuredMs: number | null;
  /** The 99th percentile of the lateness of earlier runs; null: too few. */
  readonly latenessMs: number | null;
  /** Time to the next due run. */
  readonly gapMs: number;
}

/** How long after its due time a run may start before it counts as late: never longer than half the time to the next one. */
export function startGrace({ defaultMs, configuredMs, latenessMs, gapMs }: StartGraceFacts): number {
  if (configuredMs !== null) return configuredMs;
  const usual = latenessMs === null ? defaultMs : 2 * latenessMs;
  return Math.min(Math.max(usual, leastStartMs), gapMs / 2);
}

/** How long a run may take before it is overrunning: null while too few runs have ended. */
export const durationLimit = (percentileMs: number | null): number | null =>
  percentileMs === null ? null : Math.max(2 * percentileMs, leastDurationMs);
