import type { ScheduleTrack } from '@crossvault/core';
import type { Due } from './due.ts';
import type { ExpandedSchedule } from './expand-schedule.ts';

/** A schedule as it was read for a while without a change of its meaning. */
export interface ScheduleVersion {
  readonly id: string;
  /** When it was read first. */
  readonly firstSeenMs: number;
  /** When it was read last. */
  readonly lastSeenMs: number;
  /** Its due runs; null: nothing is due, since there is no schedule or it is switched off. */
  readonly schedule: Pick<ExpandedSchedule, 'duesBetween'> | null;
  /**
   * Where due times are announced one by one: a run that starts later than this after one is a run of another, of which
   * nothing is known. @default every run until the next due time is one of the due time before
   */
  readonly periodMs?: number;
}

/** A run that is due, by a version of the schedule. */
export interface DueRun {
  readonly due: Due;
  readonly versionId: string;
  /** Whether it was due before any schedule had been read. */
  readonly isBeforeKnown: boolean;
  /** See {@link ScheduleVersion}. */
  readonly periodMs: number;
  /** When the version had been read for the last time, and when the next version was read first; null: it is the newest. */
  readonly change: { readonly lastSeenMs: number; readonly replacedMs: number } | null;
}

/**
 * The due runs of a range by track, in the order of time, each instant of a track once. A version counts from when it was first read, the first one
 * also before: then it may be met, and not missed.
 */
export function dueRuns(
  versions: readonly ScheduleVersion[],
  fromMs: number,
  untilMs: number,
): ReadonlyMap<ScheduleTrack, readonly DueRun[]> {
  const byTrack = new Map<ScheduleTrack, DueRun[]>();
  for (const [index, version] of versions.entries()) {
    const next = versions[index + 1];
    const startMs = index === 0 ? fromMs : Math.max(fromMs, version.firstSeenMs);
    const endMs = next === undefined ? untilMs : Math.min(untilMs, next.firstSeenMs);
    const change = next === undefined ? null : { lastSeenMs: version.lastSeenMs, replacedMs: next.firstSeenMs };
    const knownMs = index === 0 ? version.firstSeenMs : startMs;
    if (startMs < endMs) addVersion(byTrack, version, { startMs, endMs, knownMs, change });
  }
  return byTrack;
}

interface VersionRange {
  readonly startMs: number;
  readonly endMs: number;
  /** From when on the schedule was known. */
  readonly knownMs: number;
  readonly change: DueRun['change'];
}

function addVersion(
  byTrack: Map<ScheduleTrack, DueRun[]>,
  { id: versionId, schedule, periodMs = Number.POSITIVE_INFINITY }: ScheduleVersion,
  { startMs, endMs, knownMs, change }: VersionRange,
): void {
  for (const due of schedule?.duesBetween(startMs, endMs) ?? []) {
    const found = byTrack.get(due.track) ?? [];
    if (found.length === 0) byTrack.set(due.track, found);
    // Daily, weekly and monthly rules of a track may be due at once: one run serves them all.
    if (found.at(-1)?.due.dueMs === due.dueMs) continue;
    found.push({ due, versionId, isBeforeKnown: due.dueMs < knownMs, periodMs, change });
  }
}

/** The schedule changed while the run was due, or somewhere between two readings of it. */
export const isChanging = ({ due, change }: DueRun, startByMs: number): boolean =>
  change !== null && (due.dueMs > change.lastSeenMs || startByMs > change.replacedMs);
