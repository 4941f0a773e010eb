/** What a store keeps beside jobs, and may delete for its age. */
export const agedRecords = [
  /** The feed of changes, from its oldest on; a reader who stands before what is kept is answered `cursor-expired`. */
  'changes',
  'audit',
  /** Operations that are over, with their idempotency keys; none that is still followed. */
  'operations',
  /** Last successes of targets of which no job is stored any more. */
  'successes',
  /** Plans and protected items that their vendor has forgotten. */
  'inventory',
  /** What a sync remembers of connections that are synced no longer. */
  'syncStates',
] as const;
export type AgedRecords = (typeof agedRecords)[number];

/** Days that each is kept; absent: for good. */
export type StoreRetention = Readonly<Partial<Record<AgedRecords, number>>>;

/** How many of each were deleted. */
export type AgedCounts = Readonly<Partial<Record<AgedRecords, number>>>;

export interface AgedRequest {
  readonly records: AgedRecords;
  /** What is older than this instant. */
  readonly before: string;
  /** At most so many, oldest first. */
  readonly limit: number;
}
