import type { JobKey } from './job-record.ts';
import type { Plan } from './plan.ts';
import type { ProtectedItem } from './protected-item.ts';

/** How jobs refer to their plan or item, where they do not use its native id or name. */
export interface JobLink {
  /** Key of the list that contains the jobs; absent: any list of the connection. Names are often unique only within a list. */
  readonly list?: string;
  /** Ids by which a job's plan or target refers to it; absent: the native id. */
  readonly ids?: readonly string[];
  /** Names by which a job without an id refers to it; absent: its own name; []: jobs are not linked by name. */
  readonly names?: readonly string[];
  /**
   * Prefixes of such names, where the item's answer contains only a part. A prefix links jobs when exactly one name in that
   * list begins with it.
   */
  readonly beginnings?: readonly string[];
}

/** A plan and its origin. Its `id` is `toJobId(connection, ['plan', ...key])`. */
export interface PlanRecord {
  /** The connector's own address of it. */
  readonly key: JobKey;
  /** The mapped plan. */
  readonly plan: Plan;
  /** The vendor's answer, as received. */
  readonly raw: unknown;
  /** How jobs are linked to it. @default by its native id, and by its name where that is unique in the connection */
  readonly jobLink?: JobLink;
}

/** A protected item and its origin. Its `id` is `toJobId(connection, ['item', ...key])`. */
export interface ProtectedItemRecord {
  /** The connector's own address of it. */
  readonly key: JobKey;
  /** The mapped item. */
  readonly item: ProtectedItem;
  /** The vendor's answer, as received. */
  readonly raw: unknown;
  /** How jobs are linked to it. @default by its native id, and by its name where that is unique in the connection */
  readonly jobLink?: JobLink;
}
