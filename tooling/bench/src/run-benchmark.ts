import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark } from './benchmark.ts';
import { measureApart } from './measure-apart.ts';
import { type Rounds, runRounds } from './run-rounds.ts';

export interface RunOptions {
  /** How often every candidate has its turn. */
  readonly rounds: number;
  /** How often the work is done in one turn before it counts, and how often it counts then. */
  readonly warmUps: number;
  readonly samples: number;
  /** How many things the input has. */
  readonly things: number;
}

/** Makes the input once, gives the candidates their turns, and takes the input away again. */
export async function runBenchmark(benchmark: Benchmark, options: RunOptions): Promise<Rounds> {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-bench-'));
  try {
    const inputFile = join(folder, 'input');
    await writeFile(inputFile, await benchmark.makeInput(options.things));
    const { warmUps, samples, things } = options;
    const names = benchmark.candidates.map(({ name }) => name);
    return await runRounds(names, options.rounds, (candidate) =>
      measureApart({ benchmark: benchmark.name, candidate, inputFile, warmUps, samples, things }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
