import type { RunTiming } from '@crossvault/core';
import type { StoredLook, StoredOccurrence, StoredScheduleVersion, SubjectRun } from '@crossvault/core/store';
import type { Span } from '../occurrence.ts';
import type { JudgedThing } from './judged-thing.ts';
import type { SubjectMemory } from './subject-memory.ts';

/** All that the evaluation of a subject follows from. */
export interface SubjectInput {
  readonly thing: JudgedThing;
  readonly memory: SubjectMemory;
  /** Whether runs of it are expected; false: only its age and its life are judged. */
  readonly isExpected: boolean;
  /** Whether jobs of its plan are linked to other items. */
  readonly areOthersLinked: boolean;
  readonly versions: readonly StoredScheduleVersion[];
  readonly looks: readonly StoredLook[];
  /** In the order of their starts. */
  readonly runs: readonly SubjectRun[];
  /** Jobs that Crossvault started. */
  readonly ownJobs: ReadonlySet<string>;
  readonly stored: readonly StoredOccurrence[];
  readonly coverage: readonly Span[];
  readonly partId: string;
  readonly timing: RunTiming;
  readonly startGraceMs: number | null;
  /** Configured; null: it is inferred. */
  readonly objectiveMs: number | null;
  readonly areWarningsGood: boolean;
  readonly excuses: readonly Span[];
  /** From when on all jobs are stored. */
  readonly historyFromMs: number;
  readonly nowMs: number;
}
