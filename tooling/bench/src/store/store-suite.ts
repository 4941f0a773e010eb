import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, toFigureTable } from '../figures/figure.ts';
import type { Suite, SuiteOptions } from '../figures/suite.ts';
import type { BenchStore } from './bench-store.ts';
import { fillStore } from './fill-store.ts';
import { listCases, quickCases } from './list-cases.ts';
import { measureDuringSync } from './measure-during-sync.ts';
import { measureOpening } from './measure-opening.ts';
import { measureReads } from './measure-reads.ts';
import { measureServe } from './measure-serve.ts';
import { measureWrites } from './measure-writes.ts';
import { createPostgresBenchStore } from './postgres-bench-store.ts';
import { createSqliteBenchStore } from './sqlite-bench-store.ts';

export const engines = ['sqlite', 'postgres'] as const;

/** Filling ends then, with the jobs that are there. */
const mostMinutes = 20;

/** Everything about one engine, in one run and one folder that goes away afterwards. */
export const toStoreSuite = (engine: (typeof engines)[number]): Suite => ({
  name: `store-${engine}`,
  title: `Writing against a bare upsert of the same rows, filters against the first page, reading during a sync: ${engine}.`,
  // Starting a PostgreSQL takes longer than what would be measured.
  isQuick: engine === 'sqlite',
  async run(options) {
    const folder = await mkdtemp(join(tmpdir(), 'crossvault-bench-'));
    const benchStore = engine === 'sqlite' ? createSqliteBenchStore(folder) : await createPostgresBenchStore(folder);
    try {
      return await (options.isQuick ? measureQuickly(benchStore, options) : measureAll(benchStore, folder, options));
    } finally {
      await benchStore.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
});

async function measureQuickly(benchStore: BenchStore, { write }: SuiteOptions): Promise<readonly Figure[]> {
  const figures = [...(await measureWrites(benchStore, 2, 1_000))];
  const store = await benchStore.open('full');
  try {
    const { jobs } = await fillStore(store, { jobs: 4_000, mostMinutes, write });
    figures.push(...(await measureReads(store, { jobs, turns: 5, cases: quickCases(jobs) })));
    // How long the slowest of a hundred lists takes beside a sync is known only on a machine without other work.
    return figures;
  } finally {
    await store.close();
  }
}

async function measureAll(
  benchStore: BenchStore,
  folder: string,
  { jobs: wanted = 100_000, rounds = 7, write }: SuiteOptions,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const add = (title: string, more: readonly Figure[]) => {
    figures.push(...more);
    write(`${benchStore.engine}: ${title}\n${toFigureTable(more)}`);
  };
  add('writing', await measureWrites(benchStore, rounds, 5_000));
  write(`${benchStore.engine}: filling`);
  const store = await benchStore.open('full');
  try {
    const filled = await fillStore(store, { jobs: wanted, mostMinutes, write });
    const { jobs } = filled;
    add(`filled with ${jobs.toLocaleString('en')} jobs`, filled.figures);
    add('reading', await measureReads(store, { jobs, turns: rounds, cases: listCases(jobs) }));
    add('opening', await measureOpening(benchStore, rounds * 3));
    add('serving', await measureServe(benchStore, folder, Math.min(rounds, 5)));
    add('reading during a sync', await measureDuringSync(benchStore, store, { jobs, rounds, turnMs: 3_000 }));
    return figures;
  } finally {
    await store.close();
  }
}
