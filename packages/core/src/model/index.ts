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
} from './action.ts';
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
export type { JobLink, PlanRecord, ProtectedItemRecord } from './inventory-record.ts';
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
export {
  type JobContext,
  type JobKey,
  type JobLog,
  type JobRaw,
  type JobRecord,
  jobLogSchema,
  parseJobId,
  type Rejection,
  toJobId,
} from './job-record.ts';
export {
  isOver,
  isSettled,
  type Operation,
  type OperationStatus,
  operationSchema,
  operationStatuses,
} from './operation.ts';
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
} from './page.ts';
export { type Plan, planSchema } from './plan.ts';
export {
  type ProtectedItem,
  protectedItemSchema,
  type RecoveryPoint,
  type ReportedPoint,
  recoveryPointSchema,
  toRecoveryPoint,
} from './protected-item.ts';
export {
  type InventoryPageQuery,
  type InventoryQuery,
  type JobQuery,
  type JobSort,
  type PageQuery,
  planPageSchema,
  planViewSchema,
  protectedItemPageSchema,
  protectedItemViewSchema,
} from './query.ts';
export {
  type Schedule,
  type ScheduleDays,
  type ScheduleRule,
  type ScheduleTrack,
  scheduleRuleSchema,
  scheduleSchema,
  scheduleTracks,
  type Weekday,
  weekdays,
} from './schedule.ts';
export { type Summary, summarySchema } from './summary.ts';
