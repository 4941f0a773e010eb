import { type CallOptions, type Clock, createSystemClock, type Logger, silentLogger } from '@crossvault/core';
import type { JobStore, StoreRetention } from '@crossvault/core/store';
import PQueue from 'p-queue';
import { createActing } from './actions/open-actions.ts';
import { createAudit } from './actions/record-audit.ts';
import { demandStore, during } from './changes/history.ts';
import { createHistoryCalls } from './changes/history-calls.ts';
import { describe } from './connections/describe-connection.ts';
import { probe } from './connections/probe.ts';
import { coveredSources, createSource, findSource, type Source } from './connections/source.ts';
import { createTroubleLog } from './connections/source-log.ts';
import type { Engine } from './engine-calls.ts';
import {
  type ConnectionOptions,
  completeCall,
  completeConnections,
  completePage,
  completeSummary,
} from './engine-defaults.ts';
import { createInsightCalls } from './insight/answers/create-insight-calls.ts';
import { evaluateUpToNow } from './insight/answers/evaluate-up-to-now.ts';
import { type ConnectionInsight, createConnectionInsight } from './insight/evaluation/connection-insight.ts';
import { type InsightSettings, usualInsightSettings } from './insight/evaluation/insight-settings.ts';
import { createJobCalls } from './jobs/job-calls.ts';
import { checkQuery } from './listing/check-query.ts';
import { listJobs } from './listing/list-jobs.ts';
import { createHeldLists } from './listing/live/held-lists.ts';
import { createPageCache } from './listing/page-cache.ts';
import { createSearchedTexts } from './listing/searched-texts.ts';
import { readStoredPage } from './listing/stored-page.ts';
import type { LeaseOwner } from './sync/lease.ts';
import { createSynchronizer, type Synchronizer } from './sync/synchronizer.ts';
import { keepHouse } from './sync/upkeep.ts';

/** Some hundred pages of 50 jobs. */
const pageCacheBytes = 16 * 2 ** 20;

/** Requests under way over all connections together. */
const requestsAtOnce = 64;

export interface EngineOptions {
  readonly connections: readonly ConnectionOptions[];
  /** @default the clock of this machine */
  readonly clock?: Clock;
  /** @default a logger that writes nothing */
  readonly logger?: Logger;
  /** The store of history; null: every request is read live. @default null */
  readonly store?: JobStore | null;
  /** Why there is no store yet although the configuration names one: calls that need it fail with these words. @default null */
  readonly absentStore?: string | null;
  /** Keeps the store up to date. @default a synchronizer of its own, where there is a store */
  readonly synchronizer?: Pick<Synchronizer, 'syncNow' | 'states'>;
  /** 0 up to 1. @default Math.random */
  readonly random?: () => number;
  /** The owner of leases. @default an owner that knows no other process */
  readonly owner?: LeaseOwner;
  /** Memory for pages of stored jobs that were read lately; 0: none. @default 16 MiB */
  readonly pageCacheBytes?: number;
  /** What the operator says about expected runs. @default business days from noon in UTC, and no objectives */
  readonly insight?: InsightSettings;
  /** How long the store keeps records other than jobs. @default without a bound */
  readonly retention?: StoreRetention;
}

export function createEngine(options: EngineOptions): Engine {
  const { clock = createSystemClock({ keepsProcessAlive: true }), logger = silentLogger, absentStore = null } = options;
  const { store = null, random = Math.random, owner, retention = {} } = options;
  const connections = completeConnections(options.connections);
  const globalQueue = new PQueue({ concurrency: requestsAtOnce });
  const sources = connections.map((connection) => createSource(connection, clock, globalQueue));
  const held = createHeldLists(clock);
  const cache = createPageCache(options.pageCacheBytes ?? pageCacheBytes);
  const searched = createSearchedTexts();
  const logTrouble = createTroubleLog(logger);
  const isOwn = store !== null && options.synchronizer === undefined;
  const settings = options.insight ?? usualInsightSettings;
  const insights = store === null ? new Map() : createInsights(sources, store, clock, settings);
  const own = isOwn ? createSynchronizer({ sources, store, clock, logger, random, owner, insights }) : null;
  const synchronizer = options.synchronizer ?? own;
  const history = store === null || synchronizer === null ? null : { store, synchronizer, clock, logger };
  const fromHistory = createHistoryCalls(history, sources, clock, absentStore);
  const audit = createAudit({ store, clock, logger }).write;
  const answers = history === null ? null : { sources, history, clock, logger, settings, insights, audit };
  const evaluate = async (names: readonly string[], call: CallOptions): Promise<unknown> =>
    answers === null
      ? null
      : evaluateUpToNow(
          answers,
          sources.filter(({ connection }) => names.includes(connection.name)),
          call,
        );
  const stopped = new AbortController();
  let housekeeping: Promise<void> | null = null;
  const keep = (): void => {
    if (store === null || Object.keys(retention).length === 0) return;
    housekeeping ??= keepHouse({ store, clock, logger, retention }, stopped.signal);
  };
  const { follow, stop, ...acting } = createActing({ sources, history, clock, logger, owner, absentStore, evaluate });

  return {
    connectionNames: connections.map(({ name }) => name),
    synchronizer:
      own === null
        ? null
        : alsoDoing(own, () => {
            follow();
            keep();
          }),
    ...acting,
    async listJobs(query = {}, page, given) {
      const call = completeCall(given);
      const reading = { sources, clock, held, history: during(history, call) };
      const listing = await listJobs(reading, checkQuery(query), completePage(page), call);
      logTrouble(listing);
      return listing;
    },
    async readJobPage(query, page, call, knows) {
      if (history === null) return null;
      const parts = { sources, clock, history: during(history, call), cache, searched };
      return readStoredPage(parts, query, page, call, knows);
    },
    ...createJobCalls(history, sources, clock, searched),
    async connections(call) {
      const syncs = await fromHistory.shown();
      const options = completeCall(call);
      return Promise.all(sources.map((source) => describe(source, syncs.get(source.connection.name) ?? null, options)));
    },
    async connection(name, call) {
      const source = findSource(sources, name);
      return describe(source, (await fromHistory.shown()).get(name) ?? null, completeCall(call));
    },
    probe: async (name, call) => probe(findSource(sources, name), clock, completeCall(call)),
    refresh: (covered, waitMs, call) => fromHistory.refresh(coveredSources(sources, covered), waitMs, call),
    sync: async (name, waitMs = null, call) => fromHistory.sync(findSource(sources, name), waitMs, completeCall(call)),
    insight: createInsightCalls(answers, absentStore),
    changes: fromHistory.changes,
    followChanges: fromHistory.followChanges,
    summary: (request, call) => fromHistory.summary(completeSummary(request), completeCall(call)),
    ready: (call) => demandStore(store, clock, call),
    async close() {
      fromHistory.close();
      stopped.abort();
      await Promise.all([own?.stop(), stop(), housekeeping]);
      await Promise.all(sources.map((source) => closeConnector(source, logger)));
    },
  };
}

/** One for each connection: those who sync and those who ask share what it has in mind. */
const createInsights = (
  sources: readonly Source[],
  store: JobStore,
  clock: Clock,
  settings: InsightSettings,
): ReadonlyMap<string, ConnectionInsight> =>
  new Map(
    sources.map(({ connection }) => [connection.name, createConnectionInsight({ connection, store, clock, settings })]),
  );

/** One connector that cannot be closed must not leave the others open. */
async function closeConnector(source: Source, logger: Logger): Promise<void> {
  try {
    await source.close();
  } catch (error) {
    logger.warn({ connection: source.connection.name, error }, 'A connector could not be closed.');
  }
}

/** A process that syncs also follows operations and deletes aged records. */
const alsoDoing = (synchronizer: Synchronizer, begin: () => void): Synchronizer => ({
  ...synchronizer,
  start() {
    synchronizer.start();
    begin();
  },
  async share(queue, concurrency) {
    await synchronizer.share(queue, concurrency);
    begin();
  },
});
