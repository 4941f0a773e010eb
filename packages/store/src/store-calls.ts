import type {
  Absence,
  AgedRequest,
  ApiKey,
  AuditEntry,
  DueRequest,
  IdempotencyClaim,
  InventoryKind,
  JobStore,
  LeaseClaim,
  LedgerRequest,
  Missed,
  ObservedThing,
  OperationsRequest,
  PruneRequest,
  PutObservation,
  PutOptions,
  RemappedJob,
  StoredOperation,
  SyncStateWrite,
  TextRewrite,
} from '@crossvault/core/store';
import { readChanges, readLastChange } from './changes/feed.ts';
import type { Database, Engine } from './database.ts';
import { createInsightReads, createInsightWrites } from './insight/insight-statements.ts';
import { runsOf } from './inventory/linked-runs.ts';
import { getThing, listThings, markThingGone, markThingsMissed, putThings } from './inventory/store-inventory.ts';
import { markGone, markMissed, remapJobs, unmarkGone } from './jobs/change-jobs.ts';
import { putJobs } from './jobs/put-jobs.ts';
import {
  findByNativeId,
  getJob,
  getJobText,
  listedJobs,
  openJobs,
  outdatedJobs,
  unreadJobs,
} from './jobs/read-jobs.ts';
import { deleteOlderThan } from './jobs/remove-jobs.ts';
import { exportJobs, listJobs } from './jobs/select-jobs.ts';
import { summarize } from './jobs/select-summary.ts';
import { countJobs } from './jobs/tallies.ts';
import { appendAudit, listAudit } from './ledger/audit-rows.ts';
import { findKey, listKeys, noteKeyUse, putKey, revokeKey } from './ledger/key-rows.ts';
import {
  beginOperation,
  findClaim,
  freeClaim,
  getOperation,
  listOperations,
  nextDueAt,
  putOperation,
  takeDueOperations,
} from './ledger/operation-rows.ts';
import { deleteAged } from './maintenance/aged-records.ts';
import { findMiscounts, repairMiscounts } from './maintenance/recount.ts';
import { rewriteTexts } from './maintenance/rewrite-texts.ts';
import { storedTexts, type TextsRequest } from './maintenance/stored-texts.ts';
import { migrate } from './schema/migrations.ts';
import { readDataVersions } from './sync/data-versions.ts';
import {
  acquireLease,
  readLeaseOwner,
  readSyncStates,
  releaseLease,
  renewLease,
  requireLease,
  writeSyncStates,
} from './sync/sync-memory.ts';
import { type BetweenSteps, inWrite } from './write-transaction.ts';

/** A database, and its dialect. */
export interface Session {
  readonly db: Database;
  readonly engine: Engine;
  /** File, or host and database. */
  readonly location: string;
  /** Awaited between the transactions of one call: what may not wait for all of them is done then. @default nothing */
  readonly betweenSteps?: BetweenSteps;
}

/** What a store reads: all its calls but those that write, and those that each kind of store makes in its own way. */
export type Reads = Omit<JobStore, keyof Writes | keyof Upkeep | 'info' | 'during' | 'close'>;

/** The calls that only read. */
export function createReads({ db, engine }: Session): Reads {
  // One statement finds the rows, the next reads them: both have to see the same snapshot.
  const look = <Result>(read: (snapshot: Database) => Promise<Result>) => engine.inSnapshot(db, read);
  return {
    getJob: (id) => look((own) => getJob(own, engine, id)),
    getJobText: (id) => getJobText(db, engine, id),
    findByNativeId: (connections, nativeId) => look((own) => findByNativeId(own, engine, connections, nativeId)),
    listJobs: (criteria, request) => listJobs(db, engine, criteria, request),
    exportJobs: (criteria, request) => exportJobs(db, engine, criteria, request),
    changes: (request) => look((own) => readChanges(own, engine, request)),
    lastChange: () => readLastChange(db),
    openJobs: (connection, list) => look((own) => openJobs(own, engine, connection, list)),
    unreadJobs: (connection, limit) => look((own) => unreadJobs(own, engine, connection, limit)),
    listedJobs: (request) => look((own) => listedJobs(own, engine, request)),
    outdatedJobs: (connection, version, limit) => look((own) => outdatedJobs(own, engine, connection, version, limit)),
    dataVersions: () => readDataVersions(db),
    countJobs: () => countJobs(db),
    summary: (request) => look((own) => summarize(own, engine, request)),
    syncStates: (connection) => readSyncStates(db, connection),
    leaseOwner: (name) => readLeaseOwner(db, engine, name),
    findClaim: (actor, key) => findClaim(db, actor, key),
    getOperation: (id) => getOperation(db, id),
    listOperations: (request: OperationsRequest) => listOperations(db, engine, request),
    nowMs: () => engine.nowMs(db),
    nextDueAt: (connections) => nextDueAt(db, engine, connections),
    listAudit: (request: LedgerRequest) => listAudit(db, engine, request),
    getThing: (kind, id) => getThing(db, kind, id),
    listThings: (kind, request) => listThings(db, engine, kind, request),
    runsOf: (kind, ids) => look((own) => runsOf(own, engine, kind, ids)),
    findKey: (hash) => findKey(db, hash),
    listKeys: () => listKeys(db),
    storedTexts: (request: TextsRequest) => storedTexts(db, request),
    ...createInsightReads({ db, engine }),
  };
}

/** The calls that write, each in one transaction. Arguments and results are plain data: they may cross threads. */
export function createWrites({ db, engine, betweenSteps }: Session) {
  const write = <Result>(run: (transaction: Database) => Promise<Result>) => inWrite(db, engine, run);
  return {
    putJobs: (batch: readonly PutObservation[], options?: PutOptions) => putJobs(db, engine, batch, options),
    remapJobs: (batch: readonly RemappedJob[], lease?: LeaseClaim) => remapJobs(db, engine, batch, lease),
    takeReadingNumber: () => engine.takeReadingNumber(db),
    markGone: (ids: readonly string[], absence: Absence, lease?: LeaseClaim) =>
      markGone(db, engine, ids, absence, lease),
    markMissed: (ids: readonly string[], missed: Missed, lease?: LeaseClaim) =>
      markMissed(db, engine, ids, missed, lease),
    unmarkGone: (ids: readonly string[]) => unmarkGone(db, engine, ids),
    putSyncStates: (states: readonly SyncStateWrite[], lease?: LeaseClaim) =>
      write(async (transaction) => {
        if (lease !== undefined) await requireLease(transaction, engine, lease);
        await writeSyncStates(transaction, engine, states);
      }),
    acquireLease: (claim: LeaseClaim, ttlMs: number) => write((own) => acquireLease(own, engine, claim, ttlMs)),
    renewLease: (claim: LeaseClaim, ttlMs: number) => write((own) => renewLease(own, engine, claim, ttlMs)),
    releaseLease: (claim: LeaseClaim) => releaseLease(db, claim),
    beginOperation: (stored: StoredOperation, claim: IdempotencyClaim | null) =>
      beginOperation(db, engine, stored, claim),
    freeClaim: (operationId: string) => write((own) => freeClaim(own, operationId)),
    putOperation: (stored: StoredOperation) => write((own) => putOperation(own, engine, stored)),
    takeDueOperations: (request: DueRequest) => write((own) => takeDueOperations(own, engine, request)),
    putThings: <Kind extends InventoryKind>(kind: Kind, things: readonly ObservedThing<Kind>[], lease?: LeaseClaim) =>
      putThings(db, engine, kind, things, lease),
    markThingGone: (kind: InventoryKind, id: string, absence: Absence, lease?: LeaseClaim) =>
      markThingGone(db, engine, kind, { id, absence, lease }),
    markThingsMissed: (kind: InventoryKind, connection: string, absence: Absence, lease?: LeaseClaim) =>
      markThingsMissed(db, engine, kind, { connection, absence, lease }),
    putKey: (key: ApiKey, hash: string) => write((own) => putKey(own, key, hash)),
    revokeKey: (id: string, at: string) => write((own) => revokeKey(own, id, at)),
    noteKeyUse: (id: string, at: string) => write((own) => noteKeyUse(own, id, at)),
    appendAudit: (entry: AuditEntry) => write((own) => appendAudit(own, entry)),
    deleteAged: (request: AgedRequest) => deleteAged(db, engine, request),
    rewriteTexts: (rewrite: TextRewrite, lease: LeaseClaim) => rewriteTexts(db, engine, rewrite, lease),
    ...createInsightWrites({ db, engine }),
    deleteOlderThan: async (request: PruneRequest, lease?: LeaseClaim) =>
      deleteOlderThan(db, engine, request, { nowMs: await engine.nowMs(db), lease, betweenSteps }),
  };
}

export type Writes = ReturnType<typeof createWrites>;

/** The calls that work on whole tables and may take minutes. */
export function createUpkeep({ db, engine, location, betweenSteps }: Session) {
  return {
    migrate: () => migrate(db, engine, location),
    vacuum: () => engine.vacuum(db),
    check: async () => [...(await engine.check(db)), ...(await findMiscounts(db, engine))],
    repair: () => repairMiscounts(db, engine, betweenSteps),
  };
}

export type Upkeep = ReturnType<typeof createUpkeep>;
