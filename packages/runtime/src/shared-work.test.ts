import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createSystemClock } from '@crossvault/core';
import { createEngine, type Engine } from '@crossvault/engine';
import { startPostgres } from '@crossvault/harness';
import { type OpenedStore, openPostgresStore } from '@crossvault/store';
import { silentLogger } from '@crossvault/testkit';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { connectionNames, jobsEach, sharedConnections } from './testing/shared-vendors.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const postgres = await startPostgres();
const { url } = postgres;
let store: OpenedStore;
let onlooker: Engine;
const children: ChildProcess[] = [];

beforeAll(async () => {
  store = await openPostgresStore({ url });
  const clock = createSystemClock();
  const connections = sharedConnections(clock, async () => undefined);
  onlooker = createEngine({ connections, clock, logger: silentLogger, store });
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await store.close();
  await postgres.stop();
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

/** Sets the lease back by an hour, as if its holder were dead. */
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
  // The hanging connection is leased, and no other worker asks its vendor meanwhile.
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
  const { changes } = await store.changes({ after: '0', limit: 10_000, connections: null, statuses: null });
  expect(changes.map(({ id }) => id)).toHaveLength(jobs);
  expect(new Set(changes.map(({ id }) => id)).size).toBe(jobs);

  second.child.send('stop');
  const [code] = await once(second.child, 'exit');
  expect(code).toBe(0);
  for (const name of connectionNames) expect(await store.leaseOwner(`sync:${name}`)).toBeNull();
});
