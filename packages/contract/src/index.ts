export { type Action, actions, type Permission, permissions } from './action.ts';
export {
  type ActionRequest,
  type ActionTarget,
  actionRequestSchema,
  actionTargets,
  permissionFor,
} from './action-request.ts';
export { bareHost, isLoopbackHost, withoutEndSlashes } from './address.ts';
export { type ApiKey, apiKeySchema, keyNameSchema, type Scope, scopeSchema, scopes } from './api-key.ts';
export { changePageSchema } from './change-page.ts';
export {
  type Capabilities,
  type Connection,
  connectionListSchema,
  connectionSchema,
  type Probe,
  probeSchema,
  type SyncAnswer,
  syncAnswerSchema,
} from './connection.ts';
export {
  baseUrl,
  certificateFile,
  connectionFields,
  plainText,
  Secret,
  secretReference,
  tokenCredential,
} from './connection-config.ts';
export {
  type Connector,
  type JobList,
  type ListPage,
  type ListQuery,
  nativeFilters,
  type ProbeReport,
  type ProbeStep,
  type ServiceAddress,
  type SourceCondition,
} from './connector.ts';
export type { CallOptions, Clock, ConnectorContext, Logger, ReadCall } from './connector-context.ts';
export {
  type CursorState,
  cursorLimitBytes,
  decodeCursor,
  encodeCursor,
  type Lag,
  type Position,
  parseCursor,
  unreadableCursor,
} from './cursor.ts';
export { type Deadline, orAbort, startDeadline } from './deadline.ts';
export { hasEnded, spanSeconds } from './derived-fields.ts';
export { type DurationForm, type DurationResult, parseDuration } from './duration.ts';
export { CrossvaultError } from './error.ts';
export { type ErrorCode, type ErrorEntry, errorCodes, errorTable } from './error-table.ts';
export { type Explanation, explanationSchema, type FieldExplanation } from './explanation.ts';
export { decodeFeedPlace, encodeFeedPlace, type FeedPlace, feedStart } from './feed-cursor.ts';
export { type InstantResult, parseInstant } from './instant.ts';
export { compareThings, matchesThing, positionOfThing } from './inventory-match.ts';
export {
  type InventoryPageQuery,
  type InventoryQuery,
  planPageSchema,
  planViewSchema,
  protectedItemPageSchema,
  protectedItemViewSchema,
} from './inventory-query.ts';
export { type ItemRules, mapItem } from './item-mapper.ts';
export {
  type AnomalyCode,
  anomalyCodes,
  type Job,
  type JobAction,
  type JobCounts,
  type JobError,
  type JobKind,
  type JobPlan,
  type JobStatus,
  type JobTarget,
  type JobTask,
  type JobTrigger,
  jobKinds,
  jobSchema,
  jobStatuses,
  jobTriggers,
  type Provenance,
} from './job.ts';
export { type JobCriteria, matchesCriteria } from './job-criteria.ts';
export { isAskable, parseJobId, toJobId } from './job-id.ts';
export { type JobLog, jobLogSchema } from './job-log.ts';
export {
  defineJobMapper,
  type JobMapper,
  type JobMapperDefinition,
  type MapResult,
  type ParsedAnswers,
} from './job-mapper.ts';
export { comparePositions, earlierOf, isAfter, laterOf, positionOf } from './job-order.ts';
export {
  type JobPage,
  type JobView,
  jobPageSchema,
  jobViewSchema,
  type ListedJob,
  type SourceReport,
  type SourceStatus,
  type SourceWarning,
  sourceReportSchema,
  type Window,
} from './job-page.ts';
export { type JobQuery, type JobSort, jobPageLimits, type PageQuery, splitAtCommas } from './job-query.ts';
export type { JobContext, JobKey, JobRaw, JobRecord, Rejection } from './job-record.ts';
export type { JobReader, JobStore, ListedJobsRequest, PutOptions, SummaryRequest } from './job-store.ts';
export {
  encodeWord,
  matchesWords,
  mostWordCharacters,
  searchLimits,
  toSearchedWords,
  toWords,
  wordsOfJob,
} from './job-words.ts';
export {
  contentOf,
  isUnderWay,
  type JobObservation,
  type KnownJob,
  mergeObservation,
  remapObservation,
} from './known-job.ts';
export { isListRowNewer, recordOfKnown } from './known-record.ts';
export { hideKnown, holdToken } from './known-secrets.ts';
export {
  isOver,
  isSettled,
  type Operation,
  type OperationStatus,
  operationSchema,
  operationStatuses,
} from './operation.ts';
export type { PageRequest } from './page-request.ts';
export { parseWire } from './parse-wire.ts';
export { type Plan, planSchema } from './plan.ts';
export type { JobTie, PlanCalls, PlanPage, PlanRecord } from './plan-calls.ts';
export { mapPlan, type PlanRules } from './plan-mapper.ts';
export {
  type PlannedRequest,
  type PreparedWrite,
  type PrepareOptions,
  reportWrite,
  type WriteCalls,
  type WriteIntent,
  type WriteReport,
  type WriteTarget,
} from './prepared-write.ts';
export { type Problem, problemSchema, toProblem } from './problem.ts';
export {
  type ProtectedItem,
  protectedItemSchema,
  type RecoveryPoint,
  recoveryPointSchema,
  toRecoveryPoint,
} from './protected-item.ts';
export type {
  Container,
  ProtectedItemCalls,
  ProtectedItemPage,
  ProtectedItemRecord,
  RestoreRequest,
} from './protected-item-calls.ts';
export {
  asRead,
  combine,
  computed,
  inferred,
  missing,
  type Reading,
  readCount,
  readDuration,
  readInstant,
  readPercent,
  readSize,
  readText,
  readWire,
  readWord,
  unreadable,
  unsupported,
} from './reading.ts';
export { isSecretName, redact, redactAnswer, redactForLog } from './redact.ts';
export { type JobRules, type MappedField, neverTold, type Rule, toldByJobs } from './rule-table.ts';
export { shortestSecret } from './secret-forms.ts';
export { joinSentences, toSentence } from './sentences.ts';
export { parseSince, parseUserInstant, sinceMeaning } from './since.ts';
export { parseSize, type SizeResult, type SizeUnit } from './size.ts';
export { parseSpanMs, spanForms } from './span.ts';
export type * from './store-inventory.ts';
export type { StoreKeys } from './store-keys.ts';
export type {
  AuditEntry,
  ClaimedOperation,
  DueRequest,
  IdempotencyClaim,
  LedgerRequest,
  OperationsRequest,
  StoredOperation,
  StoreLedger,
} from './store-ledger.ts';
export {
  type AgedCounts,
  type AgedRecords,
  type AgedRequest,
  agedRecords,
  type StoreRetention,
} from './store-retention.ts';
export type { PruneRequest, StoreInfo, StoreUpkeep, TextRecords, TextRewrite, TextsPage } from './store-upkeep.ts';
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
} from './stored-job.ts';
export { isSuccessfulRun } from './successful-run.ts';
export { type Summary, summarySchema } from './summary.ts';
export type { LeaseClaim, SyncMemory, SyncStateWrite } from './sync-memory.ts';
export type { VendorDefinition } from './vendor-definition.ts';
export { quoteVendor, readUpstreamId } from './vendor-words.ts';
export { isJsonObject, type Tolerant, tolerant, Unreadable, type WireValue, wireFor } from './wire.ts';
export { defineWords, foldWord, type WordTable } from './words.ts';
export type { Worker, WorkInHand, WorkItem, WorkKind, WorkQueue } from './work-queue.ts';
