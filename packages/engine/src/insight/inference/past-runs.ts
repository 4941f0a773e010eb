import type { Span } from '../occurrence.ts';

/** What a schedule is concluded from. */
export interface PastRuns {
  /** When runs of the subject started, in order: those of one track, and none that a person started. */
  readonly startsMs: readonly number[];
  /** Spans that say nothing about the schedule, merged: a finding lies in them, or the list of jobs was not read. */
  readonly unseen: readonly Span[];
  /** The IANA zone whose clocks may be meant; null: none is known. */
  readonly timeZone: string | null;
  readonly nowMs: number;
}

/** Whether a stretch has a part of one of the merged spans. */
export function isOverlapping(merged: readonly Span[], { fromMs, untilMs }: Span): boolean {
  let low = 0;
  let high = merged.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((merged[middle]?.untilMs ?? 0) <= fromMs) low = middle + 1;
    else high = middle;
  }
  const found = merged[low];
  return found !== undefined && found.fromMs < untilMs;
}
