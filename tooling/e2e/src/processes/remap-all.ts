import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CallOptions, isJsonObject, type JobRecord, toJobId } from '@crossvault/core';
import type { JobObservation, JobStore } from '@crossvault/core/store';
import { startSimulators, writeConfiguration } from '@crossvault/simulators';
import { parse, stringify } from 'yaml';
import { startCrossvault } from './crossvault-process.ts';
import { look } from './kill-server.ts';

export interface RemapPlan {
  readonly connections: number;
  /** Of all connections together. */
  readonly jobs: number;
}

export interface RemapReport {
  /** How often a lease was reported as lost. There is one process only, so the right number is 0. */
  readonly lostLeases: number;
  readonly seconds: number;
  /** Jobs whose rules were still the old ones in the end. */
  readonly left: number;
}

const batchSize = 500;
const mostTemplates = 100;
const lookEveryMs = 2_000;
const longestMs = 15 * 60_000;
const call: CallOptions = { signal: new AbortController().signal };

/**
 * A store of many connections whose jobs were all mapped by earlier rules: `crossvault serve` maps them again, in one SQLite
 * file, while it syncs every connection and renews every lease.
 */
export async function remapAll({ connections, jobs }: RemapPlan): Promise<RemapReport> {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-remap-'));
  const simulators = await startSimulators({ vendors: ['azure-backup'], jobs: 40, running: true, portBase: 0 });
  try {
    const configPath = await writeConfiguration(folder, [simulators.vendor('azure-backup')]);
    const names = await connectOften(configPath, connections);
    const version = await look({ configPath, makeStore: true }, async ({ store, engine: { synchronizer } }) => {
      if (store === null || synchronizer === null) throw new Error('There is no store.');
      const [first = ''] = names;
      await synchronizer.syncNow(first, call);
      const stored = await store.outdatedJobs(first, Number.MAX_SAFE_INTEGER, mostTemplates);
      const lists = stored.flatMap(({ known: { list } }) => list ?? []);
      for (const name of names) await fill(store, name, lists, Math.ceil(jobs / connections));
      return lists[0]?.mapperVersion ?? 0;
    });
    const server = startCrossvault(['serve', '--config', configPath, '--listen', '127.0.0.1:0']);
    const startedMs = performance.now();
    const left = await look({ configPath }, async ({ store }) => {
      if (store === null) throw new Error('There is no store.');
      for (;;) {
        const outdated = await Promise.all(names.map((name) => store.outdatedJobs(name, version, jobs)));
        const count = outdated.reduce((sum, each) => sum + each.length, 0);
        if (count === 0 || performance.now() - startedMs > longestMs) return count;
        if (server.child.exitCode !== null) throw new Error(`The server ended: ${server.said.err}`);
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      }
    });
    const seconds = Math.round((performance.now() - startedMs) / 1_000);
    server.child.kill('SIGTERM');
    await server.ended;
    return { lostLeases: server.said.err.split('lease-lost').length - 1, seconds, left };
  } finally {
    await simulators.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The one connection of a configuration under so many names. Gives them. */
async function connectOften(configPath: string, count: number): Promise<readonly string[]> {
  const written: { connections: readonly { name: string }[] } = parse(await readFile(configPath, 'utf8'));
  const [only] = written.connections;
  const names = Array.from({ length: count }, (_, index) => `connection-${String(index).padStart(2, '0')}`);
  await writeFile(configPath, stringify({ connections: names.map((name) => ({ ...only, name })) }));
  return names;
}

/** So many jobs that look like those, under ids of their own, as rules of before the first ones mapped them. */
async function fill(store: JobStore, name: string, templates: readonly JobObservation[], count: number): Promise<void> {
  for (let from = 0; from < count; from += batchSize) {
    const copies = Array.from({ length: Math.min(batchSize, count - from) }, (_, index) =>
      copyOf(templates[(from + index) % templates.length], name),
    );
    await store.putJobs(copies.map((record) => ({ record, mapperVersion: 0, number: 1 })));
  }
}

function copyOf(template: JobObservation | undefined, connection: string): JobRecord {
  if (template === undefined) throw new Error('The vendor has no job.');
  const { record } = template;
  const nativeId = randomUUID();
  const key = [record.key[0] ?? '', nativeId];
  const list = isJsonObject(record.raw.list) ? { ...record.raw.list, name: nativeId } : {};
  const job = { ...record.job, id: toJobId(connection, key), nativeId, connection };
  return { ...record, key, job, raw: { ...record.raw, list }, context: { ...record.context, connection } };
}
