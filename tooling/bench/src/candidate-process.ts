import { readFile } from 'node:fs/promises';
import { findCandidate } from './benchmark.ts';
import { findBenchmark } from './benchmarks.ts';
import { measure } from './measure.ts';

/** One round of one candidate, in this process: its arguments name the candidate, and its parent gets the measurement. */
const [benchmarkName = '', candidateName = '', inputFile = '', warmUps = '', samples = ''] = process.argv.slice(2);
const benchmark = findBenchmark(benchmarkName);
const work = await findCandidate(benchmark, candidateName).load(await readFile(inputFile));
const measurement = await measure(work, {
  expected: benchmark.expected,
  warmUps: Number(warmUps),
  samples: Number(samples),
  now: () => performance.now(),
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  held: () => process.memoryUsage.rss(),
  peak: () => process.resourceUsage().maxRSS * 1024,
});
process.send?.(measurement);
