import type {
  ApiKey,
  AuditEntry,
  DueRequest,
  IdempotencyClaim,
  InventoryKind,
  JobReader,
  LeaseClaim,
  LedgerRequest,
  ObservedThing,
  OperationsRequest,
  PruneRequest,
  PutObservation,
  PutOptions,
  RemappedJob,
  StoredOperation,
  StoreInventory,
  StoreKeys,
  StoreLedger,
  SyncMemory,
  SyncStateWrite,
} from '@crossvault/contract';
import { findKey, listKeys, noteKeyUse, putKey, revokeKey } from './api-keys.ts';
import { appendAudit, listAudit } from './audit-log.ts';
import { deleteOlderThan, markJobs, remapJobs } from './change-jobs.ts';
import type { Database, Engine } from './engine.ts';
import { readChanges, readLastChange } from './feed.ts';
import { getThing, listThings, markThingsGone, putThings } from './inventory.ts';
import { exportJobs, listJobs } from './list-jobs.ts';
import { migrate } from './migrations.ts';
import {
  beginOperation,
  findClaim,
  freeClaim,
  getOperation,
  listOperations,
  nextDueAt,
  putOperation,
  takeDueOperations,
} from './operations.ts';
import { putJobs } from './put-jobs.ts';
import { findByNativeId, getJob, listedJobs, openJobs, outdatedJobs, unreadJobs } from './read-jobs.ts';
import { summarize } from './summary.ts';
import {
  acquireLease,
  readLeaseOwner,
  readSyncStates,
  releaseLease,
  renewLease,
  requireLease,
  writeSyncStates,
} from './sync-memory.ts';
import { countJobs } from './tallies.ts';
import { runsOf } from './tied-runs.ts';

/** A database, and how to speak to it. */
export interface Session {
  readonly db: Database;
  readonly engine: Engine;
  /** File, or host and database. */
  readonly location: string;
}

type Reads = JobReader &
  Pick<SyncMemory, 'syncStates' | 'leaseOwner'> &
  Pick<StoreLedger, 'findClaim' | 'getOperation' | 'listOperations' | 'nextDueAt' | 'nowMs' | 'listAudit'> &
  Pick<StoreInventory, 'getThing' | 'listThings' | 'runsOf'> &
  Pick<StoreKeys, 'findKey' | 'listKeys'>;

/** Everything that only looks. */
export function createReads({ db, engine }: Session): Reads {
  return {
    getJob: (id) => getJob(db, engine, id),
    findByNativeId: (connections, nativeId) => findByNativeId(db, engine, connections, nativeId),
    listJobs: (criteria, request) => listJobs(db, engine, criteria, request),
    exportJobs: (criteria, request) => exportJobs(db, engine, criteria, request),
    changes: (request) => readChanges(db, engine, request),
    lastChange: () => readLastChange(db),
    openJobs: (connection, list) => openJobs(db, engine, connection, list),
    unreadJobs: (connection, limit) => unreadJobs(db, engine, connection, limit),
    listedJobs: (request) => listedJobs(db, engine, request),
    outdatedJobs: (connection, version, limit) => outdatedJobs(db, engine, connection, version, limit),
    countJobs: () => countJobs(db),
    summary: (request) => summarize(db, engine, request),
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
    runsOf: (kind, ids) => runsOf(db, engine, kind, ids),
    findKey: (hash) => findKey(db, hash),
    listKeys: () => listKeys(db),
  };
}

/** Everything that changes something, each in one transaction. Arguments and results are plain data: they may cross threads. */
export function createWrites({ db, engine, location }: Session) {
  return {
    migrate: () => migrate(db, engine, location),
    putJobs: (batch: readonly PutObservation[], options?: PutOptions) => putJobs(db, engine, batch, options),
    remapJobs: (batch: readonly RemappedJob[], lease?: LeaseClaim) => remapJobs(db, engine, batch, lease),
    markGone: (ids: readonly string[], at: string, lease?: LeaseClaim) => markJobs(db, engine, ids, at, lease),
    unmarkGone: (ids: readonly string[]) => markJobs(db, engine, ids, null),
    putSyncStates: (states: readonly SyncStateWrite[], lease?: LeaseClaim) =>
      db.transaction().execute(async (transaction) => {
        if (lease !== undefined) await requireLease(transaction, engine, lease);
        await writeSyncStates(transaction, states);
      }),
    acquireLease: (claim: LeaseClaim, ttlMs: number) => acquireLease(db, engine, claim, ttlMs),
    renewLease: (claim: LeaseClaim, ttlMs: number) => renewLease(db, engine, claim, ttlMs),
    releaseLease: (claim: LeaseClaim) => releaseLease(db, claim),
    beginOperation: (stored: StoredOperation, claim: IdempotencyClaim | null) =>
      beginOperation(db, engine, stored, claim),
    freeClaim: (operationId: string) => freeClaim(db, operationId),
    putOperation: (stored: StoredOperation) => putOperation(db, engine, stored),
    takeDueOperations: (request: DueRequest) => takeDueOperations(db, engine, request),
    putThings: <Kind extends InventoryKind>(kind: Kind, things: readonly ObservedThing<Kind>[], lease?: LeaseClaim) =>
      putThings(db, engine, kind, things, lease),
    markThingsGone: (kind: InventoryKind, connection: string, seenSince: string, lease?: LeaseClaim) =>
      markThingsGone(db, engine, kind, { connection, seenSince, lease }),
    putKey: (key: ApiKey, hash: string) => putKey(db, key, hash),
    revokeKey: (id: string, at: string) => revokeKey(db, id, at),
    noteKeyUse: (id: string, at: string) => noteKeyUse(db, id, at),
    appendAudit: (entry: AuditEntry) => appendAudit(db, entry),
    vacuum: () => engine.vacuum(db),
    /** Takes its time, and so is not done where answers are made. */
    check: () => engine.check(db),
    deleteOlderThan: async (request: PruneRequest, lease?: LeaseClaim) =>
      deleteOlderThan(db, engine, request, { nowMs: await engine.nowMs(db), lease }),
  };
}
