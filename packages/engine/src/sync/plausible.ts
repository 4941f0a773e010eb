import { earlierOf } from './list-state.ts';

/** Clocks of two machines may differ by so much. An instant further in the future was written by a clock that was wrong. */
const clockSlackMs = 300_000;

const instantAt = (ms: number): string => new Date(ms).toISOString();

/** An instant of the past as it was stored; null where it lies so far in the future that a wrong clock must have written it. */
export const believed = (at: string | null, nowMs: number): string | null =>
  at === null || at > instantAt(nowMs + clockSlackMs) ? null : at;

/** The same for people: what another machine's clock put just ahead of ours counts as now. */
export function shownPast(at: string | null, nowMs: number): string | null {
  const plausible = believed(at, nowMs);
  return plausible === null ? null : earlierOf(plausible, instantAt(nowMs));
}

/** Whether a stored instant is further away than the longest wait there is: then a wrong clock has written it. */
export const isTooFar = (at: string | null, nowMs: number, longestMs: number): boolean =>
  at !== null && Date.parse(at) - nowMs > longestMs + clockSlackMs;

/** How long until a stored instant. One that a wrong clock has written is due now. */
export function plausibleWaitMs(at: string | null, nowMs: number, longestMs: number): number {
  if (at === null || isTooFar(at, nowMs, longestMs)) return 0;
  return Math.min(Math.max(Date.parse(at) - nowMs, 0), longestMs);
}
