import { offsetsOf, type ZoneOffsets } from '../zone-offsets.ts';
import { sureConfidence } from './confidence.ts';
import { type DayPattern, findDayPattern } from './day-patterns.ts';
import { isOverlapping, type PastRuns } from './past-runs.ts';
import { quantileOf, sortNumbers } from './quantile.ts';
import { findTimeSlots, type TimeSlot } from './time-slots.ts';
import { movementOf, recentChange, utcOffsets } from './zone-reading.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const leastGraceMs = hourMs;
/** Attempts of one run follow each other closer. */
const retryMs = 45 * minuteMs;
const leastExplained = 0.8;
const newest = 10;
const mostReplaced = 5;
const lookedAtMs = 400 * dayMs;
/** A time of day with so many runs was one of a plan. */
const leastOfPlan = 10;

/** Runs of one time of day on a pattern of days. */
export interface CalendarPart {
  readonly timeMs: number;
  readonly pattern: DayPattern;
  readonly firstDay: number;
  readonly lastDay: number;
  /** The extremes of how late runs started, in milliseconds: nearly all lie between. */
  readonly earliestMs: number;
  readonly latestMs: number;
}

/** Runs at times of the day, on days of a calendar. */
export interface InferredCalendar {
  readonly timeZone: string;
  readonly parts: readonly CalendarPart[];
  readonly graceMs: number;
  readonly confidence: number;
}

interface Reading {
  readonly timeZone: string;
  readonly offsets: ZoneOffsets;
  readonly slots: readonly TimeSlot[];
}

/**
 * Null: the runs follow no calendar. Stretches that suit a pattern are not searched for: each machine has a month in which it looks
 * regular. Only where a plan was moved to another time the runs before that are left out.
 */
export function inferCalendar(runs: PastRuns): InferredCalendar | null {
  const startsMs = runs.startsMs.filter(
    (startMs, index, all) => startMs > runs.nowMs - lookedAtMs && startMs - (all[index - 1] ?? 0) >= retryMs,
  );
  const found = readCalendar({ ...runs, startsMs });
  if (found !== null) return found;
  const movedMs = lastMove(startsMs);
  return movedMs === null ? null : readCalendar({ ...runs, startsMs: startsMs.filter((startMs) => startMs > movedMs) });
}

/** The last run at a time of day that others have replaced. */
function lastMove(startsMs: readonly number[]): number | null {
  const replacedMs = startsMs.at(-mostReplaced - 1) ?? 0;
  const ends = findTimeSlots(startsMs).flatMap(({ wallsMs }) => {
    const endMs = wallsMs.at(-1) ?? 0;
    return wallsMs.length >= leastOfPlan && endMs <= replacedMs ? [endMs] : [];
  });
  return ends.length === 0 ? null : Math.max(...ends);
}

function readCalendar(runs: PastRuns): InferredCalendar | null {
  const zone = runs.timeZone === null ? null : offsetsOf(runs.timeZone);
  const utc = readIn('UTC', utcOffsets, runs);
  if (zone === null || runs.timeZone === null) return concludeFrom(utc, runs, 0);
  const change = recentChange(zone, runs.nowMs);
  const chosen = chooseReading(utc, readIn(runs.timeZone, zone, runs), zone, change?.byMs ?? 0);
  return concludeFrom(chosen, runs, Math.abs(change?.byMs ?? 0));
}

const readIn = (timeZone: string, offsets: ZoneOffsets, { startsMs }: PastRuns): Reading => ({
  timeZone,
  offsets,
  slots: findTimeSlots(startsMs.map((startMs) => startMs + offsets.offsetAt(startMs))),
});

/**
 * The reading with fewer patterns. Of equal ones it is the one whose times did not move when clocks changed. Where no change was seen,
 * people mean their own clocks; soon after one it is the reading that awaits the run earlier, so that the grace covers both.
 */
function chooseReading(utc: Reading, local: Reading, zone: ZoneOffsets, changeMs: number): Reading {
  if (utc.slots.length !== local.slots.length) return utc.slots.length < local.slots.length ? utc : local;
  const inUtc = movementOf(utc.slots, utc.offsets, zone);
  const inLocal = movementOf(local.slots, local.offsets, zone);
  if (inUtc !== null && inLocal !== null && Math.abs(inUtc - inLocal) > 10 * minuteMs)
    return inUtc < inLocal ? utc : local;
  return changeMs < 0 ? utc : local;
}

function concludeFrom(reading: Reading, runs: PastRuns, changeMs: number): InferredCalendar | null {
  const parts = reading.slots.flatMap((slot) => partOf(slot, reading.offsets, runs) ?? []);
  const sure = parts.filter(({ part }) => part.pattern.confidence >= sureConfidence);
  // A part that is not sure yet makes the others no less sure, where these explain the runs.
  const kept = isExplained(sure, reading, runs) ? sure : parts;
  if (kept.length === 0 || !isExplained(kept, reading, runs)) return null;
  const latest = Math.max(...kept.map(({ part }) => part.latestMs - Math.min(0, part.earliestMs)));
  return {
    timeZone: reading.timeZone,
    parts: kept.map(({ part }) => part),
    graceMs: Math.max(leastGraceMs, ...kept.map(({ graceMs }) => graceMs), latest) + changeMs,
    confidence: Math.min(...kept.map(({ part }) => part.pattern.confidence)),
  };
}

interface Found {
  readonly part: CalendarPart;
  readonly slot: TimeSlot;
  readonly graceMs: number;
}

function isExplained(found: readonly Found[], { offsets }: Reading, { startsMs }: PastRuns): boolean {
  const explained = new Set(found.flatMap(({ slot }) => slot.wallsMs));
  const walls = startsMs.map((startMs) => startMs + offsets.offsetAt(startMs));
  return [walls, walls.slice(-newest)].every(
    (some) => some.filter((wallMs) => explained.has(wallMs)).length >= leastExplained * some.length,
  );
}

function partOf(slot: TimeSlot, offsets: ZoneOffsets, { startsMs, unseen, nowMs }: PastRuns): Found | null {
  const { timeMs, days, latenessMs } = slot;
  const lateness = sortNumbers(latenessMs);
  const earliestMs = quantileOf(lateness, 0.05);
  const latestMs = quantileOf(lateness, 0.99);
  const graceMs = Math.max(leastGraceMs, 2 * (latestMs - earliestMs));
  const dueMs = (day: number): number => offsets.instantsOf(day * dayMs + timeMs).firstMs;
  const lastDay = days.at(-1) ?? 0;
  const today = Math.floor((nowMs + offsets.offsetAt(nowMs)) / dayMs);
  let throughDay = today;
  while (throughDay > lastDay && dueMs(throughDay) + graceMs > nowMs) throughDay -= 1;
  const isUnseen = (day: number): boolean =>
    isOverlapping(unseen, { fromMs: dueMs(day), untilMs: dueMs(day) + graceMs });
  const pattern = findDayPattern({ days, throughDay, isUnseen });
  if (pattern === null || isOver(slot, offsets, startsMs, (throughDay - lastDay) / pattern.everyDays)) return null;
  return { part: { timeMs, pattern, firstDay: days[0] ?? 0, lastDay, earliestMs, latestMs }, slot, graceMs };
}

/**
 * A time of day is given up when the subject ran at other times instead. Findings about its silence are no reason to keep it, which they
 * are where the subject did not run at all.
 */
function isOver({ wallsMs }: TimeSlot, offsets: ZoneOffsets, startsMs: readonly number[], dueSince: number): boolean {
  const lastWallMs = wallsMs.at(-1) ?? 0;
  const since = startsMs.filter((startMs) => startMs + offsets.offsetAt(startMs) > lastWallMs);
  return dueSince >= mostReplaced && since.length >= mostReplaced;
}
