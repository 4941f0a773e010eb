import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connector } from '@crossvault/core';
import type { JobStore, StoredJob } from '@crossvault/core/store';
import { createEngine, type Engine, type LeaseOwner } from '@crossvault/engine';
import { connectSimulator, trackStore, type VirtualWorld, worldOf } from '@crossvault/harness';
import { loadVendorDefinitions } from '@crossvault/runtime';
import { type Simulators, type SimulatorsOptions, startSimulators, type VendorId } from '@crossvault/simulators';
import { openSqliteStore } from '@crossvault/store';
import { type Abandon, createAbandon, silentLogger } from '@crossvault/testkit';

/** Simulated vendors, a real file, and processes that sync the ones into the other, all in the simulators' time. */
export interface SyncedSimulators {
  readonly simulators: Simulators;
  readonly world: VirtualWorld;
  readonly store: JobStore;
  /** A process that syncs every vendor; not started, it does so when it is asked. Abandoned, it is as if it were killed: others see that it is dead. */
  open(options?: {
    readonly isStarted?: boolean;
    readonly life?: Abandon;
    /** Puts something between the engine and a connector. @default nothing */
    readonly watch?: (connector: Connector) => Connector;
  }): Engine;
  jobs(): Promise<readonly StoredJob[]>;
  close(): Promise<void>;
}

const vendors = await loadVendorDefinitions();

/** Where the system has it: nothing here is about the disk, and its every commit would be waited for. */
const inMemory = '/dev/shm';

export async function openSyncedSimulators(
  ids: readonly VendorId[],
  options: SimulatorsOptions,
): Promise<SyncedSimulators> {
  const folder = await mkdtemp(join(existsSync(inMemory) ? inMemory : tmpdir(), 'crossvault-sync-'));
  const simulators = await startSimulators({
    oddities: true,
    start: '2026-03-02T12:00:00.000Z',
    ...options,
    vendors: ids,
  });
  const world = worldOf(simulators);
  const file = await openSqliteStore({ path: join(folder, 'crossvault.db'), clock: world.clock });
  const store = trackStore(file, world.clock);
  const lives = new Map<string, Abandon>();
  const ownerOf = (life: Abandon): LeaseOwner => {
    const name = `process ${lives.size}`;
    lives.set(name, life);
    return { name, hasDied: (other) => lives.get(other)?.isAbandoned ?? false };
  };
  return {
    simulators,
    world,
    store,
    open({ isStarted = true, life = createAbandon(), watch = (connector: Connector) => connector } = {}) {
      const connections = ids.map((id) => {
        const definition = vendors.find((vendor) => vendor.id === id);
        if (definition === undefined) throw new Error(`no vendor ${id}`);
        const whole = watch(connectSimulator(definition, simulators, simulators.vendor(id)));
        const connector = life.guard(whole, ['condition', 'mapJob', 'explainJob', 'definitionOf']);
        const settings = { deadlineMs: 30_000, concurrency: 4, checkEndpoint: null, fault: null, tags: [] };
        return { ...settings, name: simulators.vendor(id).connection.name, vendor: id, title: id, connector };
      });
      const engine = createEngine({
        connections,
        clock: life.guard(world.clock, ['now', 'monotonicMs']),
        logger: silentLogger,
        store: life.guard(store, ['exportJobs']),
        random: () => 0.5,
        owner: ownerOf(life),
      });
      if (isStarted) engine.synchronizer?.start();
      return engine;
    },
    async jobs() {
      const all = { query: {}, since: null, startedAfter: null, startedBefore: null, words: [] };
      const found: StoredJob[] = [];
      const rows = file.exportJobs(all, { sort: '-startedAt', include: { tasks: false, raw: false } });
      for await (const { position } of rows) {
        const job = await file.getJob(position.id);
        if (job !== null) found.push(job);
      }
      return found;
    },
    async close() {
      await file.close();
      await world.close();
      await simulators.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
