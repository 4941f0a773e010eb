import type { ScheduleTrack } from '@crossvault/core';
import type { Due } from './due.ts';
import type { ExpandedSchedule } from './expand-schedule.ts';
import type { Span } from './occurrence.ts';

/** A definition as a console reported it once: its last run and its next one. */
export interface Look {
  readonly atMs: number;
  /** Start of the last run; null: it never ran. */
  readonly lastRunMs: number | null;
  /** Null: no run is scheduled. */
  readonly nextRunMs: number | null;
}

/** What a series of looks shows, oldest first. */
export interface ObservedRuns {
  /** The runs that were due: those that were announced and not called off before their time. */
  readonly schedule: Pick<ExpandedSchedule, 'duesBetween'>;
  /** The shortest time from a run to the one that was announced then; absent where none was seen. */
  readonly periodMs?: number;
  /** When it is known that no run started: from behind the last run of a look until the look. */
  readonly coverage: readonly Span[];
}

/** Where a vendor reports only the next run, due times are the ones that it announced. What lies between them is not made up. */
export function readLooks(looks: readonly Look[], track: ScheduleTrack): ObservedRuns {
  const dueMs = new Set<number>();
  for (const [index, { nextRunMs }] of looks.entries()) {
    const next = looks[index + 1];
    if (nextRunMs === null) continue;
    // Another time, announced before this one came: the schedule was changed.
    const isCalledOff = next !== undefined && next.atMs < nextRunMs && next.nextRunMs !== nextRunMs;
    if (!isCalledOff) dueMs.add(nextRunMs);
  }
  const dues = [...dueMs]
    .sort((one, other) => one - other)
    .map((each): Due => ({ track, dueMs: each, lastDueMs: each, offsetMs: 0, isCertain: true }));
  const periods = looks.flatMap(({ lastRunMs, nextRunMs }) =>
    lastRunMs === null || nextRunMs === null || nextRunMs <= lastRunMs ? [] : [nextRunMs - lastRunMs],
  );
  return {
    ...(periods.length === 0 ? {} : { periodMs: Math.min(...periods) }),
    schedule: { duesBetween: (fromMs, untilMs) => dues.filter((due) => due.dueMs >= fromMs && due.dueMs < untilMs) },
    coverage: looks.map(({ atMs, lastRunMs }) => ({ fromMs: lastRunMs ?? 0, untilMs: atMs })),
  };
}
