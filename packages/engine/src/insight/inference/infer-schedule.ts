import type { Schedule, ScheduleRule, ScheduleTrack } from '@crossvault/core';
import { mergeSpans } from '../spans.ts';
import { offsetsOf } from '../zone-offsets.ts';
import { sureConfidence } from './confidence.ts';
import { writeDay, writeDays, writeLength, writePart, writeTime } from './describe.ts';
import { type CalendarPart, type InferredCalendar, inferCalendar } from './infer-calendar.ts';
import { type InferredInterval, inferInterval } from './infer-interval.ts';
import type { PastRuns } from './past-runs.ts';

const dayMs = 86_400_000;

/** What was seen of one rule of an inferred schedule. */
export interface ScheduleEvidence {
  /** `41 of 42 Mondays to Fridays 22:00 to 22:14 since 2 September 2026`. */
  readonly text: string;
  /** How many of the expected runs were made. */
  readonly matched: number;
  readonly expected: number;
  /** The first of the runs that were looked at. */
  readonly sinceMs: number;
  /** The extremes: of the start after the due time, or of the time between two starts. */
  readonly leastMs: number;
  readonly greatestMs: number;
}

/** A schedule that is concluded from the runs of a subject. */
export interface InferredSchedule {
  readonly schedule: Schedule;
  /** How long after its due time a run may start before it counts as late. It outranks other graces. */
  readonly graceMs: number;
  /** Whether the confidence is enough to call a silence a missed run. */
  readonly mayMiss: boolean;
  /** For each rule or time of day. */
  readonly evidence: readonly ScheduleEvidence[];
}

/**
 * Concludes when a subject runs from when it ran. The family is chosen first: one interval day and night, or times of day on days of a
 * calendar. Null: neither, so that no run of it is ever missed and only its age is judged. Pure.
 */
export function inferSchedule(runs: PastRuns, track: ScheduleTrack): InferredSchedule | null {
  const facts = {
    ...runs,
    startsMs: runs.startsMs.filter((startMs) => startMs <= runs.nowMs),
    unseen: mergeSpans(runs.unseen),
  };
  const interval = inferInterval(facts);
  if (interval !== null) return fromInterval(interval, track);
  const calendar = inferCalendar(facts);
  return calendar === null ? null : fromCalendar(calendar, track);
}

function fromInterval(found: InferredInterval, track: ScheduleTrack): InferredSchedule {
  const { everyMs, anchorMs, sinceMs, matched, expected, shortestMs, greatestMs, confidence } = found;
  const anchorAt = new Date(anchorMs).toISOString();
  const extremes = `${writeLength(shortestMs)} to ${writeLength(greatestMs)}`;
  return conclude({
    rules: [{ kind: 'interval', track, every: Math.round(everyMs / 1000), unit: 'seconds', anchorAt }],
    text: `every ${writeLength(everyMs)}`,
    timeZone: null,
    confidence,
    // A run is awaited for one and a half intervals after the one before it.
    graceMs: everyMs / 2,
    evidence: [
      {
        text: `${matched} of ${expected} gaps of ${extremes} since ${writeDay(Math.floor(sinceMs / dayMs))}`,
        matched,
        expected,
        sinceMs,
        leastMs: shortestMs,
        greatestMs,
      },
    ],
  });
}

function fromCalendar({ parts, timeZone, graceMs, confidence }: InferredCalendar, track: ScheduleTrack) {
  const offsets = offsetsOf(timeZone);
  const instantOf = (part: CalendarPart, day: number): number =>
    offsets?.instantsOf(day * dayMs + part.timeMs).firstMs ?? day * dayMs + part.timeMs;
  const ordered = parts.toSorted((one, other) => one.timeMs - other.timeMs);
  return conclude({
    rules: ordered.map((part) => ruleOf(part, track, instantOf(part, part.lastDay))),
    text: ordered
      .map(({ pattern, timeMs }) => `${writeDays(pattern.days, pattern.everyDays)} at ${writeTime(timeMs)}`)
      .join('; '),
    timeZone,
    confidence,
    graceMs: Math.min(graceMs, shortestGap(ordered) / 2),
    evidence: ordered.map((part) => ({
      text: writePart(part),
      matched: part.pattern.matched,
      expected: part.pattern.expected,
      sinceMs: instantOf(part, part.firstDay),
      leastMs: part.earliestMs,
      greatestMs: part.latestMs,
    })),
  });
}

/** The least time between two times of day, around the clock. */
function shortestGap(parts: readonly CalendarPart[]): number {
  const times = parts.map(({ timeMs }) => timeMs);
  return Math.min(...times.map((timeMs, index) => (times[index + 1] ?? (times[0] ?? 0) + dayMs) - timeMs));
}

function ruleOf({ pattern, timeMs }: CalendarPart, track: ScheduleTrack, lastDueMs: number): ScheduleRule {
  const { days, everyDays } = pattern;
  if (days === null) {
    return { kind: 'interval', track, every: everyDays, unit: 'days', anchorAt: new Date(lastDueMs).toISOString() };
  }
  return { kind: 'calendar', track, times: [writeTime(timeMs)], days, months: null };
}

interface Conclusion extends Pick<Schedule, 'rules' | 'text' | 'timeZone' | 'confidence'> {
  readonly graceMs: number;
  readonly evidence: readonly ScheduleEvidence[];
}

function conclude({ graceMs, evidence, confidence, ...schedule }: Conclusion): InferredSchedule {
  return {
    schedule: {
      ...schedule,
      confidence,
      source: 'inferred',
      nativeTimeZone: null,
      timeZoneFrom: null,
      clockChange: { skipped: 'undocumented', doubled: 'undocumented' },
      unread: [],
    },
    graceMs,
    mayMiss: confidence >= sureConfidence,
    evidence,
  };
}
