import type { OpenedStore } from '@crossvault/store';
import type { Figure } from '../figures/figure.ts';
import { median, summarizeRatios } from '../statistics.ts';
import type { BareRow, BenchStore } from './bench-store.ts';
import { makeBatches, newestMs } from './make-jobs.ts';

const batchSize = 500;

const secondsOf = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
};

const toBatches = (rows: readonly BareRow[]): readonly (readonly BareRow[])[] =>
  Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, index) =>
    rows.slice(index * batchSize, (index + 1) * batchSize),
  );

async function putAll(store: OpenedStore, batches: ReturnType<typeof makeBatches>, outcome: string): Promise<void> {
  for (const batch of batches) {
    const { outcomes } = await store.putJobs(batch);
    if (outcomes.some((each) => each.outcome !== outcome)) throw new Error(`Not every job of a batch was ${outcome}.`);
  }
}

/** The same rows through the store and without it, in turns, into tables that were empty at the beginning. */
export async function measureWrites(benchStore: BenchStore, rounds: number, chunk: number): Promise<readonly Figure[]> {
  const store = await benchStore.open('writes');
  const [same, plain] = [
    await benchStore.openBare('bare_same', 'same'),
    await benchStore.openBare('bare_plain', 'plain'),
  ];
  const rates = { ours: [0], same: [0], plain: [0], unchanged: [0] };
  for (const values of Object.values(rates)) values.pop();
  // The first round warms everything up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    const [from, to] = [round * chunk, (round + 1) * chunk];
    const [news, again] = [newestMs, newestMs + 60_000].map((ms) => makeBatches(from, to, new Date(ms).toISOString()));
    const ours = await secondsOf(() => putAll(store, news ?? [], 'new'));
    const unchanged = await secondsOf(() => putAll(store, again ?? [], 'unchanged'));
    const rows = toBatches(await benchStore.readRows('writes', chunk));
    const [first, second] = round % 2 === 0 ? [same, plain] : [plain, same];
    const write = async (writer: typeof same) => {
      for (const batch of rows) await writer.upsert(batch);
    };
    const bare = new Map([[first, await secondsOf(() => write(first))]]);
    bare.set(second, await secondsOf(() => write(second)));
    if (round === 0) continue;
    rates.ours.push(chunk / ours);
    rates.unchanged.push(chunk / unchanged);
    rates.same.push(chunk / (bare.get(same) ?? Number.NaN));
    rates.plain.push(chunk / (bare.get(plain) ?? Number.NaN));
  }
  await Promise.all([store.close(), same.close(), plain.close()]);
  const shown = (values: readonly number[]) => `${Math.round(median(values)).toLocaleString('en')} rows/s`;
  return [
    { name: 'bare upsert, the same tables and indexes', measured: shown(rates.same), ratio: null, aim: null },
    { name: 'bare upsert, no secondary index', measured: shown(rates.plain), ratio: null, aim: null },
    {
      name: 'putJobs, new / bare with the same indexes',
      measured: shown(rates.ours),
      ratio: summarizeRatios(rates.ours, rates.same),
      aim: { least: 0.4 },
    },
    {
      name: 'putJobs, new / bare without indexes',
      measured: shown(rates.ours),
      ratio: summarizeRatios(rates.ours, rates.plain),
      aim: null,
    },
    {
      name: 'putJobs, unchanged / new',
      measured: shown(rates.unchanged),
      ratio: summarizeRatios(rates.unchanged, rates.ours),
      aim: { least: 3 },
    },
  ];
}
