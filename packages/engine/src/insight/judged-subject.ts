import type { ScheduleTrack } from '@crossvault/core';
import type { ScheduleVersion } from './due-runs.ts';
import type { Run, Span } from './occurrence.ts';

/** What the occurrences of a subject follow from. */
export interface JudgedSubject {
  readonly id: string;
  /** The versions of its schedule, oldest first. */
  readonly versions: readonly ScheduleVersion[];
  /** Its jobs in the order of their starts, from before the range on. */
  readonly runs: readonly Run[];
  /** When the list that shows its jobs was read: which spans of time it covered, in any order. */
  readonly coverage: readonly Span[];
  /** Whether a job has ever been linked to it. */
  readonly isLinked: boolean;
  /** Tracks whose runs the vendor does not list. */
  readonly unlisted: readonly ScheduleTrack[];
  /** The vendor's own times of its backups: its last backup and its recovery points, in order. They tell where no job does. */
  readonly pointsMs: readonly number[];
  /** When it came into being, null: not known. Nothing was due before. */
  readonly sinceMs: number | null;
  /** When it was removed or its protection ended; null: it is there. */
  readonly retiredMs: number | null;
  readonly graces: {
    /** How long after its due time a run of this vendor usually may start. */
    readonly defaultStartMs: number;
    /** From the configuration; null: none. */
    readonly configuredStartMs: number | null;
    /** How long after its start a run may be shown first. */
    readonly reportLagMs: number;
  };
  /** What the operator excused: a run by its key, or all that is due in a span. */
  readonly excuses: readonly (Span | { readonly key: string })[];
}

/** The range that is judged, and the time at which it is. */
export interface JudgedRange extends Span {
  readonly nowMs: number;
}
