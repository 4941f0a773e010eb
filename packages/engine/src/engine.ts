import type { Clock, JobStore, Logger } from '@crossvault/contract';
import PQueue from 'p-queue';
import { createActing } from './acting/acting.ts';
import { coveredSources, findSource } from './covered-sources.ts';
import { demandStore } from './demand-store.ts';
import { describe } from './describe.ts';
import type { Engine } from './engine-calls.ts';
import { createHeldLists } from './held-lists.ts';
import { during } from './history.ts';
import { createHistoryCalls } from './history-calls.ts';
import { createJobCalls } from './job-calls.ts';
import { listJobs } from './list-jobs.ts';
import { probe } from './probe.ts';
import { createSource, type EngineConnection } from './source.ts';
import type { LeaseOwner } from './sync/lease.ts';
import { createSynchronizer, type Synchronizer } from './sync/synchronizer.ts';
import { createTroubleLog } from './trouble-log.ts';

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
  /** Who syncs. @default one who knows of no other process */
  readonly owner?: LeaseOwner;
}

export function createEngine(options: EngineOptions): Engine {
  const { connections, clock, logger, store = null, random = Math.random, owner } = options;
  const everybody = new PQueue({ concurrency: requestsAtOnce });
  const sources = connections.map((connection) => createSource(connection, clock, everybody));
  const held = createHeldLists(clock);
  const logTrouble = createTroubleLog(logger);
  const isOwn = store !== null && options.synchronizer === undefined;
  const own = isOwn ? createSynchronizer({ sources, store, clock, logger, random, owner }) : null;
  const synchronizer = options.synchronizer ?? own;
  const history = store === null || synchronizer === null ? null : { store, synchronizer, clock, logger };
  const fromHistory = createHistoryCalls(history, sources, clock);
  const { follow, stop, ...acting } = createActing({ sources, history, clock, logger, owner });

  return {
    connectionNames: connections.map(({ name }) => name),
    synchronizer: own === null ? null : alsoFollowing(own, follow),
    ...acting,
    async listJobs(query, page, call) {
      const listing = await listJobs({ sources, clock, held, history: during(history, call) }, query, page, call);
      logTrouble(listing);
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
    ready: (call) => demandStore(store, clock, call),
    async close() {
      fromHistory.close();
      await Promise.all([own?.stop(), stop()]);
      await Promise.all(connections.map(({ connector }) => connector?.close()));
    },
  };
}

/** Whoever keeps the store up to date follows operations as well. */
const alsoFollowing = (synchronizer: Synchronizer, follow: () => void): Synchronizer => ({
  ...synchronizer,
  start() {
    synchronizer.start();
    follow();
  },
  async share(queue, concurrency) {
    await synchronizer.share(queue, concurrency);
    follow();
  },
});
