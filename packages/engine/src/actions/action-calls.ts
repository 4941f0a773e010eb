import type {
  ActionRequest,
  CallOptions,
  Container,
  InventoryPageQuery,
  InventoryQuery,
  Operation,
  OperationStatus,
  Permission,
  Plan,
  PlannedRequest,
  ProtectedItem,
  RecoveryPoint,
  Secret,
  SourceReport,
  WriteTarget,
} from '@crossvault/core';
import type { ApiKey, AuditEntry, Scope } from '@crossvault/core/store';

/** The caller, with its permissions. */
export interface Actor {
  /** For the audit log: the name of a key, or of the command's user. */
  readonly name: string;
  /** The API key of the caller. A name can be reused after revocation, an id cannot. Absent for the command's user. */
  readonly apiKey?: Pick<ApiKey, 'id' | 'createdAt'>;
  readonly scopes: readonly Scope[];
  /** Null: every connection. */
  readonly connections: readonly string[] | null;
}

/** Options of a change. */
export interface ActOptions {
  readonly actor: Actor;
  /** Name of the target, where data is destroyed; null: nothing was confirmed. */
  readonly confirm: string | null;
  /** Return the requests that would be sent, and send none. Fails wherever the change would fail, except for a missing `confirm`. */
  readonly dryRun: boolean;
  /** The same key and request of one actor is one operation, also for concurrent requests and across restarts; null: every request is a new operation. */
  readonly idempotencyKey: string | null;
}

export type ActOutcome =
  | { readonly kind: 'accepted'; readonly operation: Operation }
  | {
      readonly kind: 'planned';
      readonly needs: Permission;
      readonly target: WriteTarget;
      /** What `confirm` will have to be; null where nothing has to be confirmed. */
      readonly confirm: string | null;
      readonly requests: readonly PlannedRequest[];
    };

export interface WaitOptions {
  /** How long to wait at most. 0: return the current state. */
  readonly waitMs: number;
  /** Until the vendor has finished the request, or until the jobs that it made have ended, too. */
  readonly until: 'operation' | 'jobs';
}

export interface OperationQuery {
  readonly connection?: readonly string[];
  readonly status?: readonly OperationStatus[];
  /** Our ids of targets, or names of connections. */
  readonly target?: readonly string[];
}

export interface OperationPage {
  /** Newest first. */
  readonly operations: readonly Operation[];
  /** Null at the end. */
  readonly next: string | null;
}

export interface AuditQuery {
  /** Names of connections; null: every entry, also those of no connection. */
  readonly connections: readonly string[] | null;
}

export interface LedgerPageQuery {
  /** 1 to 500. */
  readonly limit: number;
  /** `next` of the page before; null for the first. */
  readonly cursor: string | null;
}

/** A plan or an item of a page, with the vendor's answer from which it was mapped. */
export interface InventoryRecord<Thing> {
  readonly thing: Thing;
  readonly raw: unknown;
}

export interface InventoryListing<Thing> {
  readonly records: readonly InventoryRecord<Thing>[];
  readonly next: string | null;
  readonly complete: boolean;
  readonly sources: readonly SourceReport[];
}

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Null: every connection. */
  readonly connections: readonly string[] | null;
  /** Null: never. */
  readonly expiresAt: string | null;
}

/** Changes at vendors, and their results. Every call throws CrossvaultError only. */
export interface ActingCalls {
  /**
   * Performs a change once. A change that is not allowed, not confirmed, not supported or not possible in the current state is
   * refused before anything is sent. An accepted operation is followed to its end by any process with the same store.
   */
  act(request: ActionRequest, options: ActOptions, call: CallOptions): Promise<ActOutcome>;
  /** The operation once it has reached `until`, or when the wait is over. Throws `operation-not-found`. */
  operation(id: string, wait: WaitOptions, call: CallOptions): Promise<Operation>;
  operations(query: OperationQuery, page: LedgerPageQuery, call?: CallOptions): Promise<OperationPage>;

  /** Throws `SourcesError` when no source answered, or with `strict` when not all did. */
  plans(query: InventoryQuery, page: InventoryPageQuery, call: CallOptions): Promise<InventoryListing<Plan>>;
  /** By our id. Throws `plan-not-found`. */
  plan(id: string, call: CallOptions, options?: { readonly fresh?: boolean }): Promise<InventoryRecord<Plan>>;
  items(query: InventoryQuery, page: InventoryPageQuery, call: CallOptions): Promise<InventoryListing<ProtectedItem>>;
  /** By our id. Throws `item-not-found`. */
  item(id: string, call: CallOptions, options?: { readonly fresh?: boolean }): Promise<InventoryRecord<ProtectedItem>>;
  /** Of an item; newest first, asked of the vendor. Throws `item-not-found`, `action-not-supported`. */
  recoveryPoints(id: string, call: CallOptions): Promise<readonly RecoveryPoint[]>;
  /** Asked of the vendor. Throws `connection-not-found`, `action-not-supported`. */
  containers(connection: string, call: CallOptions): Promise<readonly Container[]>;

  /** Newest first. Throws `store-missing`. */
  audit(
    query: AuditQuery,
    page: LedgerPageQuery,
    call?: CallOptions,
  ): Promise<{ readonly entries: readonly AuditEntry[]; readonly next: string | null }>;

  /** Whether a key was ever created, also one that has expired or was revoked. Throws `store-…`; false without a store. */
  hasKeys(): Promise<boolean>;
  /** The only call that returns the text of the key. Throws `store-missing`. */
  createKey(key: NewKey, actor: Actor): Promise<{ readonly key: ApiKey; readonly token: Secret }>;
  /** Also expired and revoked ones; newest first. */
  listKeys(): Promise<readonly ApiKey[]>;
  /** Gives the key as it is then. Throws `key-not-found`. */
  revokeKey(id: string, actor: Actor): Promise<ApiKey>;
  /** The actor of this key. Throws `key-refused` for one that is unknown, expired or revoked. */
  authenticate(token: string): Promise<Actor>;
}
