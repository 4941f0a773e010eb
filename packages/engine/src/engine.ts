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
import { createSynchronizer, type Synchronizer } from './sync/synchronizer.ts';

/** Requests under way over all connections together. */
const requestsAtOnce = 64;

export interface EngineOptions {
  readonly connections: readonly EngineConnection[];
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where history is kept; null: everything is asked live. @default null */
  readonly store?: JobStore | null;
  /** Who keeps the store equal to the vendors. @default one of its own, where there is a store */
  readonly synchronizer?: Pick<Synchronizer, 'syncNow' | 'states'>;
  /** 0 up to 1. @default Math.random */
  readonly random?: () => number;
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
  /** What keeps the store up to date, once it is started; null without a store. */
  readonly synchronizer: Synchronizer | null;
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

export function createEngine(options: EngineOptions): Engine {
  const { connections, clock, logger, store = null, random = Math.random } = options;
  const everybody = new PQueue({ concurrency: requestsAtOnce });
  const sources = connections.map((connection) => createSource(connection, clock, everybody));
  const held = createHeldLists(() => clock.now());
  const isOwn = store !== null && options.synchronizer === undefined;
  const own = isOwn ? createSynchronizer({ sources, store, clock, logger, random }) : null;
  const synchronizer = options.synchronizer ?? own;
  const history = store === null || synchronizer === null ? null : { store, synchronizer, logger };
  const fromHistory = createHistoryCalls(history, sources, clock);

  return {
    connectionNames: connections.map(({ name }) => name),
    synchronizer: own,
    async listJobs(query, page, call) {
      const listing = await listJobs({ sources, clock, held, history }, query, page, call);
      logTrouble(logger, listing);
      return listing;
    },
    ...createJobCalls(history, sources, clock),
    async connections(call) {
      const syncs = await fromHistory.shown();
      return Promise.all(
        sources.map((source) => describe(source, { clock, sync: syncs.get(source.connection.name) ?? null }, call)),
      );
    },
    async connection(name, call) {
      const source = findSource(sources, name);
      return describe(source, { clock, sync: (await fromHistory.shown()).get(name) ?? null }, call);
    },
    probe: async (name, call) => probe(findSource(sources, name), clock, call),
    refresh: (covered, waitMs, call) => fromHistory.refresh(coveredSources(sources, covered), waitMs, call),
    sync: async (name, waitMs, call) => fromHistory.sync(findSource(sources, name), waitMs, call),
    changes: fromHistory.changes,
    followChanges: fromHistory.followChanges,
    summary: fromHistory.summary,
    async close() {
      fromHistory.close();
      await own?.stop();
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
