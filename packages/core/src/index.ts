export { CrossvaultError } from './errors/error.ts';
export { type ErrorCode, type ErrorEntry, errorCodes, errorTable } from './errors/error-table.ts';
export { type Problem, problemSchema, toProblem } from './errors/problem.ts';
export { hasEnded, isSuccessfulRun, spanSeconds } from './mapping/derived-fields.ts';
export { type Explanation, explanationSchema, type FieldExplanation } from './mapping/explanation.ts';
export { type ItemRules, mapItem } from './mapping/item-mapper.ts';
export {
  defineJobMapper,
  type JobMapper,
  type JobMapperDefinition,
  type MapResult,
  type ParsedAnswers,
} from './mapping/job-mapper.ts';
export { isListRowNewer, recordOfKnown } from './mapping/merge-observations.ts';
export {
  contentOf,
  isUnderWay,
  type JobObservation,
  type KnownJob,
  mergeObservation,
  remapObservation,
} from './mapping/observation.ts';
export { mapPlan, type PlanRules } from './mapping/plan-mapper.ts';
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
} from './mapping/reading.ts';
export { derivedFromJobs, type JobRules, type MappedField, notReported, type Rule } from './mapping/rule-table.ts';
export {
  type Action,
  type ActionRequest,
  type ActionTarget,
  actionRequestSchema,
  actions,
  actionTargets,
  type Permission,
  permissionFor,
  permissions,
} from './model/action.ts';
export {
  type Capabilities,
  type Connection,
  connectionListSchema,
  connectionSchema,
  type Probe,
  probeSchema,
  type SyncAnswer,
  syncAnswerSchema,
} from './model/connection.ts';
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
export type { JobLink, PlanRecord, ProtectedItemRecord } from './model/inventory-record.ts';
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
} from './model/job.ts';
export {
  isAskable,
  type JobContext,
  type JobKey,
  type JobLog,
  type JobRaw,
  type JobRecord,
  jobLogSchema,
  parseJobId,
  type Rejection,
  toJobId,
} from './model/job-record.ts';
export {
  isOver,
  isSettled,
  type Operation,
  type OperationStatus,
  operationSchema,
  operationStatuses,
} from './model/operation.ts';
export {
  changePageSchema,
  type JobPage,
  type JobView,
  jobPageSchema,
  jobViewSchema,
  type ListedJob,
  type PageRequest,
  type SourceReport,
  type SourceStatus,
  type SourceWarning,
  sourceReportSchema,
  type Window,
} from './model/page.ts';
export { type Plan, planSchema } from './model/plan.ts';
export {
  type ProtectedItem,
  protectedItemSchema,
  type RecoveryPoint,
  recoveryPointSchema,
  toRecoveryPoint,
} from './model/protected-item.ts';
export {
  type InventoryPageQuery,
  type InventoryQuery,
  type JobCriteria,
  type JobQuery,
  type JobSort,
  jobPageLimits,
  matchesCriteria,
  type PageQuery,
  parseSince,
  parseUserInstant,
  planPageSchema,
  planViewSchema,
  protectedItemPageSchema,
  protectedItemViewSchema,
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
export { type Summary, summarySchema } from './model/summary.ts';
export {
  baseUrl,
  certificateFile,
  connectionFields,
  plainText,
  Secret,
  secretReference,
  tokenCredential,
} from './ports/connection-config.ts';
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
} from './ports/connector.ts';
export type { CallOptions, Clock, ConnectorContext, Logger, ReadCall } from './ports/connector-context.ts';
export { type ContextSettings, completeContext, createContext, silentLogger } from './ports/create-context.ts';
export { type Deadline, orAbort, startDeadline } from './ports/deadline.ts';
export type { PlanCalls, PlanPage } from './ports/plan-calls.ts';
export {
  type PlannedRequest,
  type PreparedWrite,
  type PrepareOptions,
  reportWrite,
  type WriteCalls,
  type WriteIntent,
  type WriteReport,
  type WriteTarget,
} from './ports/prepared-write.ts';
export type * from './ports/protected-item-calls.ts';
export { type ReadJobsOptions, readJobs, sinceMarginMs } from './ports/read-jobs.ts';
export type * from './ports/store/inventory.ts';
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
export type * from './ports/store/ledger.ts';
export type * from './ports/store/stored-job.ts';
export type { LeaseClaim, SyncMemory, SyncStateWrite } from './ports/store/sync-memory.ts';
export type * from './ports/store/upkeep.ts';
export { agedRecords } from './ports/store/upkeep.ts';
export { createSystemClock, type SystemClockOptions } from './ports/system-clock.ts';
export type { VendorDefinition } from './ports/vendor-definition.ts';
export type { Worker, WorkInHand, WorkItem, WorkKind, WorkQueue } from './ports/work-queue.ts';
export { hideKnown, holdToken } from './security/known-secrets.ts';
export { isSecretName, redact, redactAnswer, redactForLog } from './security/redact.ts';
export { shortestSecret } from './security/secret-forms.ts';
export { quoteVendor, readUpstreamId } from './security/vendor-words.ts';
export { bareHost, isLoopbackHost, withoutEndSlashes } from './values/address.ts';
export { type DurationForm, type DurationResult, parseDuration } from './values/duration.ts';
export { type InstantResult, parseInstant } from './values/instant.ts';
export { joinSentences, toSentence } from './values/sentences.ts';
export { parseSize, type SizeResult, type SizeUnit } from './values/size.ts';
export { parseSpanMs, spanForms } from './values/span.ts';
export { defineWords, foldWord, type WordTable } from './values/words.ts';
export { parseWire } from './wire/parse-wire.ts';
export { isJsonObject, type Tolerant, tolerant, Unreadable, type WireValue, wireFor } from './wire/wire.ts';
