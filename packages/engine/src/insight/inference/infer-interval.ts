import { confidenceOf, doubt } from './confidence.ts';
import type { PastRuns } from './past-runs.ts';
import { isOverlapping } from './past-runs.ts';
import { medianOf, quantileOf, sortNumbers } from './quantile.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const leastGaps = 8;
const longestMs = 12 * hourMs;
const usualFactor = 1.45;
const usualShare = 0.93;
/** A week shows whether a machine rests at night or on Sundays. */
const weekMs = 7 * dayMs;
const lookedAtMs = 15 * dayMs;
const mostUnsure = 0.85;
const mostPhases = 48;
const leastInStep = 0.8;

/** Runs that follow each other day and night. */
export interface InferredInterval {
  readonly everyMs: number;
  /** A run from which the next ones are counted. */
  readonly anchorMs: number;
  readonly sinceMs: number;
  /** Gaps of usual length. */
  readonly matched: number;
  readonly expected: number;
  readonly shortestMs: number;
  readonly greatestMs: number;
  readonly confidence: number;
}

/** Null: the runs do not follow each other at one interval of less than 12 hours. */
export function inferInterval({ startsMs, unseen }: PastRuns): InferredInterval | null {
  const lastMs = startsMs.at(-1) ?? 0;
  const recent = startsMs.filter((startMs) => startMs > lastMs - lookedAtMs);
  const gaps = recent.flatMap((untilMs, index) => {
    const fromMs = recent[index - 1];
    return fromMs === undefined || isOverlapping(unseen, { fromMs, untilMs })
      ? []
      : [{ fromMs, lengthMs: untilMs - fromMs }];
  });
  if (gaps.length < leastGaps) return null;
  const usualMs = medianOf(gaps.map(({ lengthMs }) => lengthMs));
  if (usualMs >= longestMs || usualMs < minuteMs) return null;
  const long = gaps.filter(({ lengthMs }) => lengthMs > usualFactor * usualMs);
  const matched = gaps.length - long.length;
  if (matched < usualShare * gaps.length || isResting(long.map(({ fromMs }) => fromMs))) return null;
  const sinceMs = recent[0] ?? lastMs;
  const lengths = sortNumbers(gaps.flatMap((gap) => (long.includes(gap) ? [] : [gap.lengthMs])));
  const confidence = confidenceOf(matched, gaps.length, doubt.rounds);
  const everyMs = roundInterval(usualMs);
  return {
    everyMs,
    anchorMs: findAnchor(recent.slice(-mostPhases), everyMs),
    sinceMs,
    matched,
    expected: gaps.length,
    shortestMs: lengths[0] ?? usualMs,
    greatestMs: lengths.at(-1) ?? usualMs,
    confidence: lastMs - sinceMs < weekMs ? Math.min(confidence, mostUnsure) : confidence,
  };
}

/** Long gaps that begin at one time of day, three times and more, are nights: the runs keep office hours. */
function isResting(beginsMs: readonly number[]): boolean {
  return beginsMs.some((beginMs) => {
    const alike = beginsMs.filter((otherMs) => {
      const apartMs = Math.abs(otherMs - beginMs) % dayMs;
      return Math.min(apartMs, dayMs - apartMs) <= 2 * hourMs;
    });
    return new Set(alike.map((ms) => Math.floor(ms / dayMs))).size >= 3;
  });
}

/**
 * Where runs keep step, one by hand in between moves none of the others, so that they are counted from their common step. Else they are
 * counted from the last one: where each follows the one before, and where the step has just moved because clocks changed.
 */
function findAnchor(startsMs: readonly number[], everyMs: number): number {
  const lastMs = startsMs.at(-1) ?? 0;
  const beforeMs = startsMs.at(-2) ?? 0;
  const offStep = (startMs: number, stepMs: number): number =>
    startMs - stepMs - Math.round((startMs - stepMs) / everyMs) * everyMs;
  const inStep = (stepMs: number): readonly number[] =>
    startsMs.filter((startMs) => Math.abs(offStep(startMs, stepMs)) <= everyMs / 8);
  const steps = startsMs.map((stepMs) => ({ stepMs, count: inStep(stepMs).length }));
  const best = steps.reduce((one, other) => (other.count > one.count ? other : one), { stepMs: lastMs, count: 0 });
  if (best.count < leastInStep * startsMs.length) return lastMs;
  const isLastInStep = Math.abs(offStep(lastMs, best.stepMs)) <= everyMs / 8;
  if (!isLastInStep && lastMs - beforeMs >= everyMs / usualFactor) return lastMs;
  const early = quantileOf(sortNumbers(inStep(best.stepMs).map((startMs) => offStep(startMs, best.stepMs))), 0.05);
  const stepMs = best.stepMs + early;
  return stepMs + Math.floor((lastMs - stepMs) / everyMs) * everyMs;
}

/** Plans have round intervals: whole five minutes or minutes, where the runs are as near to that as 2 %. */
function roundInterval(usualMs: number): number {
  for (const stepMs of [30 * minuteMs, 5 * minuteMs, minuteMs]) {
    const roundMs = Math.max(1, Math.round(usualMs / stepMs)) * stepMs;
    if (Math.abs(roundMs - usualMs) <= 0.02 * usualMs) return roundMs;
  }
  return Math.round(usualMs / 1000) * 1000;
}
