import type { Due } from './due.ts';

const hourMs = 3_600_000;
const shortMs = 12 * hourMs;

/**
 * The greatest age that the newest good backup may have, where no objective is configured: the longest time between due runs of all
 * backup and snapshot tracks together, and a day, so that one bad run is made good by the next. Where runs are due more often than
 * every 12 hours it is twice that time. Null: fewer than two runs are due.
 *
 * @param dues due runs of a stretch of time that shows the longest gap, in the order of time
 */
export function inferObjective(dues: readonly Pick<Due, 'track' | 'dueMs'>[], graceMs: number): number | null {
  let longestMs: number | null = null;
  let lastMs: number | null = null;
  for (const { track, dueMs } of dues) {
    if (track === 'archive' || track === 'copy' || track === 'other') continue;
    if (lastMs !== null && (longestMs === null || dueMs - lastMs > longestMs)) longestMs = dueMs - lastMs;
    lastMs = dueMs;
  }
  if (longestMs === null) return null;
  return graceMs + (longestMs < shortMs ? 2 * longestMs : longestMs + 24 * hourMs);
}
