import type { JobKey } from './job-record.ts';
import type { Plan } from './plan.ts';
import type { ProtectedItem } from './protected-item.ts';

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

/** A protected item and where it came from. Its `id` is `toJobId(connection, ['item', ...key])`. */
export interface ProtectedItemRecord {
  readonly key: JobKey;
  readonly item: ProtectedItem;
  /** The vendor's answer, as it came. */
  readonly raw: unknown;
  /** @default by its native id, and by its name where that is the only one in the connection */
  readonly tie?: JobLink;
}
