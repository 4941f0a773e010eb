import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { createPostgresBenchStore } from '../../store/postgres-bench-store.ts';
import { fillDocuments, fillJobs, type Layout, makeIndexes, readIndexPlan } from './job-tables.ts';
import { measureBatches, measureNamedBatches } from './measure-batches.ts';
import { measurePages } from './measure-pages.ts';

/**
 * One table of jobs against hash partitions by connection, with few and with many jobs: `pnpm bench:partitions [--jobs N,N]
 * [--partitions N] [--layout table|partitions] [--few-indexes]`. 20 million jobs take up to 40 GB of the folder for temporary files while it runs.
 */
const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '2000000,20000000' },
    partitions: { type: 'string', default: '64' },
    layout: { type: 'string' },
    'few-indexes': { type: 'boolean', default: false },
  },
});
const write = (line: string): void => void process.stdout.write(`${line}\n`);

const sizes = values.jobs.split(',').map(Number);
const partitions = Number(values.partitions);
const layouts = (['table', 'partitions'] as const).filter((layout) => (values.layout ?? layout) === layout);

/** What is loaded is not logged; the rest is as a server of a few gigabytes has it. */
const settings = {
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '2GB',
  maintenance_work_mem: '1GB',
};

interface Seen {
  readonly name: string;
  readonly layout: Layout;
  readonly jobs: number;
  readonly bestMs: number;
}

const seen: Seen[] = [];
const ms = (value: number): string => `${value.toFixed(2)} ms`;

const folder = await mkdtemp(join(tmpdir(), 'crossvault-partitions-'));
const server = await createPostgresBenchStore(folder, settings);

async function measureLayout(client: pg.Client, url: string, layout: Layout, jobs: number): Promise<void> {
  const { rows } = await client.query<{ mib: number }>(
    "select sum(pg_total_relation_size(oid)) / 1048576 as mib from pg_class where relname ~ '^(jobs(_p[0-9]+)?|documents)$'",
  );
  write(`${layout}, ${jobs} jobs: ${Math.round(rows[0]?.mib ?? 0)} MiB`);
  const store = await server.open(url);
  try {
    for (const { name, bestMs, medianMs, planMs, buffers, tables } of await measurePages(store, client, jobs)) {
      seen.push({ name, layout, jobs, bestMs });
      write(
        `  ${name}: best ${ms(bestMs)}, median ${ms(medianMs)}; planned in ${ms(planMs)}, ${buffers} buffers, ${tables} tables`,
      );
    }
    for (const { name, bestMs, medianMs } of [...(await measureBatches(store)), await measureNamedBatches(client)]) {
      seen.push({ name, layout, jobs, bestMs });
      write(`  ${name}: best ${ms(bestMs)}, median ${ms(medianMs)}`);
    }
  } finally {
    await store.close();
  }
}

async function measureSize(jobs: number): Promise<void> {
  const name = `jobs_${jobs}`;
  await (await server.open(name)).close();
  const client = new pg.Client({ connectionString: server.address(name), options: '-c search_path=crossvault' });
  await client.connect();
  try {
    const plan = await readIndexPlan(client, values['few-indexes']);
    await fillDocuments(client, jobs);
    for (const layout of layouts) {
      const startMs = performance.now();
      await fillJobs(client, layout, jobs, partitions);
      const filledMs = performance.now();
      await makeIndexes(client, plan, layout);
      const [filling, indexing] = [filledMs - startMs, performance.now() - filledMs];
      write(
        `${layout}, ${jobs} jobs: filled in ${Math.round(filling / 1_000)} s, indexed in ${Math.round(indexing / 1_000)} s`,
      );
      await measureLayout(client, name, layout, jobs);
      await client.query('delete from documents where seq > $1', [jobs]);
    }
  } finally {
    await client.end();
  }
  await server.drop(name);
}

try {
  for (const jobs of sizes) await measureSize(jobs);
  const [few = 0, many = few] = [sizes[0], sizes.at(-1)];
  write(`from ${few} to ${many} jobs, and partitions to the table of ${many}, by the best of the times:`);
  for (const name of new Set(seen.map((each) => each.name))) {
    const at = (layout: Layout, jobs: number): number =>
      seen.find((each) => each.name === name && each.layout === layout && each.jobs === jobs)?.bestMs ?? Number.NaN;
    const slopes = layouts.map((layout) => `${layout} ${(at(layout, many) / at(layout, few)).toFixed(2)}`);
    const ratio = layouts.length > 1 ? [`${(at('partitions', many) / at('table', many)).toFixed(2)} times`] : [];
    write(`  ${name}: ${[slopes.join(', '), ...ratio].join('; ')}`);
  }
} finally {
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
