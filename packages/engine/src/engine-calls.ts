import type {
  CallOptions,
  Connection,
  Explanation,
  JobLog,
  JobQuery,
  JobRecord,
  PageQuery,
  Probe,
  Summary,
  SyncAnswer,
} from '@crossvault/core';
import type { ChangePage, ChangesRequest, SummaryRequest } from '@crossvault/core/store';
import type { ActingCalls } from './actions/action-calls.ts';
import type { InsightCalls } from './insight/answers/insight-calls.ts';
import type { Listing } from './listing/listing.ts';
import type { KnowsValidator, PageText } from './listing/stored-page.ts';
import type { Synchronizer } from './sync/synchronizer.ts';

/** How a single job is read. */
export interface ReadOptions {
  /** Ask the vendor, also where the store knows the job whole. @default false */
  readonly fresh?: boolean;
}

/** Which connections are meant, as a query of jobs names them. */
export type CoveredBy = Pick<JobQuery, 'connection' | 'vendor'>;

/** Many connections as one. Every call ends when the signal of its options is aborted, and throws CrossvaultError only. */
export interface Engine extends ActingCalls {
  readonly connectionNames: readonly string[];
  /** Keeps the store up to date, once it is started; null without a store. */
  readonly synchronizer: Synchronizer | null;
  /**
   * A page of jobs over all connections that the query covers: by default 50 jobs, the newest first. Throws `SourcesError` when
   * no source answered, or with `strict` when not all did.
   */
  listJobs(query?: JobQuery, page?: Partial<PageQuery>, call?: CallOptions): Promise<Listing>;
  /**
   * The same page as the JSON text that the facade sends, without raw answers, where it can be read from the store alone; else
   * null. `knows` is asked whether the caller has the page already: then nothing of it is read.
   */
  readJobPage(query: JobQuery, page: PageQuery, call: CallOptions, knows: KnowsValidator): Promise<PageText | null>;
  /** By our id. Throws `job-not-found`. */
  getJob(id: string, call?: CallOptions, options?: ReadOptions): Promise<JobRecord>;
  /**
   * The same job as the JSON text that the facade sends, where all of it is stored; else null. Throws `job-not-found` for what is
   * no id of ours.
   */
  readJobText(id: string, call: CallOptions): Promise<string | null>;
  /** How every field of a job was read. Throws `job-not-found`. */
  explainJob(id: string, call?: CallOptions, options?: ReadOptions): Promise<Explanation>;
  /** Always the vendor's own. Throws `action-not-supported` where the vendor has no log. */
  jobLog(id: string, call?: CallOptions): Promise<JobLog>;
  /** The configuration, the capabilities and the last observed health of every connection. Sends no request to a vendor. */
  connections(call?: CallOptions): Promise<readonly Connection[]>;
  /** The same of one. Throws `connection-not-found`. */
  connection(name: string, call?: CallOptions): Promise<Connection>;
  /** Tries one connection now, step by step; a failure is reported by its step. Throws `connection-not-found`. */
  probe(name: string, call?: CallOptions): Promise<Probe>;
  /**
   * Syncs the connections that are answered from the store, and waits at most `waitMs`. True when all were done in time,
   * successful or not. Connections that are read live need no sync.
   */
  refresh(covered: CoveredBy, waitMs: number, call: CallOptions): Promise<boolean>;
  /** Syncs one connection, and waits at most `waitMs`; null: until it is done. Throws `connection-not-found`, `store-missing`. */
  sync(name: string, waitMs?: number | null, call?: CallOptions): Promise<SyncAnswer>;
  /** What should have run, what did not, and what is at risk. */
  readonly insight: InsightCalls;
  /** A page of the feed. Throws `store-missing`. */
  changes(request: ChangesRequest, call: CallOptions): Promise<ChangePage>;
  /** The feed as it grows: pages with something new, and an empty one after so much quiet. Throws `store-missing`. */
  followChanges(request: ChangesRequest, quietMs: number, call: CallOptions): AsyncIterable<ChangePage>;
  /** Counts of jobs by status, for each connection; by default of all jobs. Throws `store-missing`. */
  summary(request?: Partial<SummaryRequest>, call?: CallOptions): Promise<Summary>;
  /** Resolves when the engine can answer: where there is a store, after reading it. Throws the store's fault. */
  ready(call: CallOptions): Promise<void>;
  /** Stops all work and closes every connector. A connector that cannot be closed is logged. Closes no store: the caller opened it. */
  close(): Promise<void>;
}
