import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BenchStore } from './bench-store.ts';
import { type Figure, isReached, toFigureTable } from './figure.ts';
import { fillStore } from './fill-store.ts';
import { measureDuringSync } from './measure-during-sync.ts';
import { measureReads } from './measure-reads.ts';
import { measureServe } from './measure-serve.ts';
import { measureExport, measureOpening } from './measure-upkeep.ts';
import { measureWrites } from './measure-writes.ts';
import { createPostgresBenchStore } from './postgres-bench-store.ts';
import { createSqliteBenchStore } from './sqlite-bench-store.ts';

export const engines = ['sqlite', 'postgres'] as const;

export interface StoreRunOptions {
  readonly engine: (typeof engines)[number];
  /** How many jobs the full store gets. */
  readonly jobs: number;
  /** How long filling it may take. */
  readonly mostMinutes: number;
  readonly rounds: number;
  readonly jsonFile: string;
  write(text: string): void;
}

/** Everything about one engine, in one run and one folder that goes away afterwards. */
export async function runStore(options: StoreRunOptions): Promise<void> {
  const { engine, rounds, jsonFile, write } = options;
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-bench-'));
  const benchStore = engine === 'sqlite' ? createSqliteBenchStore(folder) : await createPostgresBenchStore(folder);
  try {
    const { jobs, figures } = await measure(benchStore, folder, options);
    await mkdir(dirname(jsonFile), { recursive: true });
    const machine = { node: process.version, cores: availableParallelism() };
    const shown = figures.map((figure) => ({ ...figure, reached: isReached(figure) }));
    await writeFile(
      jsonFile,
      `${JSON.stringify({ benchmark: 'store', engine, jobs, rounds, machine, figures: shown }, null, 2)}\n`,
    );
    write(`\nstore on ${engine}, ${jobs.toLocaleString('en')} jobs\n\n${toFigureTable(figures)}\n`);
  } finally {
    await benchStore.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  benchStore: BenchStore,
  folder: string,
  { jobs: wanted, mostMinutes, rounds, write }: StoreRunOptions,
): Promise<{ readonly jobs: number; readonly figures: readonly Figure[] }> {
  const figures: Figure[] = [];
  const add = (title: string, more: readonly Figure[]) => {
    figures.push(...more);
    write(`${benchStore.engine}: ${title}\n${toFigureTable(more)}`);
  };
  add('writing', await measureWrites(benchStore, rounds));
  write(`${benchStore.engine}: filling`);
  const store = await benchStore.open('full');
  try {
    const filled = await fillStore(store, { jobs: wanted, mostMinutes, write });
    const { jobs } = filled;
    add(`filled with ${jobs.toLocaleString('en')} jobs`, filled.figures);
    add('reading', await measureReads(store, jobs, rounds));
    add('opening', await measureOpening(benchStore, rounds * 3));
    add('serving', await measureServe(benchStore, folder, Math.min(rounds, 5)));
    add('exporting', await measureExport(benchStore, folder, jobs));
    add('reading during a sync', await measureDuringSync(benchStore, store, jobs, rounds));
    return { jobs, figures };
  } finally {
    await store.close();
  }
}
