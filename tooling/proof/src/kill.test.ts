import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createSystemClock } from '@crossvault/runtime';
import { createRandom, startSimulators, writeConfiguration } from '@crossvault/simulators';
import { openSqliteStore } from '@crossvault/store';
import { expect, test } from 'vitest';

/** `CROSSVAULT_KILLS=50` kills it more often. */
const kills = Number(process.env['CROSSVAULT_KILLS'] ?? 5);
const jobs = 20_000;
/** Long enough for a few pages, short enough that no life reads everything. */
const longestLifeMs = 2_500;
const script = fileURLToPath(new URL('./sync-process.ts', import.meta.url));

test(`a backfill of ${jobs} jobs, killed ${kills} times at random moments, ends whole, with nothing twice, in a sound file`, async () => {
  const seed = Date.now();
  const random = createRandom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-kill-'));
  const simulators = await startSimulators({ jobs, days: 80, vendors: ['veeam-azure'], running: true, portBase: 0 });
  const configPath = await writeConfiguration(folder, [simulators.vendor('veeam-azure')]);
  const start = (): ChildProcess =>
    spawn(process.execPath, [script, configPath], { stdio: ['ignore', 'pipe', 'inherit'] });
  const reached: number[] = [];
  let killed = 0;
  try {
    while (killed < kills) {
      const child = start();
      // Everything before its first word is the start of Node.
      const [word] = await once(child.stdout ?? child, 'data');
      reached.push(Number(String(word).split('\n')[0]));
      await Promise.race([once(child, 'exit'), wait(random.integer(0, longestLifeMs))]);
      if (child.exitCode !== null) break;
      child.kill('SIGKILL');
      await once(child, 'exit');
      killed += 1;
    }
    // What begins after this the last process need not have seen.
    const lastStart = new Date().toISOString();
    const last = start();
    const [code] = await once(last, 'exit');
    expect(code, `seed ${seed}`).toBe(0);
    const store = await openSqliteStore({ path: join(folder, 'crossvault.db'), clock: createSystemClock() });
    expect(await store.check()).toEqual([]);
    const data = new Map<string, string>();
    const believed = new Map<string, string>();
    for await (const { document } of store.exportJobs(everything, {
      sort: '-startedAt',
      include: { tasks: false, raw: false },
    })) {
      const { nativeId, status } = JSON.parse(document);
      expect(data.has(nativeId), `${nativeId} twice, seed ${seed}`).toBe(false);
      data.set(nativeId, status);
    }
    for (let after = 0; ; ) {
      const page = await store.changes({ after, limit: 5_000, connections: null, statuses: null });
      for (const { id, from, to } of page.changes) {
        expect(believed.get(id) ?? null).toBe(from);
        believed.set(id, to ?? '');
      }
      after = page.next;
      if (!page.more) break;
    }
    const horizon = new Date(Date.now() - 89 * 86_400_000).toISOString();
    const truth = simulators
      .truth()
      .filter(({ startedAt }) => (startedAt ?? '') > horizon && (startedAt ?? '') < lastStart);
    expect(truth.length).toBeGreaterThan(jobs * 0.9);
    expect(truth.filter(({ nativeId }) => !data.has(nativeId))).toEqual([]);
    expect(believed.size).toBe(data.size);
    await store.close();
    console.info(`${data.size} jobs whole after ${killed} kills at ${reached.join(' ')} of the whole (seed ${seed})`);
  } finally {
    await simulators.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 3_600_000);

const everything = { query: {}, since: null, startedAfter: null, startedBefore: null, words: [] };
