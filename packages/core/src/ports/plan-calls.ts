import type { JobKey, Rejection } from '../model/job-record.ts';
import type { PageRequest, SourceWarning } from '../model/page.ts';
import type { PlanRecord } from '../model/thing-record.ts';
import type { CallOptions } from './connector-context.ts';
import type { PreparedWrite, PrepareOptions } from './prepared-write.ts';

export interface PlanPage {
  readonly records: readonly PlanRecord[];
  readonly rejected: readonly Rejection[];
  /** Token of the next page, null at the end. */
  readonly next: string | null;
  /** What is not as it should be with this list; absent: nothing. */
  readonly warnings?: readonly SourceWarning[];
}

/**
 * What makes jobs happen again and again. Absent where the vendor's API does not know it; an act is absent where the vendor
 * does not offer it for any plan. A plan's own `actions` say what is offered for it now; asking for another throws
 * `action-not-supported`. All throw `plan-not-found`.
 */
export interface PlanCalls {
  list(page: PageRequest, call: CallOptions): Promise<PlanPage>;
  get(key: JobKey, call: CallOptions): Promise<PlanRecord>;
  /** `full`: a full backup where the vendor can be asked for one, else `not-guaranteed`. */
  run?(key: JobKey, options: { readonly full: boolean }, prepare: PrepareOptions): Promise<PreparedWrite>;
  stop?(key: JobKey, prepare: PrepareOptions): Promise<PreparedWrite>;
  enable?(key: JobKey, prepare: PrepareOptions): Promise<PreparedWrite>;
  disable?(key: JobKey, prepare: PrepareOptions): Promise<PreparedWrite>;
  /** Brings what the plan does up to date with what it was made from. `change`: the vendor's own settings of that. */
  update?(key: JobKey, change: Readonly<Record<string, unknown>>, prepare: PrepareOptions): Promise<PreparedWrite>;
  /** Whether the recovery points go too; null: it was not said, which is refused where the vendor has to be told. */
  remove?(
    key: JobKey,
    options: { readonly removeRestorePoints: boolean | null },
    prepare: PrepareOptions,
  ): Promise<PreparedWrite>;
}
