import { offsetsOf, type ZoneOffsets } from '../zone-offsets.ts';
import { medianOf } from './quantile.ts';
import type { TimeSlot } from './time-slots.ts';

const dayMs = 86_400_000;
const uncertainMs = 28 * dayMs;
const leastOfEach = 4;

/** The last change of the clocks of a zone, in the four weeks before an instant and the day after it. */
export interface RecentChange {
  /** How far clocks were put forward; less than 0: back. */
  readonly byMs: number;
}

/** Null: clocks have not changed within four weeks, and do not within a day. */
export function recentChange(zone: ZoneOffsets, nowMs: number): RecentChange | null {
  const byMs = zone.offsetAt(nowMs + dayMs) - zone.offsetAt(nowMs - uncertainMs);
  return byMs === 0 ? null : { byMs };
}

/** The offsets of UTC. */
export const utcOffsets: ZoneOffsets = offsetsOf('UTC') ?? {
  offsetAt: () => 0,
  instantsOf: (wallMs) => ({ kind: 'once', firstMs: wallMs, lastMs: wallMs }),
};

/**
 * How far the usual time of day moved when clocks changed, summed over the slots. Null: no slot has runs enough of both seasons.
 * In the reading that is meant it did not move.
 */
export function movementOf(slots: readonly TimeSlot[], reading: ZoneOffsets, zone: ZoneOffsets): number | null {
  let movedMs: number | null = null;
  for (const { wallsMs, latenessMs } of slots) {
    const seasons = new Map<number, number[]>();
    for (const [index, wallMs] of wallsMs.entries()) {
      const offsetMs = zone.offsetAt(wallMs - reading.offsetAt(wallMs));
      const season = seasons.get(offsetMs) ?? [];
      season.push(latenessMs[index] ?? 0);
      seasons.set(offsetMs, season);
    }
    const medians = [...seasons.values()].flatMap((season) => (season.length < leastOfEach ? [] : [medianOf(season)]));
    if (medians.length > 1) movedMs = (movedMs ?? 0) + Math.max(...medians) - Math.min(...medians);
  }
  return movedMs;
}
