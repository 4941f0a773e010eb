import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Job, JobQuery, PageQuery } from '@crossvault/contract';
import type { Engine } from '@crossvault/engine';
import { openRuntime, type Runtime } from '@crossvault/runtime';
import { type Simulators, startSimulators, writeConfiguration } from '@crossvault/simulators';
import { patientCall, silentLogger } from '@crossvault/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const start = '2026-03-02T12:00:00.000Z';
/** The fleet, without the documented examples of years ago, which a sync of ninety days does not look for. */
const startedAfter = '2026-02-10T00:00:00.000Z';

let simulators: Simulators;
let live: Runtime;
let stored: Runtime;
const folders: string[] = [];

async function open(store: string, clock: Clock): Promise<Runtime> {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-agree-'));
  folders.push(folder);
  const configPath = await writeConfiguration(folder, Object.values(simulators.vendors));
  await appendFile(configPath, `\nstore: ${store}\n`);
  return openRuntime({ configPath, environment: {}, clock, logger: silentLogger, keepHistory: true });
}

/** Every sync to its end; those that never get there are read live, and would agree all the same. */
async function syncAll({ engine }: Runtime): Promise<readonly string[]> {
  const states = await Promise.all(
    engine.connectionNames.map(async (name) => {
      for (let turn = 0; turn < 20; turn += 1) {
        const { sync } = await engine.sync(name, null, patientCall);
        if (sync?.state === 'current') return [name];
      }
      return [];
    }),
  );
  return states.flat();
}

beforeAll(async () => {
  simulators = await startSimulators({ start, jobs: 300, days: 14, seed: 3 });
  const clock: Clock = {
    now: () => simulators.clock.now(),
    sleep: (milliseconds, { signal } = {}) =>
      wait(milliseconds, undefined, { ref: false, ...(signal === undefined ? {} : { signal }) }),
  };
  live = await open('{ type: none }', clock);
  stored = await open('{ type: sqlite, url: ./history.db }', clock);
});
afterAll(async () => {
  await live.close();
  await stored.close();
  await simulators.close();
  for (const folder of folders) await rm(folder, { recursive: true });
});

async function readAll(engine: Engine, query: JobQuery): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  let cursor: string | null = null;
  do {
    const page: PageQuery = { sort: '-startedAt', limit: 37, cursor, strict: true, fresh: false };
    const listing = await engine.listJobs({ startedAfter, ...query }, page, patientCall);
    // A vendor that filters by start leaves out what has none yet; the store, which was not filtered for, has it.
    jobs.push(...listing.records.map(({ job }) => job).filter(({ startedAt: at }) => at !== null));
    cursor = listing.next;
  } while (cursor !== null);
  return jobs;
}

/** What list rows say, whatever a single get has added and whenever they were seen. */
const comparable = ({ id, nativeId, kind, status, nativeStatus, startedAt, endedAt, problem }: Job) => ({
  id,
  nativeId,
  kind,
  status,
  nativeStatus,
  startedAt,
  endedAt,
  problem,
});

describe("the simulators' fleet, from the store and live", () => {
  test('is the same for every filter', async () => {
    const current = await syncAll(stored);
    expect(current.length).toBeGreaterThan(0);
    const all = await readAll(live.engine, {});
    expect(all.length).toBeGreaterThan(100);
    const named = all.find(({ target }) => target?.name !== undefined && target.name !== null)?.target?.name ?? '';
    const planned = all.find(({ plan }) => plan?.name !== undefined && plan.name !== null)?.plan?.name ?? '';
    const queries: readonly JobQuery[] = [
      {},
      ...live.engine.connectionNames.map((connection) => ({ connection: [connection] })),
      { vendor: [...new Set(all.map(({ vendor }) => vendor))].slice(0, 2) },
      { status: ['failed', 'warning'] },
      { status: ['running', 'queued'] },
      { kind: ['backup', 'restore'] },
      { trigger: ['manual'] },
      { target: [named.toUpperCase()] },
      { plan: [planned] },
      { problem: true },
      { problem: false, kind: ['snapshot'] },
      { since: '36h' },
      { startedBefore: '2026-02-25T00:00:00.000Z' },
      { q: named.slice(0, 4) },
    ];
    for (const query of queries) {
      const [here, there] = [await readAll(stored.engine, query), await readAll(live.engine, query)];
      expect(here.map(comparable), JSON.stringify(query)).toEqual(there.map(comparable));
    }
  });
});
