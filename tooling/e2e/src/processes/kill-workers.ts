import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@crossvault/harness';
import { createRandom, writeConfiguration } from '@crossvault/simulators';
import pg from 'pg';
import { compareHistory } from '../sync/compare-history.ts';
import { type CrossvaultProcess, startCrossvault } from './crossvault-process.ts';
import {
  isWhole,
  type KillPlan,
  type KillReport,
  look,
  readableVendors,
  startReadableFleet,
  wholeTruth,
} from './kill-server.ts';
import { createMoments } from './moments.ts';

export interface WorkersPlan extends KillPlan {
  /** How often the database is stopped and started meanwhile. */
  readonly restarts: number;
}

/**
 * Two `crossvault worker` share the first reading of a history on PostgreSQL. One is killed, then the other, at moments of
 * their requests, and each is followed by a new one; the database itself is restarted under them.
 */
export async function killWorkers({ kills, restarts, jobs, seed, longestLife }: WorkersPlan): Promise<KillReport> {
  const random = createRandom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-kill-'));
  const postgres = await startPostgres();
  const vendors = readableVendors;
  const simulators = await startReadableFleet(jobs);
  const before = new Date(simulators.clock.now()).toISOString();
  const configPath = await writeConfiguration(
    folder,
    vendors.map((id) => simulators.vendor(id)),
  );
  await appendFile(configPath, 'store: { type: postgres, url: "${DATABASE_URL}" }\n');
  const environment = { DATABASE_URL: postgres.url };
  const moments = createMoments(null);
  const start = () => startCrossvault(['worker', '--config', configPath, '--concurrency', '2'], environment);
  const workers: CrossvaultProcess[] = [];
  const storedAtKills: number[] = [];
  const restartEvery = Math.ceil(kills / (restarts + 1));
  try {
    workers.push(start(), start());
    await Promise.all(workers.map((worker) => worker.output(/syncing up to/)));
    while (storedAtKills.length < kills) {
      const victim = workers.shift();
      if (victim === undefined) throw new Error('Two workers are at work.');
      await new Promise<void>((resolve) => {
        moments.at('request', random.integer(1, longestLife), () => {
          victim.child.kill('SIGKILL');
          resolve();
        });
      });
      const code = await victim.ended;
      if (code !== 'SIGKILL') throw new Error(`A worker ended by itself with ${code}: ${victim.said.err}`);
      await letTimePassFor(victim, postgres.url);
      storedAtKills.push(
        await look({ configPath, environment }, async ({ store }) => (await store?.info())?.jobs ?? 0),
      );
      if (storedAtKills.length % restartEvery === 0) await postgres.restart();
      const next = start();
      workers.push(next);
      await next.output(/syncing up to/);
    }
    return await look({ configPath, environment }, async (runtime) => {
      await moments.until(() => isWhole(runtime));
      for (const { child } of workers) child.kill('SIGTERM');
      for (const worker of workers) {
        const code = await worker.ended;
        if (code !== 0) throw new Error(`A worker ended with ${code}: ${worker.said.err}`);
      }
      const { store } = runtime;
      if (store === null) throw new Error('There is no store.');
      const faults = await compareHistory(store, wholeTruth(simulators, before));
      return { faults, storedAtKills, jobs: (await store.info()).jobs };
    });
  } finally {
    moments.close();
    for (const { child } of workers) child.kill('SIGKILL');
    await simulators.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** As if nothing had been heard for an hour of a worker that is dead: what it had in hand is given to another one. */
async function letTimePassFor({ child }: CrossvaultProcess, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const owned = `%,${child.pid},%`;
  const keys = `select substr(name, 6) from crossvault.leases where name like 'sync:%' and owner like $1`;
  await client.query(
    `update crossvault_queue.job set heartbeat_on = now() - interval '1 hour'
      where state = 'active' and data->>'key' in (${keys})`,
    [owned],
  );
  await client.query(
    `update crossvault.leases set until_ms = 0 where owner like $1 or name in
      (select 'work:sync-connection:' || key from (${keys}) as keys(key))`,
    [owned],
  );
  await client.end();
}
