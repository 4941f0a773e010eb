import type { Position } from '../../model/cursor.ts';
import type { JobCriteria } from '../../model/query.ts';
import type { ReadCall } from '../connector-context.ts';
import type { StoreInsight } from './insight.ts';
import type { StoreInventory } from './inventory.ts';
import type { StoreKeys } from './keys.ts';
import type { StoreLedger } from './ledger.ts';
import type {
  Absence,
  ChangePage,
  ChangesRequest,
  ConnectionSummary,
  JoinedPage,
  ListedRow,
  Missed,
  MissedResult,
  PutObservation,
  PutResult,
  RemappedJob,
  RowsRequest,
  StoredJob,
  StoredJobText,
} from './stored-job.ts';
import type { LeaseClaim, SyncMemory, SyncStateWrite } from './sync-memory.ts';
import type { StoreUpkeep } from './upkeep.ts';

/** What is committed together with a batch of jobs, or not at all. */
export interface PutOptions {
  /** Throws `lease-lost`, and writes nothing, unless the lease is held. */
  readonly lease?: LeaseClaim;
  /** States of lists that are true once these jobs are stored. */
  readonly syncStates?: readonly SyncStateWrite[];
}

/** Stored jobs of one list of a connection, which a sweep compares with what the vendor lists. */
export interface ListedJobsRequest {
  readonly connection: string;
  /** Key of the list: `context.list`. */
  readonly list: string;
  /** Bounds of the start, as `matchesCriteria` takes them; null without a bound. */
  readonly startedAfter: string | null;
  readonly startedBefore: string | null;
  /** Jobs behind this one; null from the first. */
  readonly after: Position | null;
  readonly limit: number;
}

/** Which jobs and connections a summary is of. */
export interface SummaryRequest {
  /** Jobs that started, ended or were open since then; null: all jobs. */
  readonly since: string | null;
  /** Exclusive bound of the start; null without a bound. */
  readonly startedBefore: string | null;
  /** Names of connections; null: all. */
  readonly connections: readonly string[] | null;
}

/**
 * Any process may call these at any time. None of them waits for a writer. Reads that may be expensive take a `ReadCall`: the
 * store runs a bounded number of them at once, serves callers in turn, and does not start one whose signal has ended. Without
 * a call they run at once.
 */
export interface JobReader {
  /** By our id or one of its aliases; null when it is not stored. */
  getJob(id: string): Promise<StoredJob | null>;
  /** The same as the JSON text that is sent, with what shows whether there is more to read. */
  getJobText(id: string): Promise<StoredJobText | null>;
  /** Every stored job with the vendor's id, without regard to case; newest start first, no start before any. Null: every connection. */
  findByNativeId(connections: readonly string[] | null, nativeId: string): Promise<readonly StoredJob[]>;
  /**
   * A page of exactly the jobs that `matchesCriteria` lets through and whose connection and vendor the query names, in
   * the order of `comparePositions`.
   */
  listJobs(criteria: JobCriteria, request: RowsRequest, call?: ReadCall): Promise<readonly ListedRow[]>;
  /**
   * The same page without tasks and raw answers, as one text; null where it takes more than `listJobs`, which is asked then. A
   * store leaves this out where it has no quicker way to a text than to its rows.
   */
  joinPage?(
    criteria: JobCriteria,
    request: Pick<RowsRequest, 'sort' | 'after' | 'limit'>,
    call?: ReadCall,
  ): Promise<JoinedPage | null>;
  /**
   * All of them, in the same order and in constant memory. Read in pages: a job that is stored or changed meanwhile may be
   * returned in its old or new state; a job that exists throughout is returned once.
   */
  exportJobs(criteria: JobCriteria, request: Pick<RowsRequest, 'sort' | 'include'>): AsyncIterable<ListedRow>;
  /**
   * The feed of changes, in the order in which they became visible: a reader that continues from `next` misses none and reads
   * none twice. Throws `cursor-expired` for a position of another feed (the database was restored or replaced), and for one whose
   * later changes were deleted for their age.
   */
  changes(request: ChangesRequest, call?: ReadCall): Promise<ChangePage>;
  /** The position behind the newest change. */
  lastChange(): Promise<string>;
  /** Jobs that have not ended, of one list or (null) of all; not those that the vendor has forgotten. Oldest start first. */
  openJobs(connection: string, list: string | null): Promise<readonly StoredJob[]>;
  /**
   * Jobs that have ended and were not read whole since, and whose vendor still knows them: failed ones first, then those
   * with a warning, then the others, newest first within each.
   */
  unreadJobs(connection: string, limit: number): Promise<readonly StoredJob[]>;
  /** Jobs that are not gone, those without a start first, then from the oldest start on. */
  listedJobs(request: ListedJobsRequest): Promise<readonly Position[]>;
  /** Jobs with a reading that an older table of rules mapped; what `remapJobs` has been given is none of them any more. */
  outdatedJobs(connection: string, mapperVersion: number, limit: number): Promise<readonly StoredJob[]>;
  /** How many jobs there are, per connection that has any. Kept and not counted: it costs the same however many there are. */
  countJobs(): Promise<ReadonlyMap<string, number>>;
  /** Per connection that has jobs: the jobs that `matchesCriteria` lets through for these bounds. */
  summary(request: SummaryRequest, call?: ReadCall): Promise<readonly ConnectionSummary[]>;
}

/**
 * Every call is one transaction: all of it, or nothing. All may be repeated: a second time changes nothing. With a lease they
 * throw `lease-lost`, and write nothing, unless it is held.
 */
export interface JobWriter {
  /**
   * A number higher than any that was given before, over all processes. It is taken before a request leaves, and orders what
   * is read: no two machines agree on the time. The only call here that changes something when it is repeated.
   */
  takeReadingNumber(): Promise<number>;
  /**
   * Stores what was read, by `mergeObservation`, each job under its id (through aliases). Changes of status enter the feed
   * in the same transaction. A job that the vendor had forgotten, or a pass had missed, and that was read again later is there
   * again.
   */
  putJobs(batch: readonly PutObservation[], options?: PutOptions): Promise<PutResult>;
  /** Replaces the mapped part of stored readings, and takes out what has a secret in its id; leaves alone what was read or mapped by a newer version meanwhile. Gives how many were replaced or taken out. */
  remapJobs(batch: readonly RemappedJob[], lease?: LeaseClaim): Promise<number>;
  /** Says that the vendor has forgotten these jobs, by its own word. No job that is gone already or was read since. Gives how many. */
  markGone(ids: readonly string[], absence: Absence, lease?: LeaseClaim): Promise<number>;
  /**
   * Says that a complete pass did not see these jobs. A list that moves while it is read shows a job to no page: gone is only
   * what an earlier pass has missed too, without a reading between. No job that is gone already or was read since.
   */
  markMissed(ids: readonly string[], missed: Missed, lease?: LeaseClaim): Promise<MissedResult>;
  /** Takes that back. Gives how many were gone. */
  unmarkGone(ids: readonly string[]): Promise<number>;
}

/**
 * What Crossvault remembers. Instants are the contract's: RFC 3339, UTC, milliseconds. Every call throws `CrossvaultError`
 * only: `store-…` codes, and `lease-lost`.
 */
export interface JobStore
  extends JobReader,
    JobWriter,
    SyncMemory,
    StoreLedger,
    StoreInventory,
    StoreInsight,
    StoreKeys,
    StoreUpkeep {
  /** The same store for one caller: what it reads ends when the caller is gone. What it writes is written. */
  during(signal: AbortSignal): JobStore;
  /** Ends what is under way, lets go of the file or the connections. Calls after it are refused. */
  close(): Promise<void>;
}
