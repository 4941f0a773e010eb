import { azureList } from './azure-list/benchmark.ts';
import type { Benchmark } from './benchmark.ts';
import { avepointList } from './vendor-lists/avepoint-list.ts';
import { veeamAzureList } from './vendor-lists/veeam-azure-list.ts';
import { vspcList } from './vendor-lists/vspc-list.ts';

/** Every benchmark there is. */
export const benchmarks: readonly Benchmark[] = [azureList, veeamAzureList, vspcList, avepointList];

export function findBenchmark(name: string): Benchmark {
  const benchmark = benchmarks.find((each) => each.name === name);
  if (benchmark !== undefined) return benchmark;
  throw new RangeError(`There is no benchmark ${name}; there are: ${benchmarks.map((each) => each.name).join(', ')}.`);
}
