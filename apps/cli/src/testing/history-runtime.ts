import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@crossvault/core';
import type { JobStore } from '@crossvault/core/store';
import { createEngine, usualInsightSettings } from '@crossvault/engine';
import { openRuntime, type Runtime } from '@crossvault/runtime';
import {
  createManualClock,
  createPlainSynchronizer,
  type FakeVendor,
  fakeConnections,
  type ManualClock,
  type PlainSynchronizer,
  silentLogger,
} from '@crossvault/testkit';
import { onTestFinished } from 'vitest';
import { type Run, type RunOptions, runCrossvault } from './run-crossvault.ts';

/** The command over made-up vendors and a store of its own; it ends with the test. */
export interface HistoryCommand {
  readonly clock: ManualClock;
  readonly store: JobStore;
  readonly synchronizer: PlainSynchronizer;
  run(argv: readonly string[], options?: RunOptions): Promise<Run>;
}

export async function openHistoryCommand(vendors: Readonly<Record<string, FakeVendor>>): Promise<HistoryCommand> {
  const clock = createManualClock();
  const store = await openStore(clock);
  const connections = fakeConnections(vendors);
  const synchronizer = createPlainSynchronizer(connections, store, clock);
  const open = async (): Promise<Runtime> => ({
    engine: createEngine({ connections, clock, logger: silentLogger, store, synchronizer }),
    store,
    absentStore: null,
    configuration: {
      file: '/etc/crossvault.yaml',
      server: { host: '127.0.0.1', port: 0 },
      store: { type: 'sqlite', path: '/var/lib/crossvault.db', isAssumed: false },
      insight: usualInsightSettings,
      connections: [],
    },
    close: async () => undefined,
  });
  return {
    clock,
    store,
    synchronizer,
    run: (argv, options = {}) => runCrossvault(argv, { openRuntime: open, clock, ...options }),
  };
}

/** A store in a file of its own, opened as in production. The test removes it. */
async function openStore(clock: Clock): Promise<NonNullable<Runtime['store']>> {
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
