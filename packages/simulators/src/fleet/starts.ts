import type { Random } from './random.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const MILLION = 1_000_000;

/** Hours (UTC) at which plans start their nightly runs, as offsets from midnight. */
const NIGHT_HOURS = [-3, -2, -2, -1, 0, 0, 1, 2, 3] as const;

const growStart = (random: Random, fromMs: number, untilMs: number): number => {
  const anyMs = fromMs + Math.floor((untilMs - fromMs - 1) * (random.integer(0, MILLION) / MILLION));
  if (random.chance(0.25)) return anyMs;
  const midnightMs = Math.floor(anyMs / DAY_MS) * DAY_MS;
  const slotMs = midnightMs + random.pick(NIGHT_HOURS) * HOUR_MS + random.pick([0, 30]) * MINUTE_MS;
  const startMs = random.chance(0.08) ? slotMs : slotMs + random.integer(0, 9 * MINUTE_MS);
  return startMs < fromMs || startMs >= untilMs ? anyMs : startMs;
};

/**
 * Start times of a grown fleet, from `fromMs` (inclusive) to `untilMs` (exclusive): mostly nightly, some on the very
 * stroke of a slot (so that vendors share instants), some in the second or the millisecond of the job before.
 */
export const growStarts = (input: { random: Random; count: number; fromMs: number; untilMs: number }): number[] => {
  const { random, count, fromMs, untilMs } = input;
  const starts: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const previousMs = starts[index - 1];
    const drawn = random.integer(1, 100);
    if (previousMs !== undefined && drawn <= 4) {
      starts.push(previousMs);
    } else if (previousMs !== undefined && drawn <= 8) {
      const secondMs = Math.floor(previousMs / 1000) * 1000;
      starts.push(Math.min(untilMs - 1, Math.max(fromMs, secondMs + random.integer(0, 999))));
    } else {
      starts.push(growStart(random, fromMs, untilMs));
    }
  }
  return starts;
};
