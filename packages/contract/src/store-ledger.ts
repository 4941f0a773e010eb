import type { Operation } from './operation.ts';

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
  /** Null: any. */
  readonly connection: string | null;
}

/** What was done through Crossvault, and by whom. */
export interface StoreLedger {
  /** Stores an operation under its id; a second time replaces it. */
  putOperation(operation: Operation): Promise<void>;
  /** Null when there is none. */
  getOperation(id: string): Promise<Operation | null>;
  /** Newest first, by when they were first stored. */
  listOperations(
    request: LedgerRequest,
  ): Promise<readonly { readonly position: number; readonly operation: Operation }[]>;
  /** Adds a line; there is no way to change or remove one. */
  appendAudit(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  listAudit(request: LedgerRequest): Promise<readonly { readonly position: number; readonly entry: AuditEntry }[]>;
}
