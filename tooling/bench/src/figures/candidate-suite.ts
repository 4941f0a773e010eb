import type { Benchmark } from '../benchmark.ts';
import { toReport, toTable } from '../report.ts';
import { runBenchmark } from '../run-benchmark.ts';
import type { Rounds } from '../run-rounds.ts';
import { median, summarizeRatios } from '../statistics.ts';
import type { Figure } from './figure.ts';
import type { Suite } from './suite.ts';

const cpuOf = (rounds: Rounds, name: string): readonly number[] => {
  const measurements = rounds.get(name);
  if (measurements === undefined) throw new RangeError(`There is no candidate ${name}.`);
  return measurements.map(({ cpuMs }) => cpuMs);
};

/** Processor time of the pairs that have an aim, and of every other candidate as a multiple of the baseline's. */
export function toCandidateFigures({ aims, candidates }: Pick<Benchmark, 'aims' | 'candidates'>, rounds: Rounds) {
  const [baseline, ...others] = candidates.map(({ name }) => name);
  const pairs = [
    ...aims.map(({ candidate, against, most }) => ({ candidate, against, aim: { most } })),
    ...others
      .filter((name) => !aims.some(({ candidate, against }) => candidate === name && against === baseline))
      .map((candidate) => ({ candidate, against: baseline ?? candidate, aim: null })),
  ];
  return pairs.map(({ candidate, against, aim }): Figure => {
    const [own, other] = [cpuOf(rounds, candidate), cpuOf(rounds, against)];
    return {
      name: `${candidate} / ${against}, processor time`,
      measured: `${median(own).toFixed(1)} to ${median(other).toFixed(1)} ms`,
      ratio: summarizeRatios(own, other),
      aim,
    };
  });
}

/** A comparison of candidates as a benchmark among the others. */
export const toCandidateSuite = (benchmark: Benchmark): Suite => ({
  name: benchmark.name,
  title: benchmark.title,
  isQuick: true,
  async run({ isQuick, rounds = isQuick ? 1 : 7, jobs = isQuick ? 1_000 : 10_000, write }) {
    const turns = isQuick ? { warmUps: 12, samples: 12 } : { warmUps: 12, samples: 15 };
    const measured = await runBenchmark(benchmark, { rounds, things: jobs, ...turns });
    write(toTable(toReport(measured)));
    return toCandidateFigures(benchmark, measured);
  },
});
