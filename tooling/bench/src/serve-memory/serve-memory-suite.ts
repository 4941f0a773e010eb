import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Simulators, startSimulators, VENDOR_IDS, writeConfiguration } from '@crossvault/simulators';
import { z } from 'zod';
import { type Figure, single } from '../figures/figure.ts';
import type { Suite, SuiteOptions } from '../figures/suite.ts';
import { nextMessage } from '../processes/next-message.ts';
import { median } from '../statistics.ts';

/** An hour of the simulated time, and how many times faster than real it passes. */
const hourMs = 3_600_000;
const scale = 20;
/** How often the memory is looked at, and how many lists are asked for before the next look. */
const looks = 60;
const listsALook = 60;

const startedSchema = z.object({ url: z.string(), nowMs: z.number() });

type Started = z.infer<typeof startedSchema>;
const memorySchema = z.object({ residentBytes: z.number(), heapBytes: z.number() });

type Memory = z.infer<typeof memorySchema>;

const paths = [
  '/v1/jobs?limit=50',
  '/v1/jobs?limit=50&status=failed',
  '/v1/jobs?limit=200',
  '/v1/jobs?limit=50&q=srv',
  '/v1/summary?since=24h',
  '/v1/connections',
];

async function ask(url: string, path: string, mustSucceed: boolean): Promise<void> {
  const response = await fetch(`${url}${path}`);
  const body = await response.text();
  if (!response.ok && mustSucceed)
    throw new Error(`${path} was answered with ${response.status}: ${body.slice(0, 500)}`);
}

/** An hour of syncs and lists. Answers the memory of each look. */
async function serveAnHour(child: ChildProcess, { url, nowMs }: Started, simulators: Simulators) {
  const memories: Memory[] = [];
  const beganMs = performance.now();
  for (let look = 1; look <= looks; look += 1) {
    for (let list = 0; list < listsALook; list += 1) {
      // Until its history is stored a connection is read live, and a deadline of this clock is short.
      await ask(url, paths[list % paths.length] ?? '/v1/jobs', look > looks / 6);
      const aheadMs = nowMs + (performance.now() - beganMs) * scale - simulators.clock.now();
      if (aheadMs > 0) simulators.clock.move(aheadMs);
    }
    child.send('memory');
    memories.push(memorySchema.parse(await nextMessage(child)));
    const waitMs = beganMs + (look * hourMs) / looks / scale - performance.now();
    if (waitMs > 0) await setTimeout(waitMs);
  }
  return memories;
}

/** The last sixth of the hour against the second one: in the first, everything is read and compiled. */
export function toMemoryFigures(memories: readonly Memory[]): readonly Figure[] {
  const sixth = Math.floor(memories.length / 6);
  const [early, late] = [memories.slice(sixth, 2 * sixth), memories.slice(-sixth)];
  const toFigure = (name: string, key: keyof Memory): Figure => {
    const [before, after] = [early, late].map((all) => median(all.map((memory) => memory[key])));
    const shown = [before, after].map((bytes = Number.NaN) => `${(bytes / 1e6).toFixed(0)} MB`).join(' to ');
    return { name, measured: shown, ratio: single((after ?? Number.NaN) / (before ?? 0)), aim: { most: 1.1 } };
  };
  return [
    toFigure('memory of serve, the last ten minutes of an hour / the second ten', 'residentBytes'),
    toFigure('its heap after a collection, likewise', 'heapBytes'),
  ];
}

async function measureServe({ write }: SuiteOptions, folder: string): Promise<readonly Figure[]> {
  const startMs = Date.parse('2026-03-02T12:00:00Z');
  const simulators = await startSimulators({
    vendors: VENDOR_IDS,
    start: new Date(startMs).toISOString(),
    // It also runs by itself: what waits for it ends when the simulators do.
    running: true,
  });
  const vendors = VENDOR_IDS.map((id) => simulators.vendor(id));
  const configPath = await writeConfiguration(join(folder, 'serve'), vendors);
  const args = [configPath, String(startMs), String(scale)];
  const child = fork(new URL('serve-process.ts', import.meta.url), args, { execArgv: ['--expose-gc'] });
  try {
    const memories = await serveAnHour(child, startedSchema.parse(await nextMessage(child)), simulators);
    write(`MB, minute by minute: ${memories.map(({ residentBytes }) => Math.round(residentBytes / 1e6)).join(' ')}`);
    return toMemoryFigures(memories);
  } finally {
    if (child.connected) {
      const closed = once(child, 'close');
      child.disconnect();
      await closed;
    }
    await simulators.close();
  }
}

export const serveMemorySuite: Suite = {
  name: 'serve-memory',
  title:
    'The memory of `serve` over an hour of simulated syncs and 3,600 requests, on a clock that runs 20 times faster.',
  // Within seconds memory only grows: nothing could be compared.
  isQuick: false,
  async run(options) {
    const folder = await mkdtemp(join(tmpdir(), 'crossvault-bench-'));
    try {
      return await measureServe(options, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
