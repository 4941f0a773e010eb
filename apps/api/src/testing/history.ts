import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock, JobStore } from '@crossvault/contract';
import type { EngineConnection } from '@crossvault/engine';
import { openSqliteStore } from '@crossvault/store';
import {
  createManualClock,
  createPlainSynchronizer,
  type ManualClock,
  type PlainSynchronizer,
} from '@crossvault/testkit';
import { onTestFinished } from 'vitest';
import { type Facade, startFacade } from './facade.ts';

/** A store in a file of its own; it ends with the test. */
export async function openStore(clock: Clock): Promise<JobStore> {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-history-'));
  const store = await openSqliteStore({ path: join(folder, 'history.db'), clock });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  return store;
}

/** A facade over connections whose history is stored, and what a test moves it with. */
export interface HistoryFacade extends Facade {
  readonly store: JobStore;
  readonly synchronizer: PlainSynchronizer;
}

export async function startHistoryFacade(connections: readonly EngineConnection[]): Promise<HistoryFacade> {
  const clock: ManualClock = createManualClock();
  const store = await openStore(clock);
  const synchronizer = createPlainSynchronizer(connections, store, clock);
  const facade = await startFacade(connections, { clock, history: { store, synchronizer } });
  return { ...facade, store, synchronizer };
}
