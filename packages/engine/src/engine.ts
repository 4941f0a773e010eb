import {
  type CallOptions,
  type Clock,
  type Connection,
  CrossvaultError,
  type Explanation,
  type JobLog,
  type JobQuery,
  type JobRecord,
  type JobStore,
  type Logger,
  type PageQuery,
  type Probe,
} from '@crossvault/contract';
import PQueue from 'p-queue';
import { describe } from './describe.ts';
import { createHeldLists } from './held-lists.ts';
import { listJobs } from './list-jobs.ts';
import type { Listing } from './listing.ts';
import { probe } from './probe.ts';
import { addressOf, askWithin, readJob } from './read-job.ts';
import { createSource, type EngineConnection, type Source } from './source.ts';
import { viewSyncs } from './sync/connection-view.ts';
import type { LeaseOwner } from './sync/lease.ts';
import { createSynchronizer, type Synchronizer } from './sync/synchronizer.ts';
import { hideInExplanation, hideInLog } from './without-secrets.ts';

/** Requests under way over all connections together. */
const requestsAtOnce = 64;

export interface EngineOptions {
  readonly connections: readonly EngineConnection[];
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where history is kept; null: everything is asked live. @default null */
  readonly store?: JobStore | null;
  /** 0 up to 1. @default Math.random */
  readonly random?: () => number;
  /** Who syncs. @default one who knows of no other process */
  readonly owner?: LeaseOwner;
}

/** One answer out of many connections. Every call ends with its signal, and throws CrossvaultError only. */
export interface Engine {
  readonly connectionNames: readonly string[];
  /** What keeps the store up to date, once it is started; null without a store. */
  readonly synchronizer: Synchronizer | null;
  /** Throws `SourcesError` when no source answered, or with `strict` when not all did. */
  listJobs(query: JobQuery, page: PageQuery, call: CallOptions): Promise<Listing>;
  /** By our id. */
  getJob(id: string, call: CallOptions): Promise<JobRecord>;
  explainJob(id: string, call: CallOptions): Promise<Explanation>;
  /** Throws `action-not-supported` where the vendor has no log. */
  jobLog(id: string, call: CallOptions): Promise<JobLog>;
  /** What is configured, what it can, and how it was seen last. Asks no vendor. */
  connections(call: CallOptions): Promise<readonly Connection[]>;
  /** The same of one. Throws `connection-not-found`. */
  connection(name: string, call: CallOptions): Promise<Connection>;
  /** Tries one connection now, step by step; what fails is told by its step. Throws `connection-not-found`. */
  probe(name: string, call: CallOptions): Promise<Probe>;
  close(): Promise<void>;
}

export function createEngine({
  connections,
  clock,
  logger,
  store = null,
  random = Math.random,
  owner,
}: EngineOptions): Engine {
  const everybody = new PQueue({ concurrency: requestsAtOnce });
  const sources = connections.map((connection) => createSource(connection, clock, everybody));
  const held = createHeldLists(() => clock.now());
  const synchronizer = store === null ? null : createSynchronizer({ sources, store, clock, logger, random, owner });

  async function show(some: readonly Source[], call: CallOptions): Promise<readonly Connection[]> {
    const syncs = store === null || synchronizer === null ? null : await viewSyncs(synchronizer, store, clock.now());
    return Promise.all(
      some.map(async (source) => {
        const shown = await describe(source, clock, call);
        return { ...shown, sync: syncs?.get(source.connection.name) ?? null };
      }),
    );
  }

  return {
    connectionNames: connections.map(({ name }) => name),
    synchronizer,
    async listJobs(query, page, call) {
      const listing = await listJobs({ sources, clock, held }, query, page, call);
      logTrouble(logger, listing);
      return listing;
    },
    getJob: async (id, call) => readJob(clock, addressOf(sources, id), call),
    async explainJob(id, call) {
      const address = addressOf(sources, id);
      const { raw, context } = await readJob(clock, address, call);
      const explanation = address.source.connector().explainJob(raw, context);
      if (explanation !== null) return hideInExplanation(explanation);
      throw new CrossvaultError({ code: 'internal-error', message: 'A job that was read can no longer be explained.' });
    },
    async jobLog(id, call) {
      const { source, key } = addressOf(sources, id);
      const log = await askWithin(clock, source, call, (connector, options) => {
        if (connector.jobLog !== undefined) return connector.jobLog(key, options);
        throw new CrossvaultError({
          code: 'action-not-supported',
          message: `${source.connection.title} keeps no log of a job that can be read.`,
        });
      });
      return hideInLog(log);
    },
    connections: (call) => show(sources, call),
    async connection(name, call) {
      const source = findSource(sources, name);
      const [shown] = await show([source], call);
      return shown ?? describe(source, clock, call);
    },
    probe: async (name, call) => probe(findSource(sources, name), clock, call),
    async close() {
      await synchronizer?.stop();
      await Promise.all(connections.map(({ connector }) => connector?.close()));
    },
  };
}

/** A name that somebody wrote is repeated only so far. */
const longestName = 80;

function findSource(sources: readonly Source[], name: string): Source {
  const source = sources.find(({ connection }) => connection.name === name);
  if (source !== undefined) return source;
  const asked = name.length > longestName ? `${name.slice(0, longestName)}…` : name;
  const known = sources.map(({ connection }) => connection.name).join(', ');
  throw new CrossvaultError({
    code: 'connection-not-found',
    message: `No connection is called "${asked}". Configured: ${known === '' ? 'none' : known}.`,
  });
}

function logTrouble(logger: Logger, listing: Listing): void {
  for (const { connection, status, problem, warnings } of listing.sources) {
    if (problem !== null) logger.warn({ connection, status, code: problem.code }, problem.detail);
    else if (warnings.length > 0) logger.warn({ connection, warnings }, 'The source does not behave as documented.');
  }
}
