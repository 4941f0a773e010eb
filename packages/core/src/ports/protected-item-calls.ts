import type { JobKey, Rejection } from '../model/job-record.ts';
import type { PageRequest } from '../model/page.ts';
import type { RecoveryPoint } from '../model/protected-item.ts';
import type { ProtectedItemRecord } from '../model/thing-record.ts';
import type { CallOptions } from './connector-context.ts';
import type { PreparedWrite, PrepareOptions } from './prepared-write.ts';

export interface ProtectedItemPage {
  readonly records: readonly ProtectedItemRecord[];
  readonly rejected: readonly Rejection[];
  /** Token of the next page, null at the end. */
  readonly next: string | null;
}

/** Something that holds what can be protected: a machine, a storage account. */
export interface Container {
  /** The vendor's own id. */
  readonly id: string;
  readonly name: string | null;
  /** The vendor's word for what sort of thing it is. */
  readonly type: string | null;
}

/** What is to be restored, and where to. */
export interface RestoreRequest {
  /** `id` of a recovery point. */
  readonly recoveryPointId: string;
  /** `original`, or the vendor's own id of where it goes: a storage account, a share as `<account id>/<name>`. */
  readonly destination: string;
  /** What happens to what is there already. */
  readonly conflict: 'skip' | 'copy' | 'overwrite' | 'fail';
}

/**
 * What is being backed up. Absent where the vendor's API does not know it; an act is absent where the vendor does not offer it
 * for any item. An item's own `actions` say what is offered for it now. All throw `item-not-found`.
 */
export interface ProtectedItemCalls {
  list(page: PageRequest, call: CallOptions): Promise<ProtectedItemPage>;
  get(key: JobKey, call: CallOptions): Promise<ProtectedItemRecord>;
  /** `sourceId`: the vendor's id of the thing. `planKey`: the plan that is to protect it. */
  protect?(
    request: { readonly sourceId: string; readonly planKey: JobKey },
    prepare: PrepareOptions,
  ): Promise<PreparedWrite>;
  /** `keepUntil`: when the recovery point may go; null: the vendor's own rule. `type`: the vendor's word for a sort of backup; null: the usual one. */
  backUp?(
    key: JobKey,
    options: { readonly keepUntil: string | null; readonly type: string | null },
    prepare: PrepareOptions,
  ): Promise<PreparedWrite>;
  changePlan?(key: JobKey, planKey: JobKey, prepare: PrepareOptions): Promise<PreparedWrite>;
  stopProtection?(key: JobKey, data: 'retain' | 'delete', prepare: PrepareOptions): Promise<PreparedWrite>;
  /** With this plan; null: the one that it had, where the vendor still says which that was. */
  resumeProtection?(key: JobKey, planKey: JobKey | null, prepare: PrepareOptions): Promise<PreparedWrite>;
  undelete?(key: JobKey, prepare: PrepareOptions): Promise<PreparedWrite>;
  /** Newest first. */
  recoveryPoints?(key: JobKey, call: CallOptions): Promise<readonly RecoveryPoint[]>;
  restore?(key: JobKey, request: RestoreRequest, prepare: PrepareOptions): Promise<PreparedWrite>;
  containers?(call: CallOptions): Promise<readonly Container[]>;
  refreshContainers?(prepare: PrepareOptions): Promise<PreparedWrite>;
}
