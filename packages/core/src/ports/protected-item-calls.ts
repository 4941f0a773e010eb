import type { ProtectedItemRecord } from '../model/inventory-record.ts';
import type { JobKey, Rejection } from '../model/job-record.ts';
import type { PageRequest } from '../model/page.ts';
import type { RecoveryPoint } from '../model/protected-item.ts';
import type { CallOptions } from './connector-context.ts';
import type { PreparedWrite, PrepareOptions } from './prepared-write.ts';

/** A mapped page of protected items. */
export interface ProtectedItemPage {
  /** The mapped items, in the vendor's order. */
  readonly records: readonly ProtectedItemRecord[];
  /** Records of this page that cannot be listed. */
  readonly rejected: readonly Rejection[];
  /** Token of the next page, null at the end. */
  readonly next: string | null;
}

/** An object that contains objects to protect: a machine, a storage account. */
export interface Container {
  /** The vendor's own id. */
  readonly id: string;
  /** The vendor's name of it; null when not reported. */
  readonly name: string | null;
  /** The vendor's word for its type; null when not reported. */
  readonly type: string | null;
}

/** What to restore, and where. */
export interface RestoreRequest {
  /** `id` of a recovery point. */
  readonly recoveryPointId: string;
  /** `original`, or the vendor's own id of the destination: a storage account, a share as `<account id>/<name>`. */
  readonly destination: string;
  /** What to do about existing data at the destination. */
  readonly conflict: 'skip' | 'copy' | 'overwrite' | 'fail';
}

/**
 * Calls for protected items. Absent on a connector whose vendor has no API for them. An optional call is absent where the
 * vendor does not offer it for any item; an item's own `actions` say what is possible now. Every call with a key throws
 * `item-not-found` for an unknown one. The engine calls these; changes are only prepared here, and sent by the engine.
 */
export interface ProtectedItemCalls {
  /** Reads one page of the items. */
  list(page: PageRequest, call: CallOptions): Promise<ProtectedItemPage>;
  /** Reads one item. */
  get(key: JobKey, call: CallOptions): Promise<ProtectedItemRecord>;
  /** Protects a new object. `sourceId`: the vendor's id of the object. `planKey`: the plan that will protect it. */
  protect?(
    request: { readonly sourceId: string; readonly planKey: JobKey },
    prepare: PrepareOptions,
  ): Promise<PreparedWrite>;
  /**
   * Starts a backup. `keepUntil`: when the recovery point may be removed; null: the vendor's rule. `type`: the vendor's word
   * for a type of backup; null: the vendor's default.
   */
  backUp?(
    key: JobKey,
    options: { readonly keepUntil: string | null; readonly type: string | null },
    prepare: PrepareOptions,
  ): Promise<PreparedWrite>;
  /** Assigns another plan to the item. */
  changePlan?(key: JobKey, planKey: JobKey, prepare: PrepareOptions): Promise<PreparedWrite>;
  /** Ends protection. `data`: whether existing backups are retained or deleted; deleting needs the permission `destroy`. */
  stopProtection?(key: JobKey, data: 'retain' | 'delete', prepare: PrepareOptions): Promise<PreparedWrite>;
  /** Resumes protection with this plan; null: the previous plan, where the vendor still reports it. */
  resumeProtection?(key: JobKey, planKey: JobKey | null, prepare: PrepareOptions): Promise<PreparedWrite>;
  /** Restores a soft-deleted item. */
  undelete?(key: JobKey, prepare: PrepareOptions): Promise<PreparedWrite>;
  /** The recovery points of an item, newest first. */
  recoveryPoints?(key: JobKey, call: CallOptions): Promise<readonly RecoveryPoint[]>;
  /** Starts a restore. `conflict: 'overwrite'` needs the permission `destroy`. */
  restore?(key: JobKey, request: RestoreRequest, prepare: PrepareOptions): Promise<PreparedWrite>;
  /** The containers that the vendor knows. */
  containers?(call: CallOptions): Promise<readonly Container[]>;
  /** Has the vendor discover new containers. */
  refreshContainers?(prepare: PrepareOptions): Promise<PreparedWrite>;
}
