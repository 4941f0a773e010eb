import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRuntime, type Runtime, type RuntimeOptions } from '@crossvault/runtime';
import {
  createRandom,
  type Simulators,
  startSimulators,
  type TruthJob,
  type VendorId,
  writeConfiguration,
} from '@crossvault/simulators';
import { compareHistory, type HistoryFaults } from '../sync/compare-history.ts';
import { startCrossvault } from './crossvault-process.ts';
import { createMoments } from './moments.ts';

export interface KillPlan {
  readonly kills: number;
  /** Jobs that the vendors have. */
  readonly jobs: number;
  /** Chooses the moments. */
  readonly seed: number;
  /** Requests, or writes, that a life continues for at the most once it is to be ended. */
  readonly longestLife: number;
}

export interface KillReport {
  readonly faults: HistoryFaults;
  /** Jobs that were stored at each of the kills. */
  readonly storedAtKills: readonly number[];
  readonly jobs: number;
}

/** Those that have a history to read back; a console knows the latest runs only. */
export const readableVendors: readonly VendorId[] = ['azure-backup', 'veeam-azure', 'avepoint'];

/** Their simulators in real time, on any free ports, with pages that are small enough for many kills. */
export const startReadableFleet = (jobs: number): Promise<Simulators> =>
  startSimulators({
    oddities: true,
    jobs,
    days: 80,
    vendors: readableVendors,
    running: true,
    portBase: 0,
    pageSize: 50,
  });

/** The oldest jobs that a history of 90 days has for certain. */
const historyMs = 89 * 86_400_000;

/** With more of the jobs than this stored, the reading of the history ends soon. */
const latestShare = 0.97;

/**
 * `crossvault serve` on a real file is killed again and again while it reads a history for the first time, each time at
 * another moment: when a request of its comes in, or when it has just written. How much of the history is stored by then
 * is chosen over all of it, one stretch a kill: lives alone would end it long before the last. The last one is let to its end.
 */
export async function killServer({ kills, jobs, seed, longestLife }: KillPlan): Promise<KillReport> {
  const random = createRandom(seed);
  const vendors = readableVendors;
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-kill-'));
  const simulators = await startReadableFleet(jobs);
  const before = new Date(simulators.clock.now()).toISOString();
  const configPath = await writeConfiguration(
    folder,
    vendors.map((id) => simulators.vendor(id)),
  );
  const moments = createMoments(folder);
  const start = () => startCrossvault(['serve', '--config', configPath, '--listen', '127.0.0.1:0']);
  const storedAtKills: number[] = [];
  const stored = createCounter(configPath);
  const stretch = Math.floor((jobs * latestShare) / kills);
  try {
    while (storedAtKills.length < kills) {
      const server = start();
      const least = storedAtKills.length * stretch + random.integer(0, stretch - 1);
      const moment = random.chance(0.5) ? 'request' : 'write';
      const life = random.integer(1, longestLife);
      await Promise.race([moments.until(async () => least === 0 || (await stored.count()) >= least), server.ended]);
      moments.at(moment, life, () => server.child.kill('SIGKILL'));
      const code = await server.ended;
      if (code !== 'SIGKILL') throw new Error(`The server ended by itself with ${code}: ${server.said.err}`);
      storedAtKills.push(await stored.count());
    }
    const last = start();
    await Promise.race([last.output(/listening/), last.ended]);
    return await look({ configPath }, async (runtime) => {
      await moments.until(() => isWhole(runtime));
      last.child.kill('SIGTERM');
      const code = await last.ended;
      if (code !== 0) throw new Error(`The server ended with ${code}: ${last.said.err}`);
      const { store } = runtime;
      if (store === null) throw new Error('There is no store.');
      return {
        faults: await compareHistory(store, wholeTruth(simulators, before)),
        storedAtKills,
        jobs: (await store.info()).jobs,
      };
    });
  } finally {
    moments.close();
    await stored.close();
    await simulators.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Counts the stored jobs, over one open store; the file does not exist at first. */
function createCounter(configPath: string) {
  let runtime: Runtime | null = null;
  return {
    async count(): Promise<number> {
      if (runtime === null || runtime.store === null) {
        await runtime?.close();
        runtime = await openRuntime({ configPath });
      }
      return (await runtime.store?.info())?.jobs ?? 0;
    },
    close: async () => runtime?.close(),
  };
}

/** What had ended before that instant and is within the history. */
export function wholeTruth(simulators: Simulators, before: string): readonly TruthJob[] {
  const oldest = new Date(simulators.clock.now() - historyMs).toISOString();
  return simulators.truth().filter((job) => (job.startedAt ?? '') > oldest && (job.endedAt ?? '~') < before);
}

/** Reads the file as any other command does, also while another process has it open. */
export async function look<Result>(
  options: RuntimeOptions,
  read: (runtime: Runtime) => Promise<Result>,
): Promise<Result> {
  const runtime = await openRuntime(options);
  try {
    return await read(runtime);
  } finally {
    await runtime.close();
  }
}

export async function isWhole({ engine }: Runtime): Promise<boolean> {
  const states = [...((await engine.synchronizer?.states()) ?? new Map()).values()];
  return states.length === readableVendors.length && states.every(({ state }) => state === 'current');
}
