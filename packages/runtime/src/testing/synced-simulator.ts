import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobStore, StoredJob } from '@crossvault/contract';
import { createEngine, type Engine } from '@crossvault/engine';
import { type Simulators, type SimulatorsOptions, startSimulators, type VendorId } from '@crossvault/simulators';
import { openSqliteStore } from '@crossvault/store';
import { connectSimulator, silentLogger, type VirtualWorld, worldOf } from '@crossvault/testkit';
import { vendors } from '../vendors.ts';

/** Simulated vendors, a real file, and processes that sync the ones into the other, all in the simulators' time. */
export interface SyncedSimulators {
  readonly simulators: Simulators;
  readonly world: VirtualWorld;
  readonly store: JobStore;
  /** A process that syncs every vendor; not started, it does so when it is asked. */
  open(options?: { readonly isStarted: boolean }): Engine;
  jobs(): Promise<readonly StoredJob[]>;
  close(): Promise<void>;
}

/** Time stands still while the store is at work: it works on a thread of its own. */
function tracked(store: JobStore, { clock }: VirtualWorld): JobStore {
  return new Proxy<JobStore>(Object.create(store), {
    get(_child, name) {
      const member: unknown = Reflect.get(store, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(member, store, args);
        return answer instanceof Promise ? clock.track(answer) : answer;
      };
    },
  });
}

export async function openSyncedSimulators(
  ids: readonly VendorId[],
  options: SimulatorsOptions,
): Promise<SyncedSimulators> {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-sync-'));
  const simulators = await startSimulators({ start: '2026-03-02T12:00:00.000Z', ...options, vendors: ids });
  const world = worldOf(simulators);
  const file = await openSqliteStore({ path: join(folder, 'crossvault.db'), clock: world.clock });
  const store = tracked(file, world);
  return {
    simulators,
    world,
    store,
    open({ isStarted } = { isStarted: true }) {
      const connections = ids.map((id) => {
        const definition = vendors.find((vendor) => vendor.id === id);
        if (definition === undefined) throw new Error(`no vendor ${id}`);
        const connector = connectSimulator(definition, simulators, simulators.vendor(id));
        const settings = { deadlineMs: 30_000, concurrency: 4, reach: null, fault: null, tags: [] };
        return { ...settings, name: simulators.vendor(id).connection.name, vendor: id, title: id, connector };
      });
      const engine = createEngine({ connections, clock: world.clock, logger: silentLogger, store, random: () => 0.5 });
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
