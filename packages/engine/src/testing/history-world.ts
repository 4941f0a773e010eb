import type { JobStore } from '@crossvault/core/store';
import {
  createManualClock,
  createMemoryStore,
  createPlainSynchronizer,
  type FakeVendor,
  fakeConnections,
  type ManualClock,
  type PlainSynchronizer,
  patientCall,
  silentLogger,
} from '@crossvault/testkit';
import { createEngine, type Engine, type EngineConnection } from '../index.ts';
import { createListStore } from './list-store.ts';

/** Made-up vendors, read through a store and without one. */
export interface HistoryWorld {
  readonly clock: ManualClock;
  readonly store: JobStore;
  readonly synchronizer: PlainSynchronizer;
  readonly stored: Engine;
  readonly live: Engine;
  /** Syncs the named connections, or all. */
  sync(...names: string[]): Promise<void>;
}

export const openHistory = (vendors: Readonly<Record<string, FakeVendor>>): Promise<HistoryWorld> =>
  openHistoryOver(fakeConnections(vendors));

export async function openHistoryOver(connections: readonly EngineConnection[]): Promise<HistoryWorld> {
  const clock = createManualClock();
  const store = createListStore(createMemoryStore(clock), clock);
  const synchronizer = createPlainSynchronizer(connections, store, clock);
  const parts = { connections, clock, logger: silentLogger };
  return {
    clock,
    store,
    synchronizer,
    stored: createEngine({ ...parts, store, synchronizer }),
    live: createEngine(parts),
    async sync(...names) {
      for (const { name } of connections) {
        if (names.length === 0 || names.includes(name)) await synchronizer.syncNow(name, patientCall);
      }
    },
  };
}
