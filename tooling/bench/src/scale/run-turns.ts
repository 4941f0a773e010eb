import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connector, silentLogger } from '@crossvault/core';
import { type ConnectionOptions, createEngine, type Engine } from '@crossvault/engine';
import { createRandom } from '@crossvault/simulators';
import { openSqliteStore } from '@crossvault/store';
import { createHeapClock } from './heap-clock.ts';
import { createMemoryQueue } from './memory-queue.ts';
import { createStoreOfMany } from './store-of-many.ts';
import { createStubVendors, type StubPlan } from './stub-vendors.ts';
import { createTurnRecord, type TurnFigures } from './turn-record.ts';

export interface TurnsPlan extends StubPlan {
  /** Processes that share the connections over a queue; 0: one process that has them all, as `serve` on a file does. */
  readonly workers: number;
  /** Turns that each of these workers takes at once. */
  readonly concurrency: number;
  /** The first reading of all connections; nothing of it is counted. */
  readonly warmUpMinutes: number;
  readonly minutes: number;
  write(line: string): void;
}

export interface TurnsReport extends TurnFigures {
  readonly cpuMicrosecondsATurn: number;
  readonly mostRequests: number;
  readonly heapMiB: number;
}

const minuteMs = 60_000;
const sayEveryMinutes = 10;

function watched({ name, connector, ...rest }: ConnectionOptions, onBegin: (name: string) => void): ConnectionOptions {
  if (connector === null || typeof connector === 'function') return { name, connector, ...rest };
  const watching: Connector = {
    ...connector,
    jobLists(call) {
      onBegin(name);
      return connector.jobLists(call);
    },
  };
  return { name, connector: watching, ...rest };
}

/** Syncs very many connections of stub vendors by a virtual clock, as fast as the processor allows. */
export async function runTurns(plan: TurnsPlan): Promise<TurnsReport> {
  const clock = createHeapClock('2026-03-02T00:00:00.000Z');
  const vendors = createStubVendors(clock, plan);
  const healthy = vendors.connections.map(({ name }) => name).filter((name) => !vendors.isHanging(name));
  const record = createTurnRecord(clock, healthy);
  const connections = vendors.connections.map((each) => watched(each, record.begin));
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-turns-'));
  const file = await openSqliteStore({ path: join(folder, 'rest.db'), logger: silentLogger });
  const store = createStoreOfMany(file, clock, record.end);
  const random = createRandom('turns');
  const open = (): Engine =>
    createEngine({
      connections,
      clock,
      logger: silentLogger,
      store,
      random: () => random.integer(0, 999_999) / 1_000_000,
    });
  try {
    if (plan.workers === 0) open().synchronizer?.start();
    const queue = createMemoryQueue(clock);
    for (let worker = 0; worker < plan.workers; worker += 1) await open().synchronizer?.share(queue, plan.concurrency);
    await passMinutes(plan.warmUpMinutes);
    record.reset();
    const before = process.cpuUsage();
    await passMinutes(plan.minutes);
    const { user, system } = process.cpuUsage(before);
    const figures = record.figures();
    globalThis.gc?.();
    return {
      ...figures,
      cpuMicrosecondsATurn: (user + system) / figures.turns,
      mostRequests: vendors.mostUnderWay,
      heapMiB: process.memoryUsage().heapUsed / 2 ** 20,
    };
  } finally {
    await file.close();
    await rm(folder, { recursive: true, force: true });
  }

  async function passMinutes(minutes: number): Promise<void> {
    const endMs = clock.monotonicMs() + minutes * minuteMs;
    while (clock.monotonicMs() < endMs) {
      await clock.runUntil(Math.min(endMs, clock.monotonicMs() + sayEveryMinutes * minuteMs));
      const { turns, lateMs, longestGapMs } = record.figures();
      const shown = `${turns} turns, p99 ${(lateMs.p99 / 1000).toFixed(1)} s late, longest gap ${(longestGapMs / 1000).toFixed(0)} s`;
      plan.write(`  ${(clock.monotonicMs() / minuteMs).toFixed(0)} minutes: ${shown}`);
    }
  }
}
