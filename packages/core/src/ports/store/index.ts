export { isListRowNewer, recordOfKnown } from '../../mapping/merge-observations.ts';
export {
  compareReadings,
  contentOf,
  isUnderWay,
  type JobObservation,
  type JobResult,
  type KnownJob,
  mergeObservation,
  type OpenSnapshot,
  type ReadingOrder,
  remapObservation,
} from '../../mapping/observation.ts';
export {
  comparePositions,
  decodeFeedPosition,
  encodeFeedPosition,
  type FeedPosition,
  feedStart,
  isAfter,
  type Position,
  positionOf,
} from '../../model/cursor.ts';
export {
  completeTenant,
  documentSeparator,
  type JobText,
  jobTextVersion,
  joinJobText,
  linkJob,
  parseJobText,
  renderJob,
  writeJobText,
} from '../../model/job-text.ts';
export { type JobCriteria, matchesCriteria } from '../../model/query.ts';
export {
  encodeWord,
  matchesWords,
  mostWordCharacters,
  searchLimits,
  toSearchedWords,
  toWords,
  wordsOfJob,
} from '../../model/search-words.ts';
export type { ReadCall } from '../connector-context.ts';
export type { Worker, WorkInHand, WorkItem, WorkKind, WorkQueue } from '../work-queue.ts';
export { type GiveBackOptions, giveBackLease } from './give-back-lease.ts';
export type {
  FindingPosition,
  FindingsRequest,
  OccurrencesRequest,
  OccurrenceTally,
  StoreInsight,
  SubjectFilter,
  SubjectOccurrence,
  SubjectRunsRequest,
} from './insight.ts';
export type {
  ChangedLink,
  ChangedLinks,
  EvaluationWrite,
  OccurrenceKey,
  StoredAttempt,
  StoredFinding,
  StoredFindingChange,
  StoredLook,
  StoredOccurrence,
  StoredOverride,
  StoredScheduleVersion,
  StoredSubject,
  SubjectRun,
} from './insight-records.ts';
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
} from './inventory.ts';
export { compareThings, matchesThing, positionOfThing } from './inventory-match.ts';
export type { JobReader, JobStore, ListedJobsRequest, PutOptions, SummaryRequest } from './job-store.ts';
export {
  type ApiKey,
  apiKeySchema,
  keyNameSchema,
  type Scope,
  type StoreKeys,
  scopeSchema,
  scopes,
} from './keys.ts';
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
} from './ledger.ts';
export type {
  Absence,
  ChangePage,
  ChangesRequest,
  ConnectionSummary,
  JobChange,
  JoinedPage,
  ListedRow,
  Missed,
  MissedResult,
  PutObservation,
  PutOutcome,
  PutResult,
  RemappedJob,
  RowsRequest,
  StoredJob,
  StoredJobText,
} from './stored-job.ts';
export type { DataVersions, LeaseClaim, SyncMemory, SyncStateWrite } from './sync-memory.ts';
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
} from './upkeep.ts';
