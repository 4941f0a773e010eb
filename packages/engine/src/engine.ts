import {
  type CallOptions,
  type Clock,
  type Connection,
  type Connector,
  CrossvaultError,
  type Explanation,
  type JobLog,
  type JobQuery,
  type JobRecord,
  type JobStore,
  type Logger,
  orAbort,
  type PageQuery,
  type Probe,
} from '@crossvault/contract';
import PQueue from 'p-queue';
import { toCapabilities } from './capabilities.ts';
import { createHeldLists } from './held-lists.ts';
import { listJobs } from './list-jobs.ts';
import type { Listing } from './listing.ts';
import { addressOf, askWithin, readJob } from './read-job.ts';
import { createSource, type EngineConnection, type Source } from './source.ts';
import { countJobs, toConnectionSync } from './sync/connection-view.ts';
import type { SyncStatus } from './sync/sync-status.ts';
import { createSynchronizer, type Synchronizer } from './sync/synchronizer.ts';

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
  /** Tries one connection now. */
  probe(name: string, call: CallOptions): Promise<Probe>;
  close(): Promise<void>;
}

export function createEngine({
  connections,
  clock,
  logger,
  store = null,
  random = Math.random,
}: EngineOptions): Engine {
  const everybody = new PQueue({ concurrency: requestsAtOnce });
  const sources = connections.map((connection) => createSource(connection, clock, everybody));
  const held = createHeldLists(() => clock.now());
  const synchronizer = store === null ? null : createSynchronizer({ sources, store, clock, logger, random });

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
      if (explanation !== null) return explanation;
      throw new CrossvaultError({ code: 'internal-error', message: 'A job that was read can no longer be explained.' });
    },
    async jobLog(id, call) {
      const { source, key } = addressOf(sources, id);
      return askWithin(clock, source, call, (connector, options) => {
        if (connector.jobLog !== undefined) return connector.jobLog(key, options);
        throw new CrossvaultError({
          code: 'action-not-supported',
          message: `${source.connection.title} keeps no log of a job that can be read.`,
        });
      });
    },
    async connections(call) {
      const [states, jobs] = await Promise.all([
        synchronizer?.states() ?? new Map<string, SyncStatus>(),
        store === null ? new Map<string, number>() : countJobs(store),
      ]);
      return Promise.all(
        sources.map(async (source) => {
          const { name } = source.connection;
          const status = states.get(name);
          const sync = status === undefined ? null : toConnectionSync(status, jobs.get(name) ?? 0, clock.now());
          return { ...(await describe(source, call)), sync };
        }),
      );
    },
    async probe(name, call) {
      const source = sources.find(({ connection }) => connection.name === name);
      if (source === undefined) {
        throw new CrossvaultError({
          code: 'connection-not-found',
          message: `No connection is called "${name}". Configured: ${connections.map((each) => each.name).join(', ')}.`,
        });
      }
      return probe(source, clock, call);
    },
    async close() {
      await synchronizer?.stop();
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

async function describe(source: Source, call: CallOptions): Promise<Connection> {
  const { name, vendor, title, tags, connector } = source.connection;
  const lists = connector === null ? [] : await orAbort(call.signal, () => connector.jobLists(call)).catch(() => []);
  return {
    name,
    vendor,
    title,
    ...source.health,
    capabilities: connector === null ? null : toCapabilities(connector, lists, source.deniedFields),
    history: connector?.history ?? null,
    budget: toBudget(connector),
    sync: null,
    tags: [...tags],
  };
}

function toBudget(connector: Connector | null): Connection['budget'] {
  const budget = connector?.condition().budget ?? null;
  return budget === null ? null : { remaining: budget.remaining, resetAt: budget.resetAt };
}

async function probe(source: Source, clock: Clock, call: CallOptions): Promise<Probe> {
  const { name } = source.connection;
  const startedMs = clock.now();
  try {
    const report = await askWithin(clock, source, call, (connector, options) => connector.probe(options));
    source.deniedFields = report.deniedFields;
    const failed = report.steps.find(({ ok }) => !ok);
    if (failed !== undefined) {
      source.note(
        new CrossvaultError({ code: failed.code ?? 'source-error', message: failed.detail, source: name }),
        true,
      );
    }
    return { connection: name, ok: report.ok, steps: [...report.steps], deniedFields: [...report.deniedFields] };
  } catch (error) {
    const { code, message } = CrossvaultError.from(error);
    const step = {
      name: 'connection',
      ok: false,
      detail: message,
      advice: null,
      code,
      durationMs: clock.now() - startedMs,
    };
    return { connection: name, ok: false, steps: [step], deniedFields: [] };
  }
}
