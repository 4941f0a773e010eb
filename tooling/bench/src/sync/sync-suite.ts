import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Simulators, startSimulators, writeConfiguration } from '@crossvault/simulators';
import { z } from 'zod';
import type { Figure } from '../figures/figure.ts';
import type { Suite, SuiteOptions } from '../figures/suite.ts';
import { nextMessage } from '../processes/next-message.ts';
import { median, summarize, summarizeRatios } from '../statistics.ts';
import { createSqliteBenchStore } from '../store/sqlite-bench-store.ts';

/** The aims, in microseconds of processor time a job. */
const mostMicroseconds = { first: 300, again: 60 } as const;

/** As many rows as a page of a vendor has. */
const pageSize = 200;

const syncedSchema = z.object({ processorMs: z.number(), wallMs: z.number(), lastChange: z.string() });
const bareSchema = z.object({ processorMs: z.number() });

/** One round: everything once, each in a process of its own, over a new store. */
interface Round {
  readonly jobs: number;
  /** Microseconds of processor time a job. */
  readonly first: number;
  readonly again: number;
  readonly bare: number;
  readonly bareIndexed: number;
}

const run = (module: string, args: readonly string[]): ChildProcess => fork(new URL(module, import.meta.url), args);

async function report<Content>(child: ChildProcess, schema: z.ZodType<Content>): Promise<Content> {
  const closed = once(child, 'close');
  const message = await nextMessage(child);
  await closed;
  return schema.parse(message);
}

/** What the vendor answered, as texts of a page each; and how many jobs there are. */
async function readPages(folder: string): Promise<readonly string[]> {
  const store = await createSqliteBenchStore(folder).open('crossvault');
  const everything = { query: {}, since: null, startedAfter: null, startedBefore: null, words: [] };
  const pages: unknown[][] = [];
  for await (const { raw } of store.exportJobs(everything, {
    sort: '-startedAt',
    include: { tasks: false, raw: true },
  })) {
    const page = pages.at(-1);
    if (page === undefined || page.length === pageSize) pages.push([raw?.list ?? raw]);
    else page.push(raw?.list ?? raw);
  }
  await store.close();
  return pages.map((page) => JSON.stringify(page));
}

/** Lists without a state are read again from their beginning: that costs requests, and no row is another one. */
function forgetSyncStates(path: string): void {
  const file = new DatabaseSync(path);
  file.exec('delete from sync_states');
  file.close();
}

async function measureRound(simulators: Simulators, folder: string): Promise<Round> {
  const configPath = await writeConfiguration(folder, [simulators.vendor('azure-backup')]);
  const first = await report(run('sync-process.ts', [configPath]), syncedSchema);
  forgetSyncStates(createSqliteBenchStore(folder).address('crossvault'));
  const again = await report(run('sync-process.ts', [configPath]), syncedSchema);
  if (again.lastChange !== first.lastChange) throw new Error('Jobs have changed between the two syncs.');
  const pages = await readPages(folder);
  const jobs = pages.reduce((sum, page) => sum + z.array(z.unknown()).parse(JSON.parse(page)).length, 0);
  const pagesFile = join(folder, 'pages.json');
  await writeFile(pagesFile, JSON.stringify(pages));
  const bare = await report(run('bare-sync-process.ts', [folder, pagesFile, 'plain', 'plain']), bareSchema);
  const indexed = await report(run('bare-sync-process.ts', [folder, pagesFile, 'same', 'same']), bareSchema);
  const toMicroseconds = ({ processorMs }: { readonly processorMs: number }) => (processorMs * 1000) / jobs;
  return {
    jobs,
    first: toMicroseconds(first),
    again: toMicroseconds(again),
    bare: toMicroseconds(bare),
    bareIndexed: toMicroseconds(indexed),
  };
}

/** What each sync costs, as multiples of its aim and of the least that it can cost. */
export function toSyncFigures(rounds: readonly Round[]): readonly Figure[] {
  const all = (key: keyof Round) => rounds.map((round) => round[key]);
  const shown = (key: keyof Round) => `${Math.round(median(all(key)))} µs a job`;
  const titles = { first: 'first sync', again: 'the same jobs again, unchanged' } as const;
  const jobs = Math.round(median(all('jobs'))).toLocaleString('en');
  return (['first', 'again'] as const).flatMap((key): readonly Figure[] => [
    {
      name: `${titles[key]}, processor time / ${mostMicroseconds[key]} µs a job`,
      measured: `${shown(key)}, ${jobs} jobs`,
      ratio: summarize(all(key).map((microseconds) => microseconds / mostMicroseconds[key])),
      aim: { most: 1 },
      better: null,
    },
    {
      name: `${titles[key]} / JSON.parse and a bare upsert`,
      measured: `${shown(key)} to ${shown('bare')}`,
      ratio: summarizeRatios(all(key), all('bare')),
      aim: null,
      better: 'lower',
    },
    {
      name: `${titles[key]} / JSON.parse and a bare upsert with the same indexes`,
      measured: `${shown(key)} to ${shown('bareIndexed')}`,
      ratio: summarizeRatios(all(key), all('bareIndexed')),
      aim: null,
    },
  ]);
}

async function measureSync({ isQuick, rounds, jobs, write }: SuiteOptions, folder: string): Promise<readonly Figure[]> {
  const simulators = await startSimulators({
    vendors: ['azure-backup'],
    jobs: jobs ?? (isQuick ? 2_000 : 20_000),
    days: 80,
    // Its time is the syncing process's; it stands still, so that the two syncs meet the same jobs.
    start: new Date().toISOString(),
  });
  try {
    const measured: Round[] = [];
    while (measured.length < (rounds ?? (isQuick ? 1 : 3))) {
      measured.push(await measureRound(simulators, join(folder, String(measured.length))));
      write(`round ${measured.length} done`);
    }
    return toSyncFigures(measured);
  } finally {
    await simulators.close();
  }
}

export const syncSuite: Suite = {
  name: 'sync',
  title:
    'Processor time of a sync of simulated Azure jobs, against parsing and storing the same rows without Crossvault.',
  isQuick: true,
  async run(options) {
    const folder = await mkdtemp(join(tmpdir(), 'crossvault-bench-'));
    try {
      return await measureSync(options, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
