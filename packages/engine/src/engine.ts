import {
  type CallOptions,
  type ChangePage,
  type ChangesRequest,
  type Clock,
  type Connection,
  type Explanation,
  type JobLog,
  type JobQuery,
  type JobRecord,
  type JobStore,
  type Logger,
  type PageQuery,
  type Probe,
  type Summary,
  type SyncAnswer,
} from '@crossvault/contract';
import PQueue from 'p-queue';
import { describe } from './describe.ts';
import { createHeldLists } from './held-lists.ts';
import { createHistoryCalls } from './history-calls.ts';
import { createJobCalls } from './job-calls.ts';
import { coveredSources, findSource } from './covered-sources.ts';
import { listJobs } from './list-jobs.ts';
import type { Listing } from './listing.ts';
import { probe } from './probe.ts';
import { createSource, type EngineConnection } from './source.ts';
import type { Synchronizer } from './synchronizer.ts';

/** Requests under way over all connections together. */
const requestsAtOnce = 64;

export interface EngineOptions {
  readonly connections: readonly EngineConnection[];
  readonly clock: Clock;
  readonly logger: Logger;
  /** What is remembered. It is read together with a synchronizer alone. @default nothing: every answer comes live */
  readonly store?: JobStore | undefined;
  readonly synchronizer?: Synchronizer | undefined;
}

/** How a single job is read. */
export interface ReadOptions {
  /** Ask the vendor, also where the store knows the job whole. @default false */
  readonly fresh?: boolean;
}

/** Which connections are meant, as a query of jobs names them. */
export type CoveredBy = Pick<JobQuery, 'connection' | 'vendor'>;

/** One answer out of many connections. Every call ends with its signal, and throws CrossvaultError only. */
export interface Engine {
  readonly connectionNames: readonly string[];
  /** Throws `SourcesError` when no source answered, or with `strict` when not all did. */
  listJobs(query: JobQuery, page: PageQuery, call: CallOptions): Promise<Listing>;
  /** By our id. */
  getJob(id: string, call: CallOptions, options?: ReadOptions): Promise<JobRecord>;
  explainJob(id: string, call: CallOptions, options?: ReadOptions): Promise<Explanation>;
  /** Always the vendor's own. Throws `action-not-supported` where the vendor has no log. */
  jobLog(id: string, call: CallOptions): Promise<JobLog>;
  /** What is configured, what it can, and how it was seen last. Asks no vendor. */
  connections(call: CallOptions): Promise<readonly Connection[]>;
  /** The same of one. Throws `connection-not-found`. */
  connection(name: string, call: CallOptions): Promise<Connection>;
  /** Tries one connection now, step by step; what fails is told by its step. Throws `connection-not-found`. */
  probe(name: string, call: CallOptions): Promise<Probe>;
  /**
   * Syncs what is answered from the store, and waits for it so long. True when all of it was done in time, well or not.
   * What is read live is as fresh as can be.
   */
  refresh(covered: CoveredBy, waitMs: number, call: CallOptions): Promise<boolean>;
  /** Syncs one connection, and waits for it so long; null: until it is done. Throws `connection-not-found`, `store-missing`. */
  sync(name: string, waitMs: number | null, call: CallOptions): Promise<SyncAnswer>;
  /** A page of the feed. Throws `store-missing`. */
  changes(request: ChangesRequest): Promise<ChangePage>;
  /** The feed as it grows: pages with something new, and an empty one after so much quiet. Throws `store-missing`. */
  followChanges(request: ChangesRequest, quietMs: number, call: CallOptions): AsyncIterable<ChangePage>;
  /** How all connections stand in a window of starts. Throws `store-missing`. */
  summary(window: Summary['window']): Promise<Summary>;
  close(): Promise<void>;
}

export function createEngine({ connections, clock, logger, store, synchronizer }: EngineOptions): Engine {
  const everybody = new PQueue({ concurrency: requestsAtOnce });
  const sources = connections.map((connection) => createSource(connection, clock, everybody));
  const held = createHeldLists(() => clock.now());
  const history = store === undefined || synchronizer === undefined ? null : { store, synchronizer, logger };
  const fromHistory = createHistoryCalls(history, sources, clock);

  return {
    connectionNames: connections.map(({ name }) => name),
    async listJobs(query, page, call) {
      const listing = await listJobs({ sources, clock, held, history }, query, page, call);
      logTrouble(logger, listing);
      return listing;
    },
    ...createJobCalls(history, sources, clock),
    connections: (call) => Promise.all(sources.map((source) => describe(source, { clock, history }, call))),
    connection: async (name, call) => describe(findSource(sources, name), { clock, history }, call),
    probe: async (name, call) => probe(findSource(sources, name), clock, call),
    refresh: (covered, waitMs, call) => fromHistory.refresh(coveredSources(sources, covered), waitMs, call),
    sync: async (name, waitMs, call) => fromHistory.sync(findSource(sources, name), waitMs, call),
    changes: fromHistory.changes,
    followChanges: fromHistory.followChanges,
    summary: fromHistory.summary,
    async close() {
      fromHistory.close();
      await Promise.all(connections.map(({ connector }) => connector?.close()));
    },
  };
}

function logTrouble(logger: Logger, listing: Listing): void {
  for (const { connection, status, problem, warnings } of listing.sources) {
    if (problem !== null) logger.warn({ connection, status, code: problem.code }, problem.detail);
    else if (warnings.length > 0) logger.warn({ connection, warnings }, 'The source does not behave as documented.');
  }
}
