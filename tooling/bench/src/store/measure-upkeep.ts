import { once } from 'node:events';
import { join } from 'node:path';
import { median, summarizeRatios } from '../statistics.ts';
import type { BenchStore } from './bench-store.ts';
import { commandForm, markCurrent, startCommand, writeConfiguration } from './crossvault-process.ts';
import type { Figure } from './figure.ts';

/** `crossvault export` of the whole history as lines: how large its process grows. */
export async function measureExport(benchStore: BenchStore, folder: string, jobs: number): Promise<readonly Figure[]> {
  const store = await benchStore.open('full');
  await markCurrent(store);
  await store.close();
  const path = await writeConfiguration(join(folder, 'export'), benchStore.address('full'));
  const start = performance.now();
  const child = startCommand(['export', '--config', path]);
  let lines = 0;
  let shown = '';
  child.stdout?.on('data', (bytes: Buffer) => {
    for (const byte of bytes) if (byte === 0x0a) lines += 1;
  });
  child.stderr?.on('data', (bytes: Buffer) => {
    shown = `${shown}${bytes}`.slice(-2000);
  });
  await once(child, 'close');
  const seconds = (performance.now() - start) / 1000;
  if (lines < jobs) throw new Error(`The export has ${lines} of ${jobs} jobs: ${shown}`);
  const peakBytes = Number(/^peak (?<kibibytes>\d+)$/m.exec(shown)?.groups?.['kibibytes']) * 1024;
  const rate = Math.round(lines / seconds).toLocaleString('en');
  return [
    {
      name: 'export, peak memory in units of 150 MB',
      measured: `${(peakBytes / 1e6).toFixed(0)} MB (${commandForm}), ${rate} jobs/s`,
      ratio: peakBytes / 150e6,
      aim: { most: 1 },
    },
  ];
}

/** Opening, up to the first answer: the full store and an empty one in turns. */
export async function measureOpening(benchStore: BenchStore, turns: number): Promise<readonly Figure[]> {
  const timeOf = async (name: string): Promise<number> => {
    const start = performance.now();
    const store = await benchStore.open(name);
    await store.lastChange();
    const passed = performance.now() - start;
    await store.close();
    return passed;
  };
  await timeOf('empty');
  await timeOf('full');
  const times = { empty: [0], full: [0] };
  for (const values of Object.values(times)) values.pop();
  for (let turn = 0; turn < turns; turn += 1) {
    times.empty.push(await timeOf('empty'));
    times.full.push(await timeOf('full'));
  }
  return [
    {
      name: 'opening the full store / an empty one',
      measured: `${median(times.empty).toFixed(1)} to ${median(times.full).toFixed(1)} ms`,
      ratio: summarizeRatios(times.full, times.empty).median,
      aim: { most: 1.5 },
    },
  ];
}
