import type {
  ActionRequest,
  ApiKey,
  AuditEntry,
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
  Scope,
  Secret,
  SourceReport,
  WriteTarget,
} from '@crossvault/core';

/** Who asks, and what that may do. */
export interface Actor {
  /** For the audit log: the name of a key, or of the command's user. */
  readonly name: string;
  /** The API key that opened the door: its name may be given again, its id is not. Absent for the command's user. */
  readonly apiKey?: Pick<ApiKey, 'id' | 'createdAt'>;
  readonly scopes: readonly Scope[];
  /** Null: every connection. */
  readonly connections: readonly string[] | null;
}

/** How a change is asked for. */
export interface ActOptions {
  readonly actor: Actor;
  /** Name of the target, where data is destroyed; null: nothing was confirmed. */
  readonly confirm: string | null;
  /** Say what would be sent, and send nothing. Whatever would refuse the change refuses this, but for a missing `confirm`. */
  readonly dryRun: boolean;
  /** The same key and request of one actor is one operation, also at once and over restarts; null: every request is a new one. */
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
  /** How long the answer may take. 0: as it stands. */
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

/** A thing of a page, and the vendor's answer that it is made of. */
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

/** What changes something at a vendor, and what came of it. Every call throws CrossvaultError only. */
export interface ActingCalls {
  /**
   * Does what is asked, once. What is not allowed, not confirmed, not offered or not possible as things stand is refused
   * before anything is sent. An operation that is accepted is followed to its end by whoever has the store.
   */
  act(request: ActionRequest, options: ActOptions, call: CallOptions): Promise<ActOutcome>;
  /** How an operation stands when it is as far as is waited for, or the wait is over. Throws `operation-not-found`. */
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
  /** The text of the key is told this once. Throws `store-missing`. */
  createKey(key: NewKey, actor: Actor): Promise<{ readonly key: ApiKey; readonly token: Secret }>;
  /** Also expired and revoked ones; newest first. */
  listKeys(): Promise<readonly ApiKey[]>;
  /** Gives the key as it is then. Throws `key-not-found`. */
  revokeKey(id: string, actor: Actor): Promise<ApiKey>;
  /** Who comes with this key. Throws `key-refused` for one that is unknown, expired or revoked. */
  authenticate(token: string): Promise<Actor>;
}
