import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@crossvault/core';
import type { JobStore } from '@crossvault/core/store';
import type { EngineConnection } from '@crossvault/engine';
import { openRuntime } from '@crossvault/runtime';
import {
  createManualClock,
  createPlainSynchronizer,
  type ManualClock,
  type PlainSynchronizer,
  silentLogger,
} from '@crossvault/testkit';
import { onTestFinished } from 'vitest';
import { type Facade, startFacade } from './facade.ts';

/** A store in a file of its own, opened as in production. The test removes it. */
export async function openStore(clock: Clock): Promise<JobStore> {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-history-'));
  const configPath = join(folder, 'crossvault.yaml');
  // Only the store is needed. A connection of an unknown vendor fails on its own and sends no request.
  await writeFile(configPath, 'connections: [{ name: none, vendor: none }]\nstore: { type: sqlite }\n');
  const options = { configPath, environment: {}, clock, logger: silentLogger, makeStore: true };
  const { store, close } = await openRuntime(options);
  if (store === null) throw new Error('The configuration names a store.');
  onTestFinished(async () => {
    await close();
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
