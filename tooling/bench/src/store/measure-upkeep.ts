import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { median, summarizeRatios } from '../statistics.ts';
import type { Figure } from './figure.ts';
import type { Place } from './place.ts';

const exportedSchema = z.object({
  jobs: z.number(),
  seconds: z.number(),
  heldBytes: z.number(),
  peakBytes: z.number(),
});

/** The whole history as lines, in a process of its own. */
export async function measureExport(place: Place, jobs: number): Promise<readonly Figure[]> {
  const child = fork(new URL('export-process.ts', import.meta.url), [place.address('full')]);
  let told: unknown = null;
  child.on('message', (message) => {
    told = message;
  });
  await once(child, 'close');
  const exported = exportedSchema.parse(told);
  if (exported.jobs < jobs) throw new Error(`The export has ${exported.jobs} of ${jobs} jobs.`);
  const mebibytes = exported.peakBytes / 2 ** 20;
  const rate = Math.round(exported.jobs / exported.seconds).toLocaleString('en');
  return [
    {
      name: 'export, peak memory in units of 150 MB',
      measured: `${mebibytes.toFixed(0)} MiB (${(exported.heldBytes / 2 ** 20).toFixed(0)} before), ${rate} jobs/s`,
      ratio: exported.peakBytes / 150e6,
      aim: { most: 1 },
    },
  ];
}

/** Opening, up to the first answer: the full store and an empty one in turns. */
export async function measureOpening(place: Place, turns: number): Promise<readonly Figure[]> {
  const timeOf = async (name: string): Promise<number> => {
    const start = performance.now();
    const store = await place.open(name);
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
