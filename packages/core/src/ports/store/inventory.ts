import type { JobLink } from '../../model/inventory-record.ts';
import type { JobStatus } from '../../model/job.ts';
import type { JobKey } from '../../model/job-record.ts';
import type { Plan } from '../../model/plan.ts';
import type { ProtectedItem } from '../../model/protected-item.ts';
import type { InventoryQuery } from '../../model/query.ts';
import type { ReadCall } from '../connector-context.ts';
import type { Absence, MissedResult } from './stored-job.ts';
import type { LeaseClaim } from './sync-memory.ts';

/** What makes jobs happen, and what they happen to. */
export interface InventoryThings {
  readonly plan: Plan;
  readonly item: ProtectedItem;
}
export type InventoryKind = keyof InventoryThings;

/** A plan or an item as it was read. */
export interface ObservedThing<Kind extends InventoryKind> {
  readonly key: JobKey;
  readonly thing: InventoryThings[Kind];
  /** The vendor's answer, as received. */
  readonly raw: unknown;
  /** How jobs are linked to it; a part of the stored document, which keeps this name. */
  readonly tie: JobLink;
  /** By the clock of the machine that read it. */
  readonly observedAt: string;
  /** Its reading number, as that of a job; 0: it has none, and is older than what has one. */
  readonly number: number;
}

export interface StoredThing<Kind extends InventoryKind> extends ObservedThing<Kind> {
  /** The newest instant that the vendor named as its next run and that has passed; null: none was seen to. */
  readonly dueAt: string | null;
  /** When the vendor was first seen to have forgotten it. */
  readonly goneAt: string | null;
}

/** A position in the order of names. */
export interface InventoryPosition {
  /** The name, or the native id of what has none, in lower case. */
  readonly name: string;
  readonly id: string;
}

export interface ThingsRequest {
  /** All but `missed`, which follows from jobs and the time. `plan` holds the vendors' ids and names. */
  readonly query: Omit<InventoryQuery, 'missed' | 'q'>;
  /** The words of `q`. */
  readonly words: readonly string[];
  /** As that of `JobCriteria`. */
  readonly tenantConnections?: readonly string[];
  readonly after: InventoryPosition | null;
  readonly limit: number;
}

/** A job that is linked to a plan or an item. */
export interface LinkedRun {
  readonly id: string;
  readonly status: JobStatus;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** It succeeded and protected something; see `isSuccessfulRun`. */
  readonly isSuccess: boolean;
}

/** What ran for a plan or an item: jobs that back something up, of whatever status. */
export interface LinkedRuns {
  /** Newest start first; as many as are needed to determine a rhythm and a streak. */
  readonly recent: readonly LinkedRun[];
  /** End of the newest success that protected something. */
  readonly lastSuccessAt: string | null;
}

/** Plans and protected items, as they were read last. */
export interface StoreInventory {
  /** Stores what was read, each under its id, unless a reading with a higher number is stored; what was gone is there again. */
  putThings<Kind extends InventoryKind>(
    kind: Kind,
    things: readonly ObservedThing<Kind>[],
    lease?: LeaseClaim,
  ): Promise<void>;
  /** Says that the vendor has forgotten one of them, by its own word. False where it is gone already, was read since, or is not stored. */
  markThingGone(kind: InventoryKind, id: string, absence: Absence, lease?: LeaseClaim): Promise<boolean>;
  /**
   * Says that a complete pass, which began with this number, has read all there is. What was not read since is missed, and
   * gone where an earlier pass has missed it too, without a reading between.
   */
  markThingsMissed(
    kind: InventoryKind,
    connection: string,
    absence: Absence,
    lease?: LeaseClaim,
  ): Promise<MissedResult>;
  /** Null when it is not stored. */
  getThing<Kind extends InventoryKind>(kind: Kind, id: string): Promise<StoredThing<Kind> | null>;
  /** Of what is not gone exactly what `matchesThing` lets through, in the order of `compareThings`. */
  listThings<Kind extends InventoryKind>(
    kind: Kind,
    request: ThingsRequest,
    call?: ReadCall,
  ): Promise<readonly StoredThing<Kind>[]>;
  /**
   * What ran for each of these, by their ids. Jobs are linked by the ids that they name; by a name alone only where they
   * name no id, and no other plan or item has this name in the same list or connection.
   */
  runsOf(kind: InventoryKind, ids: readonly string[], call?: ReadCall): Promise<ReadonlyMap<string, LinkedRuns>>;
}
