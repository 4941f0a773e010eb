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
