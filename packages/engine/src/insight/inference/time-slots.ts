import { quantileOf, sortNumbers } from './quantile.ts';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
/** Runs of one time of day start within so much. */
const widthMs = 180 * minuteMs;
/** A run may start so much before the time at which nearly all start. */
const earlyMs = 30 * minuteMs;
const mostSlots = 6;
const leastRuns = 3;

/** Runs that start at about one time of day, with the days of the calendar that they belong to. */
export interface TimeSlot {
  /** The time of day before which hardly a run starts, in milliseconds since midnight. */
  readonly timeMs: number;
  /** The days on which a run started, in order. One that starts after midnight belongs to the day before. */
  readonly days: readonly number[];
  /** How long after the time each run started. */
  readonly latenessMs: readonly number[];
  /** The times that clocks showed at those starts. */
  readonly wallsMs: readonly number[];
}

/** Divides runs by their time of day, those with most runs first. What starts at no time that repeats itself is left out. */
export function findTimeSlots(wallsMs: readonly number[]): readonly TimeSlot[] {
  const slots: TimeSlot[] = [];
  let left = wallsMs;
  while (slots.length < mostSlots && left.length >= leastRuns) {
    const startMs = busiestTime(left);
    const timeOf = (wallMs: number): number => modulo(wallMs - startMs);
    const inside = left.filter((wallMs) => timeOf(wallMs) <= widthMs);
    if (inside.length < leastRuns) break;
    left = left.filter((wallMs) => timeOf(wallMs) > widthMs);
    const slot = createSlot(inside, startMs);
    if (slot !== null) slots.push(slot);
  }
  return slots;
}

const modulo = (ms: number): number => ((ms % dayMs) + dayMs) % dayMs;

/** The time of day after which most runs start within the width; of several, the one whose runs lie closest together. */
function busiestTime(wallsMs: readonly number[]): number {
  const times = sortNumbers(wallsMs.map(modulo));
  const count = times.length;
  const timeAt = (index: number): number => (times[index % count] ?? 0) + (index >= count ? dayMs : 0);
  let [best, most, narrowest] = [0, 0, Number.POSITIVE_INFINITY];
  let end = 0;
  for (let start = 0; start < count; start += 1) {
    end = Math.max(end, start);
    while (end + 1 < start + count && timeAt(end + 1) - timeAt(start) <= widthMs) end += 1;
    const found = end - start + 1;
    const spanMs = timeAt(end) - timeAt(start);
    if (found < most || (found === most && spanMs >= narrowest)) continue;
    [best, most, narrowest] = [timeAt(start), found, spanMs];
  }
  return modulo(best);
}

function createSlot(wallsMs: readonly number[], startMs: number): TimeSlot | null {
  const sinceStart = sortNumbers(wallsMs.map((wallMs) => modulo(wallMs - startMs)));
  const usualMs = startMs + quantileOf(sinceStart, 0.05);
  const timeMs = modulo(Math.floor(usualMs / (5 * minuteMs)) * 5 * minuteMs);
  const days: number[] = [];
  const latenessMs: number[] = [];
  const kept: number[] = [];
  for (const wallMs of wallsMs) {
    const day = Math.floor((wallMs - timeMs + earlyMs) / dayMs);
    const lateMs = wallMs - timeMs - day * dayMs;
    if (lateMs > widthMs) continue;
    // Several runs of one day in one slot come from no calendar: a machine that runs every hour while it is on does that.
    if (days.at(-1) === day) continue;
    days.push(day);
    latenessMs.push(lateMs);
    kept.push(wallMs);
  }
  return wallsMs.length > 1.25 * kept.length ? null : { timeMs, days, latenessMs, wallsMs: kept };
}
