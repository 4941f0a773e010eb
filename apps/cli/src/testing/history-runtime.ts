import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobStore } from '@crossvault/contract';
import { createEngine } from '@crossvault/engine';
import type { Runtime } from '@crossvault/runtime';
import { openSqliteStore } from '@crossvault/store';
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
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-history-'));
  const store = await openSqliteStore({ path: join(folder, 'history.db'), clock });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  const connections = fakeConnections(vendors);
  const synchronizer = createPlainSynchronizer(connections, store, clock);
  const openRuntime = async (): Promise<Runtime> => ({
    engine: createEngine({ connections, clock, logger: silentLogger, store, synchronizer }),
    store,
    configuration: {
      file: '/etc/crossvault.yaml',
      server: { host: '127.0.0.1', port: 0 },
      store: { type: 'sqlite', path: join(folder, 'history.db'), isAssumed: false },
      connections: [],
    },
    close: async () => undefined,
  });
  return {
    clock,
    store,
    synchronizer,
    run: (argv, options = {}) => runCrossvault(argv, { openRuntime, clock, ...options }),
  };
}
