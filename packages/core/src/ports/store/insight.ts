import type { FindingKind, FindingSeverity, FindingState, OccurrenceState } from '../../insight/index.ts';
import type { ScheduleTrack } from '../../model/schedule.ts';
import type { ReadCall } from '../connector-context.ts';
import type {
  ChangedLinks,
  EvaluationWrite,
  OccurrenceKey,
  StoredFinding,
  StoredFindingChange,
  StoredLook,
  StoredOccurrence,
  StoredOverride,
  StoredScheduleVersion,
  StoredSubject,
  SubjectRun,
} from './insight-records.ts';
import type { InventoryKind } from './inventory.ts';
import type { LeaseClaim } from './sync-memory.ts';

export interface SubjectRunsRequest {
  readonly kind: InventoryKind;
  readonly ids: readonly string[];
  /** Those that started at this time or later. */
  readonly fromMs: number;
  /** At most so many of each, the newest. */
  readonly most: number;
}

/** Which subjects are meant. Several values of one filter are alternatives; an absent filter does not filter. */
export interface SubjectFilter {
  /** Null: every connection. */
  readonly connections: readonly string[] | null;
  /** Ids or names, without regard to case. */
  readonly items?: readonly string[];
  readonly plans?: readonly string[];
  /** Customers, without regard to case. */
  readonly tenants?: readonly string[];
  /** Connections whose subjects, where their vendor names no customer, belong to one of these customers. @default none */
  readonly tenantConnections?: readonly string[];
  /** Only those of which runs are expected. @default false */
  readonly areExpected?: boolean;
}

export interface OccurrencesRequest {
  readonly filter: SubjectFilter;
  readonly fromMs: number;
  /** Exclusive. */
  readonly untilMs: number;
  readonly states?: readonly OccurrenceState[];
  readonly tracks?: readonly ScheduleTrack[];
  /** The clock: what is stored as upcoming is due from its due time on. */
  readonly nowMs: number;
  readonly order: 'newest-first' | 'oldest-first';
  /** Behind this one; null from the beginning. */
  readonly after: OccurrenceKey | null;
  readonly limit: number;
}

/** Numbers of occurrences that are alike. */
export interface OccurrenceTally {
  readonly state: OccurrenceState;
  readonly isRecovered: boolean;
  readonly count: number;
}

export interface FindingsRequest {
  /** Null: every connection. */
  readonly connections: readonly string[] | null;
  readonly kinds?: readonly FindingKind[];
  readonly severities?: readonly FindingSeverity[];
  readonly states?: readonly FindingState[];
  /** Ids of subjects, or names without regard to case. */
  readonly subjects?: readonly string[];
  /** Ids of subjects: only findings of these. */
  readonly among?: readonly string[];
  readonly sinceMs: number | null;
  readonly after: FindingPosition | null;
  readonly limit: number;
}

/** A position in the order of findings: the critical ones first, then those that turned last. */
export interface FindingPosition {
  readonly severity: FindingSeverity;
  readonly turnedMs: number;
  readonly id: string;
}

/** What of a subject is shown day by day. */
export interface SubjectOccurrence {
  readonly dueMs: number;
  readonly state: OccurrenceState;
  readonly isRecovered: boolean;
}

/** Schedules, expected runs and findings. */
export interface StoreInsight {
  /** Stores what an evaluation found. A frozen occurrence, and a finding of a higher revision, stay as they are. Throws `lease-lost`. */
  putEvaluation(write: EvaluationWrite, lease?: LeaseClaim): Promise<void>;
  /** Stores what an operator said, and lets its subject be evaluated at the next turn. */
  putOverride(override: StoredOverride): Promise<void>;
  /** Versions of a connection, of each subject in the order of their numbers. `subjects`: only of those. */
  scheduleVersions(connection: string, subjects?: readonly string[]): Promise<readonly StoredScheduleVersion[]>;
  /** Looks of a connection that ended at this time or later, of each plan in the order of time. */
  looks(connection: string, fromMs: number): Promise<readonly StoredLook[]>;
  /** In the order of names. `ids`: only those; `dueMs`: only those to be evaluated by then. */
  subjects(
    filter: SubjectFilter,
    page?: {
      readonly ids?: readonly string[];
      readonly dueMs?: number;
      readonly after?: { readonly name: string; readonly id: string } | null;
      readonly limit?: number;
    },
    call?: ReadCall,
  ): Promise<readonly StoredSubject[]>;
  /** When the first subject of a connection is to be evaluated; null: none is. */
  nextEvaluationMs(connection: string): Promise<number | null>;
  countSubjects(filter: SubjectFilter, call?: ReadCall): Promise<number>;
  /** Jobs of subjects in the order of their starts, by the ids of the subjects. */
  subjectRuns(request: SubjectRunsRequest): Promise<ReadonlyMap<string, readonly SubjectRun[]>>;
  /** Links of jobs of a connection that changed behind a position of the feed. Null for the position: only where the feed ends. */
  changedLinks(connection: string, position: number | null, limit: number): Promise<ChangedLinks>;
  /** Occurrences of subjects that were due from a time on, of each in the order of their due times; at most so many of each, the newest. */
  occurrencesOf(
    subjects: readonly string[],
    fromMs: number,
    most: number,
  ): Promise<ReadonlyMap<string, readonly StoredOccurrence[]>>;
  /** What is shown of subjects day by day, in the order of due times. */
  subjectDays(
    subjects: readonly string[],
    fromMs: number,
    untilMs: number,
    call?: ReadCall,
  ): Promise<ReadonlyMap<string, readonly SubjectOccurrence[]>>;
  listOccurrences(request: OccurrencesRequest, call?: ReadCall): Promise<readonly StoredOccurrence[]>;
  /** Null when it is not stored. */
  getOccurrence(key: OccurrenceKey): Promise<StoredOccurrence | null>;
  countOccurrences(
    filter: SubjectFilter,
    fromMs: number,
    untilMs: number,
    call?: ReadCall,
  ): Promise<readonly OccurrenceTally[]>;
  listFindings(request: FindingsRequest, call?: ReadCall): Promise<readonly StoredFinding[]>;
  /** Null when it is not stored. */
  getFinding(id: string): Promise<StoredFinding | null>;
  /** Findings of subjects, in whatever state. */
  findingsOf(connection: string, subjects: readonly string[]): Promise<readonly StoredFinding[]>;
  /** How many are in these states, by their kinds. */
  countFindings(
    request: Pick<FindingsRequest, 'connections' | 'states' | 'among'>,
    call?: ReadCall,
  ): Promise<ReadonlyMap<FindingKind, number>>;
  /** Changes of a finding, oldest first. */
  findingChanges(id: string): Promise<readonly StoredFindingChange[]>;
  /** What operators said that has not ended at this time, oldest first; `subjects`: only of those. */
  overrides(
    connections: readonly string[] | null,
    nowMs: number,
    subjects?: readonly string[],
  ): Promise<readonly StoredOverride[]>;
}
