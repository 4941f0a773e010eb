import type { ScheduleTrack } from '@crossvault/core';

/** A run that is due. */
export interface Due {
  readonly track: ScheduleTrack;
  /** When it is due. */
  readonly dueMs: number;
  /** The last instant that is as good: where clocks show the time of day twice and the vendor runs once, the later of both. */
  readonly lastDueMs: number;
  /** The offset of the zone at that instant, in milliseconds east of UTC. */
  readonly offsetMs: number;
  /** False where the vendor does not document what it does on this day: no run is then no missed run. */
  readonly isCertain: boolean;
}

const pad = (count: number): string => String(count).padStart(2, '0');

/** A due time as clocks of its zone show it, with their offset: the hour that comes twice has two. */
export function labelOf({ dueMs, offsetMs }: Pick<Due, 'dueMs' | 'offsetMs'>): string {
  const wall = new Date(dueMs + offsetMs).toISOString();
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const time = wall.endsWith(':00.000Z') ? wall.slice(0, 16) : wall.slice(0, 19);
  return `${time}${offsetMs < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
