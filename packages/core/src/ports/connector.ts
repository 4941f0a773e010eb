import type { ErrorCode } from '../errors/error-table.ts';
import type { Explanation } from '../mapping/explanation.ts';
import type { MapResult } from '../mapping/job-mapper.ts';
import type { JobStatus } from '../model/job.ts';
import type { JobContext, JobKey, JobLog, JobRaw, JobRecord, Rejection } from '../model/job-record.ts';
import type { Operation } from '../model/operation.ts';
import type { PageRequest, SourceWarning } from '../model/page.ts';
import type { CallOptions } from './connector-context.ts';
import type { PlanCalls } from './plan-calls.ts';
import type { PreparedWrite, PrepareOptions, WriteCalls } from './prepared-write.ts';
import type { ProtectedItemCalls } from './protected-item-calls.ts';

/** A filter that a vendor's list may do itself. Whatever it does, the engine applies again. */
export const nativeFilters = ['startedAfter', 'startedBefore', 'status'] as const;
export type NativeFilter = (typeof nativeFilters)[number];

/** One list at the vendor: a vault, a location. The engine merges them; a connector never does. */
export interface JobList {
  /** Stable and unique within the connection; in every record's context. */
  readonly key: string;
  /** What the vendor promises. `newest-first` lists are streamed and checked; `none` is read within its window and sorted. */
  readonly order: 'newest-first' | 'none';
  /** The filters that this list does itself. */
  readonly nativeFilters: readonly NativeFilter[];
}

/**
 * What a list is asked for. A connector hands to the vendor what its `nativeFilters` name and ignores the rest. It may
 * ask for more than this (dates widened to whole seconds or days), never for less.
 */
export interface ListQuery {
  /** Jobs that started at or after this instant; null: no lower bound. */
  readonly startedAfter: string | null;
  /** Jobs that started at or before this instant; null: no upper bound. */
  readonly startedBefore: string | null;
  /** Jobs with one of these statuses; null: any. */
  readonly status: readonly JobStatus[] | null;
}

/** A page of a list, mapped. */
export interface ListPage {
  readonly records: readonly JobRecord[];
  readonly rejected: readonly Rejection[];
  /** Definitions on this page that never ran. */
  readonly withoutRun: number;
  /** Token of the next page, null at the end. */
  readonly next: string | null;
  readonly warnings: readonly SourceWarning[];
}

/** An address that a connection talks to. */
export interface ServiceAddress {
  /** `api`: where jobs are read; `identity`: where tokens come from, where that is another host. */
  readonly name: 'api' | 'identity';
  readonly url: string;
}

/** How the vendor treats a connection right now, as its last answers showed. Asks nobody. */
export interface SourceCondition {
  /** What the vendor says is left; null when it does not say. */
  readonly budget: { readonly remaining: number | null; readonly resetAt: string | null } | null;
  /** `open`: after repeated failure requests are refused here, without asking; `half-open`: one may try. */
  readonly circuit: 'closed' | 'half-open' | 'open';
  /**
   * How long the vendor is not asked, from now on: it wants a wait, or the circuit is open. 0: it may be asked at once.
   * Decide by this value; it is measured with the monotonic clock.
   */
  readonly waitMs: number;
  /** The instant at which that wait ends, for display only: it is derived from the wall clock. Null: at once. */
  readonly until: string | null;
  /** The vendor's clock minus ours, by the header Date of its last answer; null before one came. */
  readonly clockSkewSeconds: number | null;
  /** Requests that left since the connection was made, and how many of them were sent again. */
  readonly requests: { readonly sent: number; readonly retried: number };
}

/**
 * One step of a probe, in the order in which they were tried: `dns`, `tcp` and `tls` of every address, then `token`, `list`,
 * `access`, `version`, `clock`, `budget` and `fields` as far as the vendor has them.
 */
export interface ProbeStep {
  readonly name: string;
  readonly ok: boolean;
  /** What was seen. */
  readonly detail: string;
  /** What to do about it; null where nothing has to be done. A step that is `ok` may still have some. */
  readonly advice: string | null;
  /** Why it failed; null when it did not. */
  readonly code: ErrorCode | null;
  readonly durationMs: number;
}

export interface ProbeReport {
  readonly ok: boolean;
  readonly steps: readonly ProbeStep[];
  /** Our field names that this account may not read. */
  readonly deniedFields: readonly string[];
}

/**
 * One connection to one vendor. The required members read; every optional one that is there says that the vendor
 * offers it, and nothing else says so. All calls end with the signal of their last argument, and throw CrossvaultError only.
 */
export interface Connector {
  /** Id of the vendor. */
  readonly vendor: string;
  /** `sampled` where the vendor knows only the latest run of each definition. */
  readonly history: 'complete' | 'sampled';
  /** Every address that is talked to, the API's first. */
  readonly addresses: readonly ServiceAddress[];
  /** How the vendor treats this connection right now. */
  condition(): SourceCondition;
  /** The lists of this connection. Asked anew for every request; may discover. */
  jobLists(call: CallOptions): Promise<readonly JobList[]>;
  listJobs(list: JobList, query: ListQuery, page: PageRequest, call: CallOptions): Promise<ListPage>;
  /** Every job with this native id, over every vault, agent and location, without a window. [] when there is none. */
  findJobs(nativeId: string, call: CallOptions): Promise<readonly JobKey[]>;
  /** Reads one job whole. Throws `job-not-found`. */
  getJob(key: JobKey, call: CallOptions): Promise<JobRecord>;
  /** The same table that mapped the job, shown. Pure; null when the answers are no job. */
  explainJob(raw: JobRaw, context: JobContext): Explanation | null;
  /** The same table, applied to answers that were read before: how stored jobs are mapped anew. Pure and total. */
  mapJob(raw: JobRaw, context: JobContext): MapResult;
  /** The version of that table. What an older one has mapped is mapped anew. */
  readonly mapperVersion: number;
  /** Tries the connection: token, smallest list, which fields are denied. Never throws for what it finds. */
  probe(call: CallOptions): Promise<ProbeReport>;
  close(): Promise<void>;

  /**
   * Where history is sampled: the part of a key that names the definition whose run it is, the same for all of its runs.
   * Pure. Whoever remembers runs tells by it which run follows which; a row that is open although its very run is
   * remembered as ended is mapped again with that run's start as `endedRun` in its context.
   */
  definitionOf?(key: JobKey): JobKey;
  /** The vendor's own log of a job. */
  jobLog?(key: JobKey, call: CallOptions): Promise<JobLog>;
  cancelJob?(key: JobKey, prepare: PrepareOptions): Promise<PreparedWrite>;
  retryJob?(key: JobKey, prepare: PrepareOptions): Promise<PreparedWrite>;
  readonly plans?: PlanCalls;
  readonly protectedItems?: ProtectedItemCalls;
  /** Has the vendor write its list of jobs to where it keeps exports. */
  exportJobs?(query: ListQuery, prepare: PrepareOptions): Promise<PreparedWrite>;
  /** Requests that the vendor works off, by its own ids, whoever made them. */
  readonly operations?: {
    get(nativeId: string, call: CallOptions): Promise<Operation>;
  };
  /** There where any change is offered. */
  readonly writes?: WriteCalls;
}
