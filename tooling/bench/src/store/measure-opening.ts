import type { Figure } from '../figures/figure.ts';
import { median, summarizeRatios } from '../statistics.ts';
import type { BenchStore } from './bench-store.ts';

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
      ratio: summarizeRatios(times.full, times.empty),
      aim: { most: 1.5 },
    },
  ];
}
