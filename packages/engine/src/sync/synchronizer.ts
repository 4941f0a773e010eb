import { type CallOptions, type Clock, CrossvaultError, type Logger, orAbort } from '@crossvault/core';
import type { DataVersions, WorkQueue } from '@crossvault/core/store';
import type { Source } from '../connections/source.ts';
import type { ConnectionInsight } from '../insight/evaluation/connection-insight.ts';
import { type LeaseOwner, newLeaseOwner } from './lease.ts';
import { createSharedWork, createSyncRequests } from './shared-work.ts';
import type { SyncStore } from './sync-parts.ts';
import { type ReadStatus, readSyncStatus, type SyncStatus, toFailing, toReportedStatus } from './sync-status.ts';
import { createSyncWorker, type SyncWorker } from './sync-worker.ts';

export interface SynchronizerOptions {
  readonly sources: readonly Source[];
  readonly store: SyncStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** 0 up to 1, as `Math.random`. */
  readonly random: () => number;
  /** @default an owner that knows no other process */
  readonly owner?: LeaseOwner | undefined;
  /** Judges what was due, by connection. @default judges of its own */
  readonly insights?: ReadonlyMap<string, ConnectionInsight> | undefined;
}

/** Keeps the store up to date with the vendors. Over all processes at most one works on a connection at a time. */
export interface Synchronizer {
  /** Syncs every connection until it is stopped. */
  start(): void;
  /**
   * The same, sharing the connections with every other process that does so over the same queue: each has so many in hand
   * at once. Resolves when it has begun.
   */
  share(queue: WorkQueue, concurrency: number): Promise<void>;
  /** Abandons what is under way within seconds. Nothing is lost: the next start continues from the stored state. */
  stop(): Promise<void>;
  /**
   * Brings one connection up to date now and returns its status; concurrent calls share the work. Where
   * another process holds the connection, that process does the work. Throws `connection-not-found`, and a fault of the set-up.
   */
  syncNow(connection: string, call: CallOptions): Promise<SyncStatus>;
  /**
   * The status of every connection, also of those that other processes sync.
   *
   * @param versions what the store gave as `dataVersions` just now; absent: they are read
   */
  states(versions?: ReadonlyMap<string, DataVersions>): Promise<ReadonlyMap<string, ReadStatus>>;
}

/** How long running work may take to end. */
const stopMs = 3_000;

export function createSynchronizer(options: SynchronizerOptions): Synchronizer {
  const { sources, store, clock, logger } = options;
  const stopped = new AbortController();
  const owner = options.owner ?? newLeaseOwner();
  const requests = createSyncRequests(options);
  const workers = new Map<string, SyncWorker>(
    sources
      .filter(({ connection }) => connection.connector !== null)
      .map((source) => {
        const { name } = source.connection;
        const insight = options.insights?.get(name);
        return [name, createSyncWorker({ ...options, source, owner, stop: stopped.signal, insight })];
      }),
  );
  const read = new Map<string, { readonly version: string; readonly status: ReadStatus }>();
  const running: Promise<void>[] = [];

  /** Reads the states of a connection where they were changed since they were read last. */
  async function readStatus(name: string, version: string | null): Promise<ReadStatus> {
    const known = read.get(name);
    if (known !== undefined && known.version === version) return known.status;
    const status = await readSyncStatus(store, name);
    if (version !== null) read.set(name, { version, status });
    return status;
  }

  async function workerOf(name: string): Promise<SyncWorker> {
    const source = sources.find(({ connection }) => connection.name === name);
    const worker = workers.get(name);
    if (worker !== undefined) return worker;
    if (source !== undefined) await source.connector();
    const names = sources.map(({ connection }) => connection.name).join(', ');
    throw new CrossvaultError({
      code: 'connection-not-found',
      message: `No connection is called "${name}". Configured: ${names}.`,
    });
  }

  return {
    start() {
      if (running.length > 0) return;
      running.push(...[...workers.values()].map((worker) => worker.run()));
      running.push(requests.watch((name) => workers.get(name)?.wake(), stopped.signal));
    },
    async share(queue, concurrency) {
      const shared = createSharedWork({
        ...options,
        workers,
        requests,
        owner: owner.name,
        queue,
        stop: stopped.signal,
      });
      running.push((await shared.begin(concurrency)).end);
    },
    async stop() {
      stopped.abort(new CrossvaultError({ code: 'interrupted', message: 'The sync was asked to stop.' }));
      const late = new AbortController();
      const timer = clock.sleep(stopMs, { signal: late.signal }).then(
        () =>
          logger.warn(
            {},
            'A sync did not stop in time and was abandoned; the next start continues from the stored state.',
          ),
        () => undefined,
      );
      await Promise.race([Promise.all(running), timer]);
      late.abort();
    },
    async syncNow(name, call) {
      const worker = await workerOf(name);
      const status = await orAbort(call.signal, () => worker.now(call.signal));
      return status ?? requests.askOther(name, call);
    },
    async states(known) {
      const versions = known ?? (await store.dataVersions());
      const found = await Promise.all(
        sources.map(async ({ connection: { name } }) => {
          const status = toReportedStatus(await readStatus(name, versions.get(name)?.states ?? null), clock.now());
          const problem = workers.get(name)?.problem ?? null;
          return [name, problem === null ? status : toFailing(status, problem.at(name))] as const;
        }),
      );
      return new Map(found);
    },
  };
}
