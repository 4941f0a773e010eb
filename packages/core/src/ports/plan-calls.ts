import type { PlanRecord } from '../model/inventory-record.ts';
import type { JobKey, Rejection } from '../model/job-record.ts';
import type { PageRequest, SourceWarning } from '../model/page.ts';
import type { CallOptions } from './connector-context.ts';
import type { PreparedWrite, PrepareOptions } from './prepared-write.ts';

/** A mapped page of plans. */
export interface PlanPage {
  /** The mapped plans, in the vendor's order. */
  readonly records: readonly PlanRecord[];
  /** Records of this page that cannot be listed. */
  readonly rejected: readonly Rejection[];
  /** Token of the next page, null at the end. */
  readonly next: string | null;
  /** Irregularities of this list; absent: none. */
  readonly warnings?: readonly SourceWarning[];
}

/**
 * Calls for plans (policies, job definitions). Absent on a connector whose vendor has no API for them. An optional call is
 * absent where the vendor does not offer it for any plan; a plan's own `actions` say what is possible now, and any other
 * call throws `action-not-supported`. Every call with a key throws `plan-not-found` for an unknown one.
 */
export interface PlanCalls {
  /** Reads one page of the plans. */
  list(page: PageRequest, call: CallOptions): Promise<PlanPage>;
  /** Reads one plan. */
  get(key: JobKey, call: CallOptions): Promise<PlanRecord>;
  /** Starts a run. `full` requests a full backup; throws `not-guaranteed` where the vendor does not support that. */
  run?(key: JobKey, options: { readonly full: boolean }, prepare: PrepareOptions): Promise<PreparedWrite>;
  /** Stops the current run. */
  stop?(key: JobKey, prepare: PrepareOptions): Promise<PreparedWrite>;
  /** Switches the schedule on. */
  enable?(key: JobKey, prepare: PrepareOptions): Promise<PreparedWrite>;
  /** Switches the schedule off. */
  disable?(key: JobKey, prepare: PrepareOptions): Promise<PreparedWrite>;
  /** Updates the plan from its template or policy. `change`: the vendor's own settings for the update. */
  update?(key: JobKey, change: Readonly<Record<string, unknown>>, prepare: PrepareOptions): Promise<PreparedWrite>;
  /**
   * Removes the plan. `removeRestorePoints`: whether its recovery points are removed too; null: not specified, which is
   * refused where the vendor requires the choice.
   */
  remove?(
    key: JobKey,
    options: { readonly removeRestorePoints: boolean | null },
    prepare: PrepareOptions,
  ): Promise<PreparedWrite>;
}
