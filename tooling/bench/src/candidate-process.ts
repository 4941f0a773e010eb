import { readFile } from 'node:fs/promises';
import { findCandidate } from './benchmark.ts';
import { findBenchmark } from './benchmarks.ts';
import { measure } from './measure.ts';
import { readPeakBytes } from './processes/peak-memory.ts';

/** One round of one candidate, in this process: its arguments name the candidate, and its parent gets the measurement. */
const [benchmarkName = '', candidateName = '', inputFile = '', ...counts] = process.argv.slice(2);
const [warmUps = 0, samples = 0, things = 0] = counts.map(Number);
const benchmark = findBenchmark(benchmarkName);
const work = await findCandidate(benchmark, candidateName).load(await readFile(inputFile));
const measurement = await measure(work, {
  expected: things,
  warmUps,
  samples,
  now: () => performance.now(),
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  held: () => process.memoryUsage.rss(),
  peak: readPeakBytes,
});
process.send?.(measurement);
