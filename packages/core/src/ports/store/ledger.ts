import type { Operation, OperationStatus } from '../../model/operation.ts';
import type { ReadCall } from '../connector-context.ts';
import type { WriteIntent } from '../prepared-write.ts';

/** A line of the audit log. Never holds a secret. */
export interface AuditEntry {
  readonly at: string;
  /** Who: the name of a key, or of the command's user. */
  readonly actor: string;
  /** What: `cancel`, `run` … */
  readonly action: string;
  readonly connection: string | null;
  /** Of what; null where there is nothing to name. */
  readonly target: string | null;
  /** What was asked for and what the vendor answered: plain JSON. */
  readonly detail: unknown;
}

export interface LedgerRequest {
  /** Behind this position, from the newest on; null from the newest itself. */
  readonly before: number | null;
  readonly limit: number;
  /** Null: any, and entries of no connection. Otherwise positions count the entries of these connections alone. */
  readonly connections: readonly string[] | null;
}

/** What is left to be done for an operation. */
const operationPhases = [
  /** It is about to be sent, or just being sent, by `sender`. */
  'sending',
  /** The answer was lost: the worker determines the outcome at the vendor. */
  'lost',
  /** The vendor works it off. */
  'following',
  /** The vendor is done with it, or reports nothing more; its jobs and its target have to be read. */
  'jobs',
  'over',
] as const;
export type OperationPhase = (typeof operationPhases)[number];

/** An operation, and all that is needed to carry it on in whatever process. */
export interface StoredOperation {
  /** As it is shown. */
  readonly operation: Operation;
  readonly intent: WriteIntent;
  readonly phase: OperationPhase;
  /** When it came to this phase. */
  readonly phaseAt: string;
  /**
   * How long it has been followed, in all and in this phase: the waits before its looks, added up. No clock that is set
   * changes them. Absent in what earlier versions stored: not at all yet.
   */
  readonly followedMs?: number;
  readonly inPhaseMs?: number;
  /** The process that sends it. */
  readonly sender: string;
  /** What the connector needs to look again. */
  readonly tracking: unknown;
  /** Those of its jobs that were seen to have ended. */
  readonly endedJobs: readonly string[];
  /** Looks in this phase so far, and how many of the last ones failed. */
  readonly looks: number;
  readonly failures: number;
  /** When a worker must process it next; null: never. */
  readonly dueAt: string | null;
  /** Rises with every change. */
  readonly version: number;
}

/** By what a repeated request is known to be one. */
export interface IdempotencyClaim {
  /** Whose it is: what is written here is compared and never shown. */
  readonly actor: string;
  readonly key: string;
  /** Of what was asked for. */
  readonly bodyHash: string;
}

/** The operation that a key belongs to, and what was asked for under it. */
export interface ClaimedOperation {
  readonly bodyHash: string;
  readonly stored: StoredOperation;
}

export interface OperationsRequest {
  /** Behind this position, from the newest on; null from the newest itself. */
  readonly before: number | null;
  readonly limit: number;
  /** Null: any. Otherwise positions count the operations of these connections alone and reveal nothing about others. */
  readonly connections: readonly string[] | null;
  /** Each null: any. */
  readonly statuses: readonly OperationStatus[] | null;
  readonly targets: readonly string[] | null;
}

export interface DueRequest {
  readonly connections: readonly string[];
  /** One alone; null: any. */
  readonly id: string | null;
  /** By the ledger's `nowMs`, as `holdUntil`. */
  readonly now: string;
  /** Until when the worker holds them; then they are due again. */
  readonly holdUntil: string;
  readonly limit: number;
}

/** What was done through Crossvault, and by whom. */
export interface StoreLedger {
  /**
   * Stores a new operation, and its key with it. Where the key belongs to one already, nothing is stored and that one is
   * given: of any number who come at once with the same key one gets null.
   */
  beginOperation(stored: StoredOperation, claim: IdempotencyClaim | null): Promise<ClaimedOperation | null>;
  /** Null when the key belongs to none. */
  findClaim(actor: string, key: string): Promise<ClaimedOperation | null>;
  /** Lets a key go whose operation was refused: nothing has happened under it. */
  freeClaim(operationId: string): Promise<void>;
  /** Replaces an operation of this version and raises the version; false when it has another one. */
  putOperation(stored: StoredOperation): Promise<boolean>;
  /** Null when there is none. */
  getOperation(id: string): Promise<StoredOperation | null>;
  /** Newest first, by when they were first stored. */
  listOperations(
    request: OperationsRequest,
    call?: ReadCall,
  ): Promise<readonly { readonly position: number; readonly operation: Operation }[]>;
  /**
   * Takes operations that are due, longest due first: until `holdUntil` no other worker gets them. Due is also what would have
   * to wait longer than when it was put: the clock was set back since.
   */
  takeDueOperations(request: DueRequest): Promise<readonly StoredOperation[]>;
  /** The clock by which operations are due: the database's own, where it has one. */
  nowMs(): Promise<number>;
  /** When the next operation of these connections is due; null when none is. */
  nextDueAt(connections: readonly string[]): Promise<string | null>;
  /** Adds a line; there is no way to change or remove one. */
  appendAudit(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  listAudit(
    request: LedgerRequest,
    call?: ReadCall,
  ): Promise<readonly { readonly position: number; readonly entry: AuditEntry }[]>;
}
