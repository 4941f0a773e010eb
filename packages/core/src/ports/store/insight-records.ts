import type {
  FindingKind,
  FindingSeverity,
  FindingState,
  OccurrenceReason,
  OccurrenceState,
} from '../../insight/index.ts';
import type { JobKind, JobStatus, JobTrigger } from '../../model/job.ts';
import type { Schedule, ScheduleTrack } from '../../model/schedule.ts';
import type { InventoryKind } from './inventory.ts';
import type { SyncStateWrite } from './sync-memory.ts';

/** What was expected, what became of it, and what is wrong. All times are milliseconds since 1970. */

/** A schedule of a plan as it was read for a while without a change of its meaning; or one that was inferred from runs. */
export interface StoredScheduleVersion {
  readonly connection: string;
  /** Id of the plan; of an inferred schedule of the subject whose runs it was inferred from. */
  readonly subject: string;
  /** Rises from 1 on for each subject. */
  readonly number: number;
  /** When it was read first. */
  readonly firstSeenMs: number;
  /** When it was read last before it was replaced; null: it is the newest. */
  readonly lastSeenMs: number | null;
  /** Two versions with the same text mean the same. */
  readonly meaning: string;
  /** Null: the plan has none that can be read, or is switched off. */
  readonly schedule: Schedule | null;
  readonly isEnabled: boolean;
}

/** A definition as a console reported it from one look to another: its last run and its next one. */
export interface StoredLook {
  readonly connection: string;
  /** Id of the plan. */
  readonly plan: string;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly lastRunMs: number | null;
  readonly nextRunMs: number | null;
}

/** What is judged. */
export interface StoredSubject {
  /** Id of the item or the plan. */
  readonly id: string;
  readonly connection: string;
  readonly vendor: string;
  readonly kind: InventoryKind;
  readonly name: string | null;
  readonly nativeId: string;
  /** Its plan; of a plan itself. */
  readonly plan: { readonly id: string; readonly name: string | null } | null;
  readonly tenant: string | null;
  /** Whether runs of it are expected; false: only its age and its life are judged. */
  readonly isExpected: boolean;
  /** When it is to be evaluated again at the latest; null: not before something of it changes. */
  readonly nextMs: number | null;
  /** What the engine keeps of it: plain JSON whose form is its own. */
  readonly facts: unknown;
}

/** A job that was run for an occurrence. */
export interface StoredAttempt {
  readonly id: string;
  readonly status: JobStatus;
  readonly startedMs: number;
  readonly endedMs: number | null;
}

/** By what an occurrence is known within its subject. */
export interface OccurrenceKey {
  readonly subject: string;
  readonly dueMs: number;
  readonly track: ScheduleTrack;
  /** Version of the schedule. */
  readonly version: string;
}

/** One expected run and what became of it. */
export interface StoredOccurrence extends OccurrenceKey {
  readonly connection: string;
  /** Offset of the zone of its schedule at its due time, east of UTC. */
  readonly offsetMs: number;
  readonly startByMs: number;
  readonly endByMs: number | null;
  readonly state: OccurrenceState;
  readonly reason: OccurrenceReason | null;
  readonly attempts: readonly StoredAttempt[];
  readonly isProvisional: boolean;
  readonly isOverrunning: boolean;
  readonly isRecovered: boolean;
  /** It is never judged again. */
  readonly isFrozen: boolean;
}

export interface StoredFinding {
  readonly id: string;
  readonly connection: string;
  /** Id of the item or the plan; of a blind source its own name. */
  readonly subject: string;
  readonly kind: FindingKind;
  readonly severity: FindingSeverity;
  readonly state: FindingState;
  readonly turnedMs: number;
  readonly revision: number;
  /** The finding as the engine knows it: plain JSON whose form is its own. */
  readonly document: unknown;
}

/** A change of a finding. Its id and the revision name it: it is stored once. */
export interface StoredFindingChange {
  readonly finding: string;
  readonly revision: number;
  readonly connection: string;
  readonly atMs: number;
  /** Plain JSON whose form is the engine's own. */
  readonly document: unknown;
}

/** What an operator said of a finding, a subject or a run. */
export interface StoredOverride {
  readonly id: string;
  readonly connection: string;
  readonly kind: 'acknowledge' | 'mute' | 'excuse';
  readonly subject: string;
  /** The finding of which it was said; null: none. */
  readonly finding: string | null;
  readonly by: string;
  readonly why: string;
  readonly createdMs: number;
  readonly fromMs: number;
  readonly untilMs: number | null;
}

/** A job of a subject, as it is judged. */
export interface SubjectRun {
  readonly id: string;
  readonly kind: JobKind;
  readonly status: JobStatus;
  readonly trigger: JobTrigger;
  readonly startedMs: number;
  readonly endedMs: number | null;
  /** Vendor's id of its plan, in lower case. */
  readonly planId: string | null;
  /** It ended as a success, or with a warning, over nothing. */
  readonly madeNothing: boolean;
}

/** By what a changed job names its plan and its target; texts in lower case. */
export interface ChangedLink {
  readonly planId: string | null;
  readonly planName: string | null;
  readonly targetId: string | null;
  readonly targetName: string | null;
}

/** The plans and targets of jobs that changed behind a position of the feed. */
export interface ChangedLinks {
  readonly links: readonly ChangedLink[];
  /** Position behind them; where there are no more, the end of the feed. */
  readonly next: number;
  readonly more: boolean;
  /** False: the feed does not reach back to the position, and any job may have changed. */
  readonly isWhole: boolean;
}

/** What an evaluation of a connection found; stored together or not at all. */
export interface EvaluationWrite {
  readonly connection: string;
  readonly versions?: readonly StoredScheduleVersion[];
  readonly looks?: readonly StoredLook[];
  readonly subjects?: readonly StoredSubject[];
  /** Subjects that are judged no longer; their occurrences and findings stay. */
  readonly retired?: readonly string[];
  readonly occurrences?: readonly StoredOccurrence[];
  /** Occurrences that are expected no longer. */
  readonly removed?: readonly OccurrenceKey[];
  readonly findings?: readonly StoredFinding[];
  readonly changes?: readonly StoredFindingChange[];
  readonly syncStates?: readonly SyncStateWrite[];
}
