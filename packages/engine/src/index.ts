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
} from './acting/acting-calls.ts';
export { toInventoryView, toItemPage, toOperationView, toPlanPage } from './acting/inventory-view.ts';
export { createEngine, type EngineOptions } from './engine.ts';
export type { CoveredBy, Engine, ReadOptions } from './engine-calls.ts';
export { type Include, toJobPage, toJobView, withoutRejectedValues } from './job-view.ts';
export { type ListedRecord, type Listing, SourcesError } from './listing.ts';
export { runInLoopTurn } from './loop-turns.ts';
export { resolveJob } from './resolve-job.ts';
export type { EngineConnection } from './source.ts';
export { deleteAgedRecords } from './sync/housekeeping.ts';
export type { LeaseOwner } from './sync/lease.ts';
export type { SyncStatus } from './sync/sync-status.ts';
export type { Synchronizer } from './sync/synchronizer.ts';
