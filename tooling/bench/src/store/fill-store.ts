import type { OpenedStore } from '@crossvault/store';
import { type Figure, single } from '../figures/figure.ts';
import { type Fleet, makeBatch, newestMs } from './make-jobs.ts';

const part = 10_000;
const batchSize = 1_000;

export interface FillOptions {
  /** How many jobs the store holds in the end, and the number of the first one that it lacks. */
  readonly jobs: number;
  /** @default 0 */
  readonly from?: number;
  /** @default fifty connections of four vendors */
  readonly fleet?: Fleet;
  /** It ends after so long, with the jobs that are there by then. */
  readonly mostMinutes: number;
  write(text: string): void;
}

/**
 * Fills an empty store through `putJobs`, newest first as a backfill does, and returns the speed at the beginning and
 * in the end.
 */
export async function fillStore(
  store: OpenedStore,
  { jobs: wanted, from: begin = 0, mostMinutes, fleet, write }: FillOptions,
): Promise<{ readonly jobs: number; readonly figures: readonly Figure[] }> {
  const rates: number[] = [];
  const endsMs = performance.now() + mostMinutes * 60_000;
  let jobs = begin;
  for (let from = begin; from < wanted && performance.now() < endsMs; from += part) {
    const start = performance.now();
    const to = Math.min(wanted, from + part);
    // The next batch is made while one is written.
    let writing: Promise<unknown> = Promise.resolve();
    for (let first = from; first < to; first += batchSize) {
      const batch = makeBatch(first, Math.min(to, first + batchSize), new Date(newestMs).toISOString(), fleet);
      await writing;
      writing = store.putJobs(batch);
    }
    await writing;
    rates.push(((to - from) / (performance.now() - start)) * 1000);
    jobs = to;
    if ((from / part) % 10 === 9) write(`  ${from + part} jobs, ${Math.round(rates.at(-1) ?? 0)} a second`);
  }
  const tenth = Math.max(1, Math.floor(rates.length / 10));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [first, last] = [mean(rates.slice(0, tenth)), mean(rates.slice(-tenth))];
  const { sizeBytes } = await store.info();
  const figures = [
    {
      name: 'filling: the last tenth / the first tenth',
      measured: `${Math.round(first).toLocaleString('en')} to ${Math.round(last).toLocaleString('en')} jobs/s`,
      ratio: single(last / first),
      aim: null,
    },
    {
      name: 'on disk',
      measured: `${(sizeBytes / 2 ** 20).toFixed(0)} MiB, ${Math.round(sizeBytes / jobs)} bytes a job`,
      ratio: null,
      aim: null,
    },
  ];
  return { jobs, figures };
}
