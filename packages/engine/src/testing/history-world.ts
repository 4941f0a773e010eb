import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobStore } from '@crossvault/contract';
import { openSqliteStore } from '@crossvault/store';
import {
  createManualClock,
  createPlainSynchronizer,
  type FakeVendor,
  fakeConnections,
  type ManualClock,
  type PlainSynchronizer,
  patientCall,
  silentLogger,
} from '@crossvault/testkit';
import { onTestFinished } from 'vitest';
import { createEngine, type Engine, type EngineConnection } from '../index.ts';

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

/** A store in a file of its own; it ends with the test. */
async function openStore(clock: ManualClock): Promise<JobStore> {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-history-'));
  const store = await openSqliteStore({ path: join(folder, 'history.db'), clock });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  return store;
}

export const openHistory = (vendors: Readonly<Record<string, FakeVendor>>): Promise<HistoryWorld> =>
  openHistoryOver(fakeConnections(vendors));

export async function openHistoryOver(connections: readonly EngineConnection[]): Promise<HistoryWorld> {
  const clock = createManualClock();
  const store = await openStore(clock);
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
