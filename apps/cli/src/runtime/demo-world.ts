import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer } from '@crossvault/api';
import { type Clock, CrossvaultError, toSentence } from '@crossvault/core';
import type { Engine } from '@crossvault/engine';
import { createLogger, openRuntime } from '@crossvault/runtime';
import { type Simulators, startSimulators, writeConfiguration } from '@crossvault/simulators';
import { toFileSearch } from '../options/file-search.ts';
import type { CommandIo } from '../output/command-io.ts';
import { claimFolder } from './claim-folder.ts';
import { writeDemoClock } from './demo-clock.ts';
import { demoSchedules } from './demo-schedules.ts';

/** Four simulated vendors whose plans run at their times, a store of their history, and the REST API over it. All of them use the simulators' clock. */
export interface DemoWorld {
  readonly simulators: Simulators;
  readonly engine: Engine;
  readonly configPath: string;
  /** Of the facade. */
  readonly url: string;
  close(): Promise<void>;
}

export interface DemoWorldOptions {
  readonly io: CommandIo;
  readonly fleet: { readonly jobs: number; readonly days: number; readonly seed: number };
  readonly listen: { readonly host: string; readonly port: number };
  /** Initial delay of the simulators' clock: jobs of that period are still to come. */
  readonly behindMs: number;
}

const folder = join('.crossvault', 'demo');

/** Replaces what an earlier demo left; a running demo is not touched. */
export async function openDemoWorld({ io, fleet, listen, behindMs }: DemoWorldOptions): Promise<DemoWorld> {
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closers.splice(0)) await end();
  };
  try {
    const own = await makeFolder(io.cwd);
    closers.unshift(own.release);
    const publishClock = (clock: Pick<Clock, 'now'>) => writable(() => writeDemoClock(own.path, clock));
    const { days, seed } = fleet;
    const schedules = demoSchedules(fleet, Date.now());
    const simulators = await startSimulators({ days, seed, schedules, running: true, onClockMoved: publishClock });
    closers.unshift(simulators.close);
    simulators.clock.move(-behindMs);
    await publishClock(simulators.clock);
    const configPath = await writable(() => writeConfiguration(own.path, Object.values(simulators.vendors)));
    const logger = createLogger({ level: 'error', destination: { write: (line) => io.stderr.write(line) } });
    const { clock } = simulators;
    const search = toFileSearch(io, { config: configPath });
    const { engine, close: closeRuntime } = await openRuntime({ ...search, clock, logger, keepHistory: true });
    closers.unshift(closeRuntime);
    const facade = await createServer({ engine, listen, logger, clock });
    closers.unshift(facade.close);
    return { simulators, engine, configPath, url: facade.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A separate folder for this demo: its simulators do not have the jobs of another demo's history. */
async function makeFolder(cwd: string) {
  return writable(async () => {
    const own = await claimFolder(join(cwd, folder));
    for (const ending of ['', '-wal', '-shm']) await rm(join(own.path, `crossvault.db${ending}`), { force: true });
    return own;
  });
}

async function writable<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (CrossvaultError.isInstance(error)) throw error;
    throw new CrossvaultError({
      code: 'configuration-unreadable',
      message: toSentence(
        `The demo cannot write its configuration: ${error instanceof Error ? error.message : String(error)}`,
      ),
      cause: error,
    });
  }
}
