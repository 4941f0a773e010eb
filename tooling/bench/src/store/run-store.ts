import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Figure, isReached, toFigureTable } from './figure.ts';
import { fillStore } from './fill-store.ts';
import { measureDuringSync } from './measure-during-sync.ts';
import { measureReads } from './measure-reads.ts';
import { measureServe } from './measure-serve.ts';
import { measureExport, measureOpening } from './measure-upkeep.ts';
import { measureWrites } from './measure-writes.ts';
import type { Place } from './place.ts';
import { createPostgresPlace } from './postgres-place.ts';
import { createSqlitePlace } from './sqlite-place.ts';

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
  const place = engine === 'sqlite' ? createSqlitePlace(folder) : await createPostgresPlace(folder);
  try {
    const { jobs, figures } = await measure(place, folder, options);
    await mkdir(dirname(jsonFile), { recursive: true });
    const machine = { node: process.version, cores: availableParallelism() };
    const told = figures.map((figure) => ({ ...figure, reached: isReached(figure) }));
    await writeFile(
      jsonFile,
      `${JSON.stringify({ benchmark: 'store', engine, jobs, rounds, machine, figures: told }, null, 2)}\n`,
    );
    write(`\nstore on ${engine}, ${jobs.toLocaleString('en')} jobs\n\n${toFigureTable(figures)}\n`);
  } finally {
    await place.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  place: Place,
  folder: string,
  { jobs: wanted, mostMinutes, rounds, write }: StoreRunOptions,
): Promise<{ readonly jobs: number; readonly figures: readonly Figure[] }> {
  const figures: Figure[] = [];
  const add = (title: string, more: readonly Figure[]) => {
    figures.push(...more);
    write(`${place.engine}: ${title}\n${toFigureTable(more)}`);
  };
  add('writing', await measureWrites(place, rounds));
  write(`${place.engine}: filling`);
  const store = await place.open('full');
  try {
    const filled = await fillStore(store, { jobs: wanted, mostMinutes, write });
    const { jobs } = filled;
    add(`filled with ${jobs.toLocaleString('en')} jobs`, filled.figures);
    add('reading', await measureReads(store, jobs, rounds));
    add('opening', await measureOpening(place, rounds * 3));
    add('serving', await measureServe(place, folder, Math.min(rounds, 5)));
    add('exporting', await measureExport(place, folder, jobs));
    add('reading during a sync', await measureDuringSync(place, store, jobs, rounds));
    return { jobs, figures };
  } finally {
    await store.close();
  }
}
