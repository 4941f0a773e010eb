import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Clock, type Job, type JobQuery, type PageQuery, parseJobId } from '@crossvault/core';
import { createEngine, type Engine, type ListedRecord } from '@crossvault/engine';
import { openRuntime } from '@crossvault/runtime';
import { startSimulators, writeConfiguration } from '@crossvault/simulators';
import { patientCall, silentLogger } from '@crossvault/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from './testing/history.ts';

const start = '2026-03-02T12:00:00.000Z';
/** The fleet, without the documented examples of years ago. */
const startedAfter = '2026-02-10T00:00:00.000Z';
const rows = { sort: '-startedAt', limit: 500, strict: true, fresh: false } as const;

/** The simulated fleet: read live, and an engine that knows nothing but what was read so. */
async function openFleet(): Promise<{ readonly live: Engine; readonly stored: Engine }> {
  const simulators = await startSimulators({ oddities: true, start, jobs: 300, days: 14, seed: 3 });
  onTestFinished(() => simulators.close());
  const clock: Clock = {
    now: () => simulators.clock.now(),
    // It sleeps in real time: so its waits have to be measured.
    monotonicMs: () => performance.now(),
    sleep: (milliseconds, { signal } = {}) =>
      wait(milliseconds, undefined, { ref: false, ...(signal === undefined ? {} : { signal }) }),
  };
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-agree-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const configPath = await writeConfiguration(folder, Object.values(simulators.vendors));
  const runtime = await openRuntime({ configPath, environment: {}, clock, logger: silentLogger });
  onTestFinished(runtime.close);
  const store = await openStore(clock);
  const live = runtime.engine;
  const { records } = await live.listJobs({ startedAfter }, { ...rows, cursor: null }, patientCall);
  await store.putJobs(records.map((record) => ({ record: toRecord(record), mapperVersion: 1, number: 1 })));
  const status = {
    state: 'current',
    lastAt: start,
    nextAt: null,
    progress: 1,
    missedRuns: 0,
    answered: null,
    problem: null,
  } as const;
  const states = new Map(live.connectionNames.map((name) => [name, status]));
  const synchronizer = { states: async () => states, syncNow: async () => status };
  const about = {
    title: '',
    tags: [],
    deadlineMs: 30_000,
    concurrency: 1,
    connector: null,
    checkEndpoint: null,
    fault: null,
  };
  const connections = (await live.connections(patientCall)).map(({ name, vendor }) => ({ ...about, name, vendor }));
  return { live, stored: createEngine({ connections, clock, logger: silentLogger, store, synchronizer }) };
}

function toRecord({ job, raw, context }: ListedRecord) {
  const key = parseJobId(job.id)?.key;
  if (key === undefined || context === undefined) throw new Error('A live record says where it was found.');
  return { key, job, raw, context };
}

async function readAll(engine: Engine, query: JobQuery): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  let cursor: string | null = null;
  do {
    const page: PageQuery = { ...rows, limit: 37, cursor };
    const listing = await engine.listJobs({ startedAfter, ...query }, page, patientCall);
    // A vendor that filters by start leaves out what has none yet; the store, which was not filtered for, has it.
    jobs.push(...listing.records.map(({ job }) => job).filter(({ startedAt: at }) => at !== null));
    cursor = listing.next;
  } while (cursor !== null);
  return jobs;
}

describe("the simulators' fleet, from the store and live", () => {
  test('is the same for every filter', { timeout: 180_000 }, async () => {
    const { live, stored } = await openFleet();
    const all = await readAll(live, {});
    expect(all.length).toBeGreaterThan(100);
    const named = all.find(({ target }) => target?.name !== undefined && target.name !== null)?.target?.name ?? '';
    const planned = all.find(({ plan }) => plan?.name !== undefined && plan.name !== null)?.plan?.name ?? '';
    const queries: readonly JobQuery[] = [
      {},
      ...live.connectionNames.map((connection) => ({ connection: [connection] })),
      { vendor: [...new Set(all.map(({ vendor }) => vendor))].slice(0, 2) },
      { status: ['failed', 'warning'] },
      { status: ['running', 'queued'] },
      { kind: ['backup', 'restore'] },
      { trigger: ['manual'] },
      { target: [named.toUpperCase()] },
      { plan: [planned] },
      { problem: true },
      { problem: false, kind: ['snapshot'] },
      // Live the vendors are asked for seven days more than `since` says: all that is open here lies within.
      { since: '10d' },
      { startedBefore: '2026-02-25T00:00:00.000Z' },
      { q: named.slice(0, 4) },
    ];
    for (const query of queries) {
      const [here, there] = [await readAll(stored, query), await readAll(live, query)];
      expect(here, JSON.stringify(query)).toEqual(there);
    }
  });
});
