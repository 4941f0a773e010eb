export { isListRowNewer, recordOfKnown } from './mapping/merge-observations.ts';
export {
  contentOf,
  isUnderWay,
  type JobObservation,
  type KnownJob,
  mergeObservation,
  remapObservation,
} from './mapping/observation.ts';
export {
  type CursorState,
  comparePositions,
  cursorLimitBytes,
  decodeCursor,
  decodeFeedPosition,
  earlierOf,
  encodeCursor,
  encodeFeedPosition,
  type FeedPosition,
  feedStart,
  isAfter,
  type Lag,
  laterOf,
  type Position,
  parseCursor,
  positionOf,
  unreadableCursor,
} from './model/cursor.ts';
export { isAskable } from './model/job-record.ts';
export {
  type JobCriteria,
  jobPageLimits,
  matchesCriteria,
  parseSince,
  parseUserInstant,
  sinceMeaning,
  splitAtCommas,
} from './model/query.ts';
export {
  encodeWord,
  matchesWords,
  mostWordCharacters,
  searchLimits,
  toSearchedWords,
  toWords,
  wordsOfJob,
} from './model/search-words.ts';
export type { ReadCall } from './ports/connector-context.ts';
export { sinceMarginMs } from './ports/read-jobs.ts';
export type {
  InventoryKind,
  InventoryPosition,
  InventoryThings,
  LinkedRun,
  LinkedRuns,
  ObservedThing,
  StoredThing,
  StoreInventory,
  ThingsRequest,
} from './ports/store/inventory.ts';
export { compareThings, matchesThing, positionOfThing } from './ports/store/inventory-match.ts';
export type { JobReader, JobStore, ListedJobsRequest, PutOptions, SummaryRequest } from './ports/store/job-store.ts';
export {
  type ApiKey,
  apiKeySchema,
  keyNameSchema,
  type Scope,
  type StoreKeys,
  scopeSchema,
  scopes,
} from './ports/store/keys.ts';
export type {
  AuditEntry,
  ClaimedOperation,
  DueRequest,
  IdempotencyClaim,
  LedgerRequest,
  OperationPhase,
  OperationsRequest,
  StoredOperation,
  StoreLedger,
} from './ports/store/ledger.ts';
export type {
  Absence,
  ChangePage,
  ChangesRequest,
  ConnectionSummary,
  JobChange,
  ListedRow,
  Missed,
  MissedResult,
  PutObservation,
  PutOutcome,
  PutResult,
  RemappedJob,
  RowsRequest,
  StoredJob,
} from './ports/store/stored-job.ts';
export type { LeaseClaim, SyncMemory, SyncStateWrite } from './ports/store/sync-memory.ts';
export {
  type AgedCounts,
  type AgedRecords,
  type AgedRequest,
  agedRecords,
  type PruneRequest,
  type StoredText,
  type StoreInfo,
  type StoreRetention,
  type StoreUpkeep,
  type TextRecords,
  type TextRewrite,
  type TextsPage,
  type TextsRequest,
} from './ports/store/upkeep.ts';
export type { Worker, WorkInHand, WorkItem, WorkKind, WorkQueue } from './ports/work-queue.ts';
export { hideKnown } from './security/known-secrets.ts';
export { isSecretName, redactForLog } from './security/redact.ts';
export { shortestSecret } from './security/secret-forms.ts';
export { parseSpanMs, spanForms } from './values/span.ts';
