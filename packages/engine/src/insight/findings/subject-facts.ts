import type { Occurrence, Run } from '../occurrence.ts';

/** What the findings of a subject follow from. */
export interface SubjectFacts {
  readonly id: string;
  /** The part of the connection whose list shows its runs. */
  readonly partId: string;
  /** Judged, in the order of their due times, so far back that they hold its streaks. */
  readonly occurrences: readonly Occurrence[];
  /** Its runs in the order of their starts. They have the streak where it has no occurrences. */
  readonly runs: readonly Run[];
  readonly age: AgeFacts;
  readonly life: LifeFacts;
}

/** How old the newest good backup is, and may be. */
interface AgeFacts {
  /** When the data of the newest good backup is from; null: none is known. */
  readonly dataAsOfMs: number | null;
  /** From when on all its runs are known. */
  readonly historyFromMs: number;
  /** The greatest age that is allowed; null: none is configured, and none can be inferred. */
  readonly objectiveMs: number | null;
  /** When the next run, or the one that is running, is expected to end; null: none is expected. */
  readonly nextEndMs: number | null;
}

/** Where a subject is in its life. All are null where they do not apply or are not known. */
interface LifeFacts {
  readonly sinceMs: number | null;
  /** Since when its plan is switched on without a break, or it is back after it was gone. What was due before opens nothing. */
  readonly activeSinceMs: number | null;
  readonly disabledSinceMs: number | null;
  /** Whether it is its plan that is switched off: then that is one finding, of the plan. @default false */
  readonly isDisabledByPlan?: boolean;
  /** Since when the vendor calls it unprotected. */
  readonly unprotectedSinceMs: number | null;
  /** When it was stopped, was removed, or was gone. */
  readonly retiredMs: number | null;
}

/** A part of a connection with a list of its own: a vault, a location, an agent; or the connection as a whole. */
export interface PartFacts {
  readonly id: string;
  /** The part to which it belongs; null: none. */
  readonly withinId: string | null;
  /** Since when it cannot be read; null: it can. */
  readonly blindSinceMs: number | null;
  readonly retiredMs: number | null;
}
