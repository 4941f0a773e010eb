import { CrossvaultError } from '@crossvault/core';
import { feedStart, type JobStore, type ReadCall } from '@crossvault/core/store';
import { startFreezingProxy, startPostgres } from '@crossvault/harness';
import { allChanges, everything, firstRows, reading } from '@crossvault/testkit/store';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createConnectionPool } from './connection-pool.ts';
import { openPostgresStore } from './open-postgres-store.ts';
import type { PostgresTimeouts } from './postgres-timeouts.ts';

// How long connections take to be made is the machine's affair.
vi.setConfig({ testTimeout: 60_000 });

const postgres = await startPostgres();
const port = Number(new URL(postgres.url).port);
const closing: (() => Promise<unknown>)[] = [];
beforeAll(async () => (await openPostgresStore({ url: postgres.url })).close());
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(() => postgres.stop());

const short: PostgresTimeouts = {
  connectMs: 20_000,
  restMs: 0,
  pingMs: 500,
  statementMs: 600,
  lockMs: 200,
  idleMs: 5_000,
  silenceMs: 500,
  closeMs: 200,
};

/** A store behind a way that can fall silent. */
async function openFar(timeouts: Partial<PostgresTimeouts> = {}) {
  const way = await startFreezingProxy(port);
  const url = postgres.url.replace(`:${port}`, `:${way.port}`);
  const store = await openPostgresStore({ url, timeouts: { ...short, ...timeouts } });
  closing.push(
    () => store.close(),
    () => way.close(),
  );
  return { store, way, useAll: () => Promise.all(Array.from({ length: 30 }, () => store.lastChange())) };
}

const gone = expect.objectContaining({ code: 'store-unavailable' });

describe('where every open connection has died in silence', () => {
  test('the next answer comes over a new one', async () => {
    const { store, way, useAll } = await openFar();
    await useAll();
    way.freezeOpen();
    expect(await store.lastChange()).toBe(feedStart);
    await useAll();
    await store.putJobs([reading('silent', '1')]);
  });

  test('what was under way fails within its time, and says that no answer came', async () => {
    const { store, way } = await openFar();
    const asked = Promise.allSettled(Array.from({ length: 30 }, () => store.changes(allChanges)));
    way.freezeOpen();
    const refused = (await asked).filter((each) => each.status === 'rejected');
    expect(refused.map(({ reason }) => reason)).toEqual(refused.map(() => gone));
    await store.changes(allChanges);
  });

  test('and no new one is answered, calls fail within their time', async () => {
    const { store, way } = await openFar({ connectMs: 500 });
    way.freezeNew();
    way.freezeOpen();
    await expect(store.lastChange()).rejects.toEqual(gone);
    await expect(store.putJobs([reading('silent', '2')])).rejects.toEqual(gone);
    await expect(store.info()).rejects.toEqual(gone);
  });

  test('the store closes, also while its queue is at work, and lets go of every socket', async () => {
    const { store, way, useAll } = await openFar({ connectMs: 2_000 });
    const queue = await store.openQueue();
    const kind = { name: 'silent-work', leaseMs: 30_000, attempts: 3, backoffMs: 1 };
    const begun = Promise.withResolvers<void>();
    await queue.work(kind, 2, async () => {
      begun.resolve();
      await store.lastChange();
    });
    await queue.enqueue(kind, { key: 'a', payload: null, waitMs: 0 });
    await begun.promise;
    await useAll();
    way.freezeNew();
    way.freezeOpen();
    await store.close();
    await expect.poll(() => way.open).toBe(0);
  });
});

describe('where another session locks a table and does nothing', () => {
  async function lock(table: string): Promise<() => Promise<unknown>> {
    const holder = new pg.Client({ connectionString: postgres.url });
    await holder.connect();
    closing.unshift(() => holder.end());
    await holder.query('begin');
    await holder.query(`lock table crossvault.${table} in access exclusive mode`);
    return () => holder.query('rollback');
  }

  test('what needs it fails within its time and says why, and works again afterwards', async () => {
    const { store } = await openFar();
    const release = await lock('jobs');
    const message = expect.stringContaining('Another session holds a lock');
    await expect(store.listJobs(everything, firstRows)).rejects.toMatchObject({ code: 'store-unavailable', message });
    await expect(store.putJobs([reading('locked', '1')])).rejects.toMatchObject({ code: 'store-unavailable', message });
    await release();
    await store.putJobs([reading('locked', '1')]);
  });

  test('of many requests of one caller those that wait for their turn fail within one time limit, as a busy store', async () => {
    const { store } = await openFar({ statementMs: 500 });
    await lock('jobs');
    const call = { signal: new AbortController().signal, caller: 'many' };
    const waiting = await Promise.allSettled(
      Array.from({ length: 30 }, () => store.listJobs(everything, firstRows, call)),
    );
    const messages = waiting.map((each) => (each.status === 'rejected' ? String(each.reason) : 'answered'));
    expect(messages[0]).toContain('Another session holds a lock');
    expect(messages.at(-1)).toContain('is busy');
    expect(waiting).toEqual(waiting.map(() => ({ status: 'rejected', reason: gone })));
  });

  test('what does not need it is answered when those who wait for it have had their time', async () => {
    const { store } = await openFar();
    await lock('jobs');
    const waiting = Promise.allSettled(Array.from({ length: 40 }, () => store.listJobs(everything, firstRows)));
    expect(await store.lastChange()).not.toBe('');
    expect((await waiting).map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 'rejected'));
  });
});

test('the server ends what this process leaves standing, whatever becomes of the process', async () => {
  const timeouts = { ...short, idleMs: 4_000 };
  const url = `${postgres.url}?options=-c%20work_mem%3D5MB`;
  const pool = createConnectionPool({ url, schema: 'crossvault', connections: 1, timeouts });
  closing.push(() => pool.end());
  const names = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'search_path', 'work_mem'];
  const { rows } = await pool.query(
    `select ${names.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`,
  );
  expect(rows).toEqual([
    {
      statement_timeout: '600ms',
      lock_timeout: '200ms',
      idle_in_transaction_session_timeout: '4s',
      search_path: 'crossvault',
      work_mem: '5MB',
    },
  ]);
});

describe('a caller that goes away', () => {
  test('leaves neither a statement at the server nor a connection that others need', async () => {
    const timeouts = { ...short, statementMs: 60_000, lockMs: 60_000 };
    const pool = createConnectionPool({ url: postgres.url, schema: 'crossvault', connections: 2, timeouts });
    closing.push(() => pool.end());
    const caller = new AbortController();
    const asked = Array.from({ length: 6 }, async () => {
      const client = await pool.during(caller.signal).connect();
      return client.query('select pg_sleep(3600)', []).finally(() => client.release());
    });
    const outcomes = Promise.allSettled(asked);
    const running = "select count(*)::int as running from pg_stat_activity where query = 'select pg_sleep(3600)'";
    const looker = new pg.Client({ connectionString: postgres.url });
    await looker.connect();
    closing.unshift(() => looker.end());
    await expect.poll(async () => (await looker.query(running)).rows).toEqual([{ running: 2 }]);
    const reason = new Error('The caller went away.');
    caller.abort(reason);
    expect(await outcomes).toEqual(asked.map(() => ({ status: 'rejected', reason })));
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await expect.poll(async () => (await looker.query(running)).rows).toEqual([{ running: 0 }]);
  });

  const newest = { before: null, limit: 10, connections: null };
  const range = { since: null, startedBefore: null, connections: null };
  test.each<[string, (store: JobStore, call: ReadCall) => Promise<unknown>]>([
    ['a list of jobs', (store, call) => store.listJobs(everything, firstRows, call)],
    ['a summary', (store, call) => store.summary(range, call)],
    ['the feed', (store, call) => store.changes(allChanges, call)],
    ['the operations', (store, call) => store.listOperations({ ...newest, statuses: null, targets: null }, call)],
    ['the audit log', (store, call) => store.listAudit(newest, call)],
    ['the plans', (store, call) => store.listThings('plan', { query: {}, words: [], after: null, limit: 10 }, call)],
  ])('ends the statement that reads %s', async (_what, read) => {
    const store = await openPostgresStore({
      url: postgres.url,
      timeouts: { ...short, statementMs: 60_000, lockMs: 60_000 },
    });
    closing.push(() => store.close());
    const holder = new pg.Client({ connectionString: postgres.url });
    await holder.connect();
    closing.unshift(() => holder.end());
    const tables = ['jobs', 'changes', 'operations', 'audit', 'things', 'tallies'];
    await holder.query('begin');
    await holder.query(
      `lock table ${tables.map((table) => `crossvault.${table}`).join(', ')} in access exclusive mode`,
    );
    const waiting = "select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock'";
    const caller = new AbortController();
    const outcome = read(store, { signal: caller.signal, caller: 'a' }).catch((error: unknown) => error);
    await expect.poll(async () => (await holder.query(waiting)).rows).not.toEqual([{ waiting: 0 }]);
    const reason = new CrossvaultError({ code: 'interrupted', message: 'The caller went away.' });
    caller.abort(reason);
    expect(await outcome).toBe(reason);
    await expect.poll(async () => (await holder.query(waiting)).rows).toEqual([{ waiting: 0 }]);
  });
});
