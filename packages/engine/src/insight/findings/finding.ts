import type { FindingChangeView, FindingKind, FindingState } from '@crossvault/core/insight';

/** What may be wrong with a subject, or with a part of a connection. A failure that repeats is the same finding under another name. */
export type FindingCause = Exclude<FindingKind, 'failed-repeatedly'>;

/** A person takes care of a finding. Holds for one episode of the finding, also while it flaps. */
export interface Acknowledgement {
  readonly by: string;
  readonly why: string;
  readonly atMs: number;
  /** Null: until the episode ends. */
  readonly untilMs: number | null;
}

/** A mute, or a maintenance window that mutes: what opens in it is not announced before it ends. */
export interface Silence {
  readonly by: string;
  readonly why: string;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Something that is or was wrong with a subject. There is one of a cause and a subject; it opens again and again. */
export interface Finding {
  readonly id: string;
  readonly cause: FindingCause;
  readonly kind: FindingKind;
  readonly subjectId: string;
  readonly state: FindingState;
  /** Since when its cause holds, by what the vendor reports; null: that is not known. */
  readonly sinceMs: number | null;
  /** When its present or last episode began: a reopened finding continues its episode. */
  readonly openedMs: number;
  /** When it opened, reopened, was resolved or retired last. */
  readonly turnedMs: number;
  /** When it opened and was resolved, as far as that counts for flapping. */
  readonly turnsMs: readonly number[];
  /** How many occurrences in a row ended badly; 0 where it is not about occurrences. */
  readonly streak: number;
  /** The keys of the occurrences, or the ids of the runs, on which it rests; newest first. */
  readonly evidence: readonly string[];
  /** Whether it was already true when its source, or the rule, was evaluated first. */
  readonly isInitial: boolean;
  readonly isFlapping: boolean;
  /** Whether it was announced, and its end was not yet. An end is announced for those alone, and for each of them. */
  readonly isAnnounced: boolean;
  readonly acknowledgement: Acknowledgement | null;
  /** What silences it now. */
  readonly silence: Silence | null;
  /** How many changes it has had. With the id it names a change. */
  readonly revision: number;
}

/** `grew`: it failed repeatedly. `announced`: what kept its opening from being announced has ended, and it is still true. */
export type FindingChangeKind = FindingChangeView['kind'];

/** A change of a finding, named by the id of the finding and the revision. */
export interface FindingChange {
  readonly findingId: string;
  readonly revision: number;
  readonly kind: FindingChangeKind;
  readonly atMs: number;
  /** Whether people are to hear of it. */
  readonly isAnnounced: boolean;
  /** Whether it belongs into the one message about what was already true at first lists. */
  readonly isInitial: boolean;
}

/** The id of a finding, the same whenever it opens. */
export const findingIdOf = (cause: FindingCause, subjectId: string): string => JSON.stringify([cause, subjectId]);

/** Whether it is true now, as far as is known. */
export const isTrue = ({ state }: Pick<Finding, 'state'>): boolean => state === 'open' || state === 'acknowledged';
