import type { JobKey, Rejection } from '../model/job-record.ts';
import type { PageRequest, SourceWarning } from '../model/page.ts';
import type { Plan } from '../model/plan.ts';
import type { CallOptions } from './connector-context.ts';
import type { PreparedWrite, PrepareOptions } from './prepared-write.ts';

/** How jobs name the plan or the item that they are of, where that is not by its native id or its name. */
export interface JobLink {
  /** Key of the list that they are in; absent: any list of the connection. Names are often unique in one list alone. */
  readonly list?: string;
  /** Ids that a job's plan or target has; absent: the native id. */
  readonly ids?: readonly string[];
  /** Names that a job's plan or target has where it has no id; absent: its own; []: they are not to be known by name. */
  readonly names?: readonly string[];
  /**
   * Beginnings of such names, where the item's side tells only a part. One is followed where the jobs of that list have exactly
   * one name that begins so.
   */
  readonly beginnings?: readonly string[];
}

/** A plan and where it came from. Its `id` is `toJobId(connection, ['plan', ...key])`. */
export interface PlanRecord {
  readonly key: JobKey;
  readonly plan: Plan;
  /** The vendor's answer, as it came. */
  readonly raw: unknown;
  /** @default by its native id, and by its name where that is the only one in the connection */
  readonly tie?: JobLink;
}

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
