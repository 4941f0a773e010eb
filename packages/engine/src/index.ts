export type {
  ActingCalls,
  ActOptions,
  ActOutcome,
  Actor,
  AuditQuery,
  InventoryListing,
  InventoryRecord,
  LedgerPageQuery,
  NewKey,
  OperationPage,
  OperationQuery,
  WaitOptions,
} from './actions/action-calls.ts';
export { toStoreMissing } from './changes/history.ts';
export type { EngineConnection, OpenConnector } from './connections/source.ts';
export { createEngine, type EngineOptions } from './engine.ts';
export type { CoveredBy, Engine, ReadOptions } from './engine-calls.ts';
export type { ConnectionOptions } from './engine-defaults.ts';
export type { InsightCalls } from './insight/answers/insight-calls.ts';
export { toOverrideRequest, type WrittenOverride } from './insight/answers/override-request.ts';
export {
  type InsightSettings,
  type MaintenanceRule,
  type ObjectiveRule,
  type SubjectRule,
  usualInsightSettings,
} from './insight/evaluation/insight-settings.ts';
export type { MaintenanceWindow } from './insight/findings/maintenance-spans.ts';
export { toInventoryView, toItemPage, toOperationView, toPlanPage } from './inventory/inventory-view.ts';
export { resolveJob } from './jobs/resolve-job.ts';
export type { ListedRecord } from './listing/list-stream.ts';
export {
  type Include,
  type Listing,
  SourcesError,
  toJobPage,
  toJobView,
  withoutRejectedValues,
} from './listing/listing.ts';
export type { KnowsValidator, PageText } from './listing/stored-page.ts';
export type { LeaseOwner } from './sync/lease.ts';
export type { ReadStatus, SyncStatus } from './sync/sync-status.ts';
export type { Synchronizer } from './sync/synchronizer.ts';
