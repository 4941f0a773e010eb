import type { OperationStatus, ProtectedItem } from '@crossvault/core';
import type { InventoryKind } from '@crossvault/core/store';
import type { Generated } from 'kysely';

/** What a plan or an item is found and ordered by; texts in lower case. */
export interface ThingTable {
  kind: InventoryKind;
  id: string;
  connection: string;
  vendor: string;
  native_id: string;
  name: string | null;
  /** What it is ordered by: its name, or its native id. */
  sort_name: string;
  type: ProtectedItem['type'] | null;
  protection: ProtectedItem['protection'] | null;
  enabled: 0 | 1 | null;
  plan_id: string | null;
  plan_name: string | null;
  /** As that of jobs. */
  tenant: string | null;
  /** As those of jobs; see words.ts. */
  words: string;
  observed_ms: number;
  /** When the vendor says that it runs next, and the newest such instant that has passed. */
  next_ms: number | null;
  due_ms: number | null;
  gone_ms: number | null;
  /** As those of jobs; null: none. */
  observed_no: number | null;
  missed_no: number | null;
  gone_no: number | null;
  /** The list that its jobs are in; '' for any. */
  tie_list: string;
  /** What was observed, as JSON. */
  document: string;
}

export interface ActingTables {
  operations: {
    position: Generated<number>;
    id: string;
    connection: string;
    target: string;
    status: OperationStatus;
    /** When the next look is due. A process that looks at it moves this, and so holds it. */
    due_ms: number | null;
    /** How long it had to wait when that was written: it never has to wait longer. */
    wait_ms: number | null;
    version: number;
    document: string;
  };
  claims: { actor: string; key: string; body_hash: string; operation_id: string };
  things: ThingTable;
  api_keys: {
    position: Generated<number>;
    id: string;
    hash: string;
    document: string;
    last_used_at: string | null;
    revoked_at: string | null;
  };
}
