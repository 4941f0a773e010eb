import type { ErrorCode } from '../errors/error-table.ts';
import type { Explanation } from '../mapping/explanation.ts';
import type { MapResult } from '../mapping/job-mapper.ts';
import type { JobStatus } from '../model/job.ts';
import type { JobContext, JobKey, JobLog, JobRaw, JobRecord, Rejection } from '../model/job-record.ts';
import type { Operation } from '../model/operation.ts';
import type { PageRequest, SourceWarning } from '../model/page.ts';
import type { ScheduleTrack } from '../model/schedule.ts';
import type { CallOptions } from './connector-context.ts';
import type { PlanCalls } from './plan-calls.ts';
import type { PreparedWrite, PrepareOptions, WriteCalls } from './prepared-write.ts';
import type { ProtectedItemCalls } from './protected-item-calls.ts';

/** Filters that a vendor's list may apply itself. The engine applies every filter again. */
export const nativeFilters = ['startedAfter', 'startedBefore', 'status'] as const;
export type NativeFilter = (typeof nativeFilters)[number];

/** One list at the vendor, such as a vault or a location. The engine merges lists; a connector must not. */
export interface JobList {
  /** Stable, and unique within the connection. Part of every record's context. */
  readonly key: string;
  /** The documented order. The engine streams and checks `newest-first` lists; it reads `none` lists within a window and sorts. */
  readonly order: 'newest-first' | 'none';
  /** The filters that this list applies itself. */
  readonly nativeFilters: readonly NativeFilter[];
}

/**
 * The query of a list. A connector passes the filters named in `nativeFilters` to the vendor and ignores the others. It may
 * request more than this (dates widened to whole seconds or days), never less.
 */
export interface ListQuery {
  /** Jobs that started at or after this instant; null: no lower bound. */
  readonly startedAfter: string | null;
  /** Jobs that started at or before this instant; null: no upper bound. */
  readonly startedBefore: string | null;
  /** Jobs with one of these statuses; null: any. */
  readonly status: readonly JobStatus[] | null;
}

/** A mapped page of a list. */
export interface ListPage {
  /** The mapped jobs, in the vendor's order. */
  readonly records: readonly JobRecord[];
  /** Records of this page that cannot be listed. */
  readonly rejected: readonly Rejection[];
  /** Number of definitions on this page that never ran. */
  readonly withoutRun: number;
  /** Token of the next page, null at the end. */
  readonly next: string | null;
  /** Irregularities of this list; []: none. */
  readonly warnings: readonly SourceWarning[];
}

/** An address to which a connection sends requests. */
export interface ServiceAddress {
  /** `api`: the vendor's API; `identity`: the token endpoint, where that is another host. */
  readonly name: 'api' | 'identity';
  /** Scheme, host, port and path, without credentials. */
  readonly url: string;
}

/** The current state of a connection, as of the vendor's last answers. Reading it sends no request. */
export interface SourceCondition {
  /** Remaining requests as reported by the vendor; null when it does not report them. */
  readonly budget: { readonly remaining: number | null; readonly resetAt: string | null } | null;
  /** `open`: after consecutive failures requests are refused without being sent; `half-open`: one trial request may be sent. */
  readonly circuit: 'closed' | 'half-open' | 'open';
  /**
   * Milliseconds from now for which no request is sent: the vendor asked for a wait, or the circuit is open. 0: no wait.
   * Callers should decide by this value; it is measured with the monotonic clock.
   */
  readonly waitMs: number;
  /** The instant at which that wait ends, for display only: it is derived from the wall clock. Null: at once. */
  readonly until: string | null;
  /** The vendor's clock minus the local one, from the Date header of its last answer; null before the first answer. */
  readonly clockSkewSeconds: number | null;
  /** Number of requests sent since the connector was created, and how many of them were retries. */
  readonly requests: { readonly sent: number; readonly retried: number };
}

/**
 * One step of a probe, in the order of execution: `dns`, `tcp` and `tls` of every address, then `token`, `list`, `access`,
 * `version`, `clock`, `budget` and `fields`, as far as the vendor has them.
 */
export interface ProbeStep {
  /** Name of the step, such as `dns` or `token`. */
  readonly name: string;
  /** Whether the step succeeded. */
  readonly ok: boolean;
  /** What the step found. */
  readonly detail: string;
  /** What the operator should do; null where nothing has to be done. A step that is `ok` may still have advice. */
  readonly advice: string | null;
  /** Error code of the failure; null when the step succeeded. */
  readonly code: ErrorCode | null;
  /** How long the step took, in milliseconds. */
  readonly durationMs: number;
}

/** The result of a probe. */
export interface ProbeReport {
  /** True when every step is `ok`. */
  readonly ok: boolean;
  /** The steps in the order of execution, up to the first one that prevents the next. */
  readonly steps: readonly ProbeStep[];
  /** Names of model fields that this account may not read. */
  readonly deniedFields: readonly string[];
}

/** When a vendor starts runs that are due, and when it lists them. Crossvault judges by it which runs are late or missed. */
export interface RunTiming {
  /** How long after its due time a run usually may start, in milliseconds. More is learned from its runs. */
  readonly startGraceMs: number;
  /** How long after its start the list may show a run first, in milliseconds. */
  readonly reportLagMs: number;
  /** Tracks of schedules whose runs the vendor does not list: nothing is missed of them. */
  readonly unlistedTracks: readonly ScheduleTrack[];
}

/**
 * One connection to one vendor, created by {@link VendorDefinition.connect} and called by the engine. The required members
 * read. An optional member is present exactly when the vendor offers it; nothing else declares a capability. Every call ends
 * when the signal of its last argument is aborted, and throws CrossvaultError only.
 */
export interface Connector {
  /** Id of the vendor, as in its definition. */
  readonly vendor: string;
  /** `sampled` where the vendor keeps only the latest run of each definition; `complete` where it keeps all runs. */
  readonly history: 'complete' | 'sampled';
  /** Every address to which requests are sent; the API first. The probe checks each of them. */
  readonly addresses: readonly ServiceAddress[];
  /** The current state of this connection. Sends no request. */
  condition(): SourceCondition;
  /** The lists of this connection. The engine calls it for every request; a connector may discover lists here. */
  jobLists(call: CallOptions): Promise<readonly JobList[]>;
  /** Reads and maps one page of a list. Throws `invalid-cursor` for a page token that is not of this list. */
  listJobs(list: JobList, query: ListQuery, page: PageRequest, call: CallOptions): Promise<ListPage>;
  /** Keys of every job with this native id, in every vault, agent and location, without a time window. [] when there is none. */
  findJobs(nativeId: string, call: CallOptions): Promise<readonly JobKey[]>;
  /** Reads one job in full. Throws `job-not-found`. */
  getJob(key: JobKey, call: CallOptions): Promise<JobRecord>;
  /** Explains how the answers map to a job, by the rule table that maps them. Pure; null when the answers are not a job. */
  explainJob(raw: JobRaw, context: JobContext): Explanation | null;
  /** Maps stored answers again, by the same rule table. Pure; never throws. */
  mapJob(raw: JobRaw, context: JobContext): MapResult;
  /** Version of the rule table. The engine maps stored jobs of an older version again. */
  readonly mapperVersion: number;
  /** Checks the connection: token, smallest list, denied fields. Failures are reported as steps and never thrown. */
  probe(call: CallOptions): Promise<ProbeReport>;
  /** Ends the session at the vendor where there is one. No other call may follow. */
  close(): Promise<void>;

  /** When the vendor starts runs and lists them. @default a start within an hour, listed within ten minutes */
  readonly runTiming?: RunTiming;
  /**
   * For sampled histories: the part of a key that identifies the definition, the same for all of its runs. Pure. The sync
   * uses it to match a run to the previous one. When a row is open although the store holds the same run as ended, the sync
   * maps it again with that run's start as `endedRun` in its context.
   */
  definitionOf?(key: JobKey): JobKey;
  /** The vendor's own log of a job. Throws `job-not-found`. */
  jobLog?(key: JobKey, call: CallOptions): Promise<JobLog>;
  /** Prepares the cancellation of a job. Throws `job-not-found`, or `state-conflict` for a job that has ended. */
  cancelJob?(key: JobKey, prepare: PrepareOptions): Promise<PreparedWrite>;
  /** Prepares a retry of a job. Throws `job-not-found`, or `state-conflict`. */
  retryJob?(key: JobKey, prepare: PrepareOptions): Promise<PreparedWrite>;
  /** Policies or job definitions. */
  readonly plans?: PlanCalls;
  /** Objects that are backed up. */
  readonly protectedItems?: ProtectedItemCalls;
  /** Prepares an export of the list of jobs to the vendor's export storage. */
  exportJobs?(query: ListQuery, prepare: PrepareOptions): Promise<PreparedWrite>;
  /** Asynchronous requests at the vendor by their native ids, including those of other clients. */
  readonly operations?: {
    get(nativeId: string, call: CallOptions): Promise<Operation>;
  };
  /** Present on every connector that offers any change. */
  readonly writes?: WriteCalls;
}
