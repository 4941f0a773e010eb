import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenedStore } from '@crossvault/store';
import { createPostgresBenchStore } from '../store/postgres-bench-store.ts';
import { createSqliteBenchStore } from '../store/sqlite-bench-store.ts';
import type { engines } from '../store/store-suite.ts';
import { makeHistoryObservation } from './make-history.ts';
import { firstPage, type Question, questions } from './questions.ts';

const batchSize = 1_000;
/** A page within this multiple of the first page is as fast as it should be. */
const mostRatio = 3;

interface Run {
  readonly jobs: number;
  readonly engine: (typeof engines)[number];
  write(line: string): void;
}

interface Measured {
  readonly name: string;
  readonly ms: number;
  readonly rows: number;
  readonly ratio: number;
}

/** Asks every question of a store with a skewed history, and compares it with the first page without a filter. */
export async function runStoreQuestions({ jobs, engine, write }: Run): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-bench-'));
  const database = engine === 'sqlite' ? createSqliteBenchStore(folder) : await createPostgresBenchStore(folder);
  try {
    const store = await database.open('questions');
    const startMs = performance.now();
    await fill(store, jobs);
    // As autovacuum does within a minute of a backfill: without statistics PostgreSQL plans for an empty table.
    await store.vacuum();
    const { sizeBytes } = await store.info();
    const rate = Math.round(jobs / ((performance.now() - startMs) / 1000));
    write(`${engine}: ${jobs} jobs, ${rate} a second, ${(sizeBytes / 2 ** 20).toFixed(0)} MiB`);
    await measureQuestions(store, jobs, write);
    await store.close();
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(store: OpenedStore, jobs: number): Promise<void> {
  for (let first = 0; first < jobs; first += batchSize) {
    const length = Math.min(batchSize, jobs - first);
    await store.putJobs(Array.from({ length }, (_, offset) => makeHistoryObservation(first + offset)));
  }
}

async function timeOf(store: OpenedStore, { criteria, request }: Question): Promise<readonly [number, number]> {
  const startMs = performance.now();
  const rows = await store.listJobs(criteria, request);
  return [performance.now() - startMs, rows.length];
}

async function measureQuestions(store: OpenedStore, jobs: number, write: (line: string) => void): Promise<void> {
  for (let time = 0; time < 100; time += 1) await timeOf(store, firstPage);
  const measured: Measured[] = [];
  for (const question of questions(jobs)) measured.push(await measure(store, question));
  const slow = measured.filter(({ ratio }) => ratio > mostRatio);
  for (const { name, ms, rows, ratio } of measured) {
    write(`${ratio.toFixed(1).padStart(7)}  ${ms.toFixed(2).padStart(8)} ms ${String(rows).padStart(3)} rows  ${name}`);
  }
  write(`${slow.length} of ${measured.length} take more than ${mostRatio} times the first page:`);
  for (const { name, ratio } of slow.toSorted((one, other) => other.ratio - one.ratio)) {
    write(`${ratio.toFixed(1).padStart(7)}  ${name}`);
  }
}

/** In turns with the first page; the best time of each counts, since other load on the machine only ever adds to it. */
async function measure(store: OpenedStore, question: Question): Promise<Measured> {
  const [, rows] = await timeOf(store, question);
  const [warmMs] = await timeOf(store, question);
  const own: number[] = [];
  const first: number[] = [];
  for (let turn = 0; turn < (warmMs > 50 ? 5 : 12); turn += 1) {
    own.push((await timeOf(store, question))[0]);
    first.push((await timeOf(store, firstPage))[0]);
  }
  const [ms, firstMs] = [Math.min(...own), Math.min(...first)];
  return { name: question.name, ms, rows, ratio: ms / firstMs };
}
