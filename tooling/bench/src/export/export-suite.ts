import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, single } from '../figures/figure.ts';
import type { Suite } from '../figures/suite.ts';
import { commandForm, markCurrent, startCommand, writeConfiguration } from '../processes/crossvault-process.ts';
import { parsePeak } from '../processes/peak-memory.ts';
import { fillStore } from '../store/fill-store.ts';
import { createSqliteBenchStore } from '../store/sqlite-bench-store.ts';

const mostBytes = 150e6;

interface Exported {
  readonly peakBytes: number;
  readonly jobsASecond: number;
}

/** `crossvault export` of the whole history as lines. */
async function exportAll(configPath: string, jobs: number): Promise<Exported> {
  const start = performance.now();
  const child = startCommand(['export', '--config', configPath]);
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
  return { peakBytes: parsePeak(shown), jobsASecond: lines / seconds };
}

export const exportSuite: Suite = {
  name: 'export',
  title: 'The peak memory of `crossvault export` of a tenth of a history and of all of it, in units of 150 MB.',
  isQuick: true,
  async run({ isQuick, jobs = isQuick ? 5_000 : 200_000, write }) {
    const folder = await mkdtemp(join(tmpdir(), 'crossvault-bench-'));
    try {
      const benchStore = createSqliteBenchStore(folder);
      const figures: Figure[] = [];
      let filled = 0;
      for (const size of [Math.ceil(jobs / 10), jobs]) {
        const store = await benchStore.open('full');
        await fillStore(store, { jobs: size, from: filled, mostMinutes: 40, write });
        await markCurrent(store);
        await store.close();
        filled = size;
        const configPath = await writeConfiguration(join(folder, 'export'), benchStore.address('full'));
        const { peakBytes, jobsASecond } = await exportAll(configPath, size);
        figures.push({
          name: `export of ${size.toLocaleString('en')} jobs, peak memory / 150 MB`,
          measured: `${(peakBytes / 1e6).toFixed(0)} MB (${commandForm}), ${Math.round(jobsASecond).toLocaleString('en')} jobs/s`,
          ratio: single(peakBytes / mostBytes),
          aim: { most: 1 },
        });
      }
      return figures;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
