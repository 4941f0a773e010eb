import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { worldOf } from '@crossvault/harness';
import { openRuntime, type Runtime } from '@crossvault/runtime';
import {
  type Simulators,
  type SimulatorsOptions,
  startSimulators,
  type TruthJob,
  writeConfiguration,
} from '@crossvault/simulators';
import { silentLogger } from '@crossvault/testkit';
import { createServer, type RunningServer } from '../index.ts';

/** The four vendors, simulated, and a facade over them with a usual configuration. */
export interface World {
  readonly simulators: Simulators;
  readonly url: string;
  /** Stops the facade and starts another one, with empty memory. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function openWorld(options: SimulatorsOptions): Promise<World> {
  const simulators = await startSimulators({ oddities: true, start: '2026-03-02T12:00:00.000Z', ...options });
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-world-'));
  const configPath = await writeConfiguration(folder, Object.values(simulators.vendors));
  const { clock, fetch, close: closeWorld } = worldOf(simulators);
  let facade = await open();

  async function open(): Promise<{ runtime: Runtime; server: RunningServer }> {
    const runtime = await openRuntime({ configPath, environment: {}, clock, fetch, logger: silentLogger });
    const listen = { host: '127.0.0.1', port: 0 };
    return { runtime, server: await createServer({ engine: runtime.engine, listen, logger: silentLogger, clock }) };
  }
  async function end(): Promise<void> {
    await facade.server.close();
    await facade.runtime.close();
  }
  return {
    simulators,
    get url() {
      return facade.server.url;
    },
    async restart() {
      await end();
      facade = await open();
    },
    async close() {
      await end();
      await closeWorld();
      await simulators.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The fields of a listed job, as one text. */
export const truthText = (job: TruthJob): string =>
  [job.nativeId, job.kind, job.status, job.nativeStatus, job.startedAt, job.endedAt].join(' | ');
