/** The normalized vocabulary, copied and not imported: the truth has to stay independent of what it proves. */
export const TRUTH_STATUSES = [
  'queued',
  'running',
  'cancelling',
  'succeeded',
  'warning',
  'failed',
  'cancelled',
  'skipped',
  'unknown',
] as const;
export type TruthStatus = (typeof TRUTH_STATUSES)[number];

export const TRUTH_KINDS = [
  'backup',
  'snapshot',
  'archive',
  'copy',
  'restore',
  'export',
  'configure',
  'delete',
  'retention',
  'maintenance',
  'other',
] as const;
export type TruthKind = (typeof TRUTH_KINDS)[number];

export const VENDOR_IDS = ['azure-backup', 'veeam-azure', 'veeam-spc', 'avepoint'] as const;
export type VendorId = (typeof VENDOR_IDS)[number];

/** What a job is, as the fleet knows it: made beside the payload, never read back from it. */
export type TruthJob = {
  readonly vendor: VendorId;
  /** Key of the vendor's list that holds the job (Azure: subscription/group/vault in lower case); '' where there is one list. */
  readonly list: string;
  readonly nativeId: string;
  /** What the id is unique in where that is smaller than the list: an agent, a location. */
  readonly scope: string | null;
  readonly kind: TruthKind;
  readonly nativeKind: string | null;
  /** What a reader of the list can know. */
  readonly status: TruthStatus;
  /** What a reader of the single job can know: failures that a list row hides turn a success into a warning. */
  readonly fullStatus: TruthStatus;
  readonly nativeStatus: string | null;
  /** UTC, truncated to milliseconds, like `2026-01-31T22:00:00.000Z`. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** Named on one of the vendors' reference pages; everything else was grown from the seed or added. */
  readonly documented: boolean;
};

/** What a record is that a test gave raw and of which it said no more than where it is. */
export const toBlankTruth = (place: Pick<TruthJob, 'vendor' | 'list' | 'nativeId' | 'scope' | 'kind'>): TruthJob => ({
  ...place,
  nativeKind: null,
  status: 'unknown',
  fullStatus: 'unknown',
  nativeStatus: null,
  startedAt: null,
  endedAt: null,
  documented: false,
});

export const toInstant = (milliseconds: number): string => new Date(milliseconds).toISOString();

export const TRUTH_OUTCOMES = [
  'succeeded',
  'warning',
  'failed',
  'cancelled',
  /** Started, and not over yet. */
  'running',
  /** Due, and late: it starts yet. */
  'waiting',
  /** It never started. */
  'missed',
  /** The vendor left it out, for the run before was still going. */
  'skipped',
] as const;
export type TruthOutcome = (typeof TRUTH_OUTCOMES)[number];

/** What became of one due time of a plan on one track. */
export type TruthOccurrence = {
  readonly vendor: VendorId;
  /** Key of the list that has the jobs; '' where there is one. */
  readonly list: string;
  readonly plan: string;
  /** What the run is about; null: all items of the plan. */
  readonly item: string | null;
  readonly track: string;
  readonly dueAt: string;
  /** What became of the last attempt. */
  readonly outcome: TruthOutcome;
  /** Of the first attempt. */
  readonly startedAt: string | null;
  /** Of the last attempt. */
  readonly endedAt: string | null;
  readonly attempts: number;
  /** Which items failed in the last attempt, of a run about several. */
  readonly failedItems: readonly string[];
  /** Jobs of all attempts that exist now. */
  readonly nativeIds: readonly string[];
  /** Kinds of the events that were planted into it. */
  readonly planted: readonly string[];
};

/** An event as it was planted. */
export type TruthEvent = {
  readonly vendor: VendorId;
  readonly kind: string;
  readonly plan: string | null;
  readonly item: string | null;
  readonly at: string;
  /** How many due times it is about; null: it is not about due times. */
  readonly times: number | null;
  /** How long, or how late; null where it has no length. */
  readonly seconds: number | null;
};

/** What was due, what became of it, and what was planted. */
export type TruthSchedule = {
  readonly occurrences: readonly TruthOccurrence[];
  readonly events: readonly TruthEvent[];
};

/** What several vendors have, as one. */
export const joinSchedules = (schedules: readonly TruthSchedule[]): TruthSchedule => ({
  occurrences: schedules.flatMap(({ occurrences }) => occurrences),
  events: schedules.flatMap(({ events }) => events),
});
