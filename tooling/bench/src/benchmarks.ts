import { azureList } from './azure-list/benchmark.ts';
import type { Benchmark } from './benchmark.ts';

/** Every benchmark there is. */
export const benchmarks: readonly Benchmark[] = [azureList];

export function findBenchmark(name: string): Benchmark {
  const benchmark = benchmarks.find((each) => each.name === name);
  if (benchmark !== undefined) return benchmark;
  throw new RangeError(`There is no benchmark ${name}; there are: ${benchmarks.map((each) => each.name).join(', ')}.`);
}
