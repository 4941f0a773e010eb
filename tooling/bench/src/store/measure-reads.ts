import { toJobId } from '@crossvault/core';
import type { OpenedStore } from '@crossvault/store';
import type { Figure } from '../figures/figure.ts';
import { median, type Summary, summarizeRatios } from '../statistics.ts';
import { type ListCase, plainList } from './list-cases.ts';
import { makeObservation, newestMs, startOf } from './make-jobs.ts';

/**
 * A page of a case and the first page in turns. A turn counts by its best time: other load on the machine only
 * ever adds to a time. The ratio is the median of the turns' ratios.
 */
async function compare(
  store: OpenedStore,
  each: ListCase,
  turns: number,
): Promise<{ ms: number; ratio: Summary; rows: number }> {
  const timeOf = async ({ criteria, request }: ListCase): Promise<readonly [number, number]> => {
    const start = performance.now();
    const rows = await store.listJobs(criteria, request);
    return [performance.now() - start, rows.length];
  };
  const [, rows] = await timeOf(each);
  const slow = (await timeOf(each))[0] > 200;
  const times = { own: [0], first: [0] };
  for (const values of Object.values(times)) values.pop();
  for (let turn = 0; turn < (slow ? 3 : turns); turn += 1) {
    const [own, first] = [[0], [0]];
    for (let time = 0; time < (slow ? 1 : 10); time += 1) own[time] = (await timeOf(each))[0];
    for (let time = 0; time < 10; time += 1) first[time] = (await timeOf(plainList))[0];
    times.own.push(Math.min(...own));
    times.first.push(Math.min(...first));
  }
  return { ms: median(times.own), ratio: summarizeRatios(times.own, times.first), rows };
}

export interface ReadOptions {
  /** How many jobs are stored. */
  readonly jobs: number;
  readonly turns: number;
  readonly cases: readonly ListCase[];
}

export async function measureReads(
  store: OpenedStore,
  { jobs, turns, cases }: ReadOptions,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const add = async (each: ListCase, aim: Figure['aim']) => {
    const { ms, ratio, rows } = await compare(store, each, turns);
    figures.push({ name: each.name, measured: `${ms.toFixed(2)} ms, ${rows} rows`, ratio, aim });
  };
  await add(plainList, null);
  const depth = Math.floor(jobs / 2);
  const { connection, nativeId } = makeObservation(depth, new Date(newestMs).toISOString()).record.job;
  const after = { startedAt: startOf(depth), id: toJobId(connection, [nativeId]) };
  const request = { ...plainList.request, after };
  await add({ ...plainList, name: `page at depth ${depth.toLocaleString('en')}`, request }, { most: 1.5 });
  for (const each of cases) await add(each, each.hasAim ? { most: 3 } : null);
  return figures;
}
