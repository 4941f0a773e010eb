import type { JobKind, JobStatus, JobTrigger, ScheduleTrack } from '@crossvault/core';
import type { OccurrenceReason, OccurrenceState } from '@crossvault/core/insight';
import { type Due, labelOf } from './due.ts';

/** A job of a subject. */
export interface Run {
  readonly id: string;
  readonly kind: JobKind;
  /** The tracks that it serves, where the vendor reports them. @default those of its kind */
  readonly tracks?: readonly ScheduleTrack[];
  readonly status: JobStatus;
  readonly startedMs: number;
  /** Null while it runs, and where the end is not known. */
  readonly endedMs: number | null;
  readonly trigger: JobTrigger;
  /** Whether Crossvault started it. */
  readonly isOurs: boolean;
  /** Whether it ended without anything that could be restored. */
  readonly madeNothing: boolean;
}

/** A stretch of time, `[fromMs, untilMs)`. */
export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** One expected run of a subject on a track, and what became of it. */
export interface Occurrence {
  readonly due: Due;
  /** The version of the schedule that it is of. */
  readonly versionId: string;
  /** Until when a run that starts is in time. */
  readonly startByMs: number;
  /** Until when its run should have ended; null where it has none, or where too few runs are known. */
  readonly endByMs: number | null;
  readonly state: OccurrenceState;
  /** Null where the state speaks for itself. */
  readonly reason: OccurrenceReason | null;
  /** The runs that were made for it, in the order of their starts; the last one decides. */
  readonly attempts: readonly Run[];
  /** Whether the state is `missed` and a late run may still come. */
  readonly isProvisional: boolean;
  /** Whether its run is still going, longer than usual. */
  readonly isOverrunning: boolean;
  /** Whether a run by hand made good what this one had not. */
  readonly isRecovered: boolean;
}

/** The key of an occurrence, the same whenever it is judged. */
export const keyOf = (subjectId: string, { due, versionId }: Pick<Occurrence, 'due' | 'versionId'>): string =>
  JSON.stringify([subjectId, due.track, versionId, labelOf(due)]);

const unmetStates: ReadonlySet<OccurrenceState> = new Set(['failed', 'missed', 'cancelled', 'skipped']);

/** Whether an occurrence is over and known not to be met. */
export const isUnmet = ({ state }: Pick<Occurrence, 'state'>): boolean => unmetStates.has(state);

/** A run that a person requested protects, and meets no schedule. One whose trigger is not reported counts as scheduled. */
export const isByHand = ({ trigger, isOurs }: Pick<Run, 'trigger' | 'isOurs'>): boolean =>
  isOurs || trigger === 'manual';

/** Whether a run has ended well, and made something that can be restored. A warning is a success that says more. */
export const isGood = ({ status, madeNothing }: Pick<Run, 'status' | 'madeNothing'>): boolean =>
  (status === 'succeeded' || status === 'warning') && !madeNothing;

const tracksOfKind: Readonly<Partial<Record<JobKind, readonly ScheduleTrack[]>>> = {
  backup: ['backup', 'full', 'differential', 'incremental'],
  snapshot: ['snapshot'],
  archive: ['archive'],
  copy: ['copy'],
};

/** Whether a run is one of a track. One run may serve several tracks. */
export const isOfTrack = ({ tracks, kind }: Pick<Run, 'tracks' | 'kind'>, track: ScheduleTrack): boolean =>
  (tracks ?? tracksOfKind[kind] ?? ['other']).includes(track);
