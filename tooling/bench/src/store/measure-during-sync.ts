import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { PutObservation } from '@crossvault/core/store';
import type { OpenedStore } from '@crossvault/store';
import type { Figure } from '../figures/figure.ts';
import { median, quantile, summarizeRatios } from '../statistics.ts';
import type { BenchStore } from './bench-store.ts';
import { plainList } from './list-cases.ts';
import { makeBatches, newestMs } from './make-jobs.ts';

const everyMs = 10;

/** Pages asked for at fixed times, so that an answer that comes late makes the next ones late, too. Gives milliseconds from when each was due. */
async function readPages(store: OpenedStore, forMs: number): Promise<readonly number[]> {
  const times: number[] = [];
  const start = performance.now();
  for (let due = start; due < start + forMs; due += everyMs) {
    const wait = due - performance.now();
    if (wait > 0) await setTimeout(wait);
    const from = Math.max(due, wait > 0 ? performance.now() : due);
    await store.listJobs(plainList.criteria, plainList.request);
    times.push(performance.now() - from);
  }
  return times;
}

/** As many jobs as a vendor gives in one answer. */
const pageSize = 100;

/** A sync that brings pages of new jobs, so many a second at most. They were made before: making them is no vendor's work and not the store's. */
async function sync(
  store: OpenedStore,
  pages: readonly (readonly PutObservation[])[],
  jobsASecond: number,
  signal: AbortSignal,
): Promise<void> {
  let stored = 0;
  const start = performance.now();
  for (const page of pages) {
    if (signal.aborted) return;
    await store.putJobs(page);
    stored += page.length;
    const wait = start + (stored / jobsASecond) * 1000 - performance.now();
    if (wait > 0) await setTimeout(wait, undefined, { signal }).catch(() => undefined);
  }
}

/** More than are stored while pages are read. */
const makePages = (first: number, jobsASecond: number): readonly (readonly PutObservation[])[] =>
  makeBatches(first, first + Math.min(jobsASecond * 6, 30_000), new Date(newestMs).toISOString(), pageSize);

/** Runs a sync beside, while something is done: in this process as `serve` does on a file, in another as a worker does on PostgreSQL. */
async function besideSync<Result>(
  benchStore: BenchStore,
  store: OpenedStore,
  first: number,
  jobsASecond: number,
  run: () => Promise<Result>,
): Promise<Result> {
  const pages = makePages(first, jobsASecond);
  if (benchStore.engine === 'sqlite') {
    const ending = new AbortController();
    const running = sync(store, pages, jobsASecond, ending.signal);
    const result = await run();
    ending.abort();
    await running;
    return result;
  }
  const child = fork(new URL('sync-process.ts', import.meta.url), [
    benchStore.address('full'),
    String(first),
    String(jobsASecond),
  ]);
  await once(child, 'message');
  const result = await run();
  child.send('end');
  await once(child, 'close');
  return result;
}

const shares = [0.99, 0.9, 0.5] as const;

const loads = [
  { name: 'during a sync of 500 jobs/s / idle', jobsASecond: 500, aim: { most: 1.3 } },
  { name: 'during a backfill at full speed / idle', jobsASecond: 1_000_000, aim: { most: 2 } },
] as const;

export interface DuringSyncOptions {
  /** How many jobs are stored. */
  readonly jobs: number;
  readonly rounds: number;
  /** How long pages are read without a sync, and then with one. */
  readonly turnMs: number;
}

/** In turns: so long without a sync, so long with one. Beside the aim stands what a machine's other users disturb less. */
export async function measureDuringSync(
  benchStore: BenchStore,
  store: OpenedStore,
  { jobs, rounds, turnMs }: DuringSyncOptions,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  let first = jobs + 1_000_000;
  for (const { name, jobsASecond, aim } of loads) {
    const idle: (readonly number[])[] = [];
    const busy: (readonly number[])[] = [];
    for (let round = 0; round < rounds; round += 1) {
      idle.push(await readPages(store, turnMs));
      busy.push(await besideSync(benchStore, store, first, jobsASecond, () => readPages(store, turnMs)));
      first += 1_000_000;
    }
    for (const share of shares) {
      const [quiet, during] = [idle, busy].map((all) => all.map((times) => quantile(times, share)));
      if (quiet === undefined || during === undefined) continue;
      figures.push({
        name: `p${share * 100} of the list, ${name}`,
        measured: `${median(quiet).toFixed(2)} to ${median(during).toFixed(2)} ms`,
        ratio: summarizeRatios(during, quiet),
        aim: share === 0.99 ? aim : null,
      });
    }
  }
  return figures;
}

export { makePages, sync };
