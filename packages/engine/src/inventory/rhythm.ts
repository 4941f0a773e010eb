/** Fewer runs show no interval. */
const leastRuns = 5;
/** So much of the usual interval may one differ from it, and so many of all intervals have to be usual. */
const tolerance = 0.25;
const usualShare = 0.8;
/** What runs more often than this is not waited for. */
const shortestMs = 30 * 60_000;

/**
 * The interval in which something has run so far, out of its starts, newest first; null when there is none that one could
 * rely on. A manual run in between, or a skipped one, does not hide it.
 */
export function intervalOf(startsMs: readonly number[]): number | null {
  if (startsMs.length < leastRuns) return null;
  const intervals = startsMs.slice(0, -1).map((start, index) => start - (startsMs[index + 1] ?? start));
  const usual = intervals.toSorted((a, b) => a - b)[Math.floor(intervals.length / 2)] ?? 0;
  const near = intervals.filter((each) => Math.abs(each - usual) <= usual * tolerance);
  return usual >= shortestMs && near.length >= intervals.length * usualShare ? usual : null;
}
