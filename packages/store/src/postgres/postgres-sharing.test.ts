import { startPostgres } from '@crossvault/harness';
import { allChanges, at, reading, readStatuses, replay } from '@crossvault/testkit/store';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { SharedStore } from '../opened-store.ts';
import { schemaVersion } from '../schema/migrations.ts';
import { openPostgresStore } from './open-postgres-store.ts';

const postgres = await startPostgres();
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(() => postgres.stop());

let databases = 0;

/** An empty database, and ways into it. */
async function newDatabase() {
  databases += 1;
  const admin = await connect(postgres.url);
  await admin.query(`create database test${databases}`);
  const url = postgres.url.replace(/postgres$/, `test${databases}`);
  return {
    url,
    admin,
    async open(): Promise<SharedStore> {
      const store = await openPostgresStore({ url });
      closing.unshift(() => store.close());
      return store;
    },
    client: () => connect(url),
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  closing.push(() => client.end());
  return client;
}

/** Whether a call is still waiting after the database has answered others. */
async function isWaiting(call: Promise<unknown>, store: SharedStore): Promise<boolean> {
  let isOver = false;
  call.finally(() => {
    isOver = true;
  });
  for (let round = 0; round < 20; round += 1) await store.lastChange();
  return !isOver;
}

describe('several processes on one database', () => {
  test('see changes in the order of their positions, though a transaction is held open', async () => {
    const { open, client } = await newDatabase();
    const store = await open();
    await store.putJobs([reading('c', 'first', { observedAt: at(1) })]);
    const held = await client();
    await held.query('begin');
    await held.query('select pg_advisory_xact_lock(17238, 1)');
    await held.query(`insert into crossvault.changes (at, id, connection, vendor, to_status)
      values ('${at(2)}', 'held', 'c', 'fake', 'failed')`);
    const late = store.putJobs([reading('d', 'late', { observedAt: at(3) })]);
    expect(await isWaiting(late, store)).toBe(true);
    const before = await store.changes(allChanges);
    expect(before.changes).toHaveLength(1);
    await held.query('commit');
    await late;
    const after = await store.changes({ ...allChanges, after: before.next });
    expect(after.changes.map((change) => change.at)).toEqual([at(2), at(3)]);
  });

  test('write different connections at once, and one connection one after the other', async () => {
    const { open, client } = await newDatabase();
    const store = await open();
    const held = await client();
    await held.query('begin');
    await held.query("select pg_advisory_xact_lock(17239, hashtext('c'))");
    const other = store.putJobs([reading('d', '1')]);
    const same = store.putJobs([reading('c', '1')]);
    await other;
    expect(await isWaiting(same, store)).toBe(true);
    await held.query('rollback');
    await same;
    expect((await readStatuses(store)).size).toBe(2);
  });

  test('put the same jobs at the same time, and each is there once', async () => {
    const { open } = await newDatabase();
    const stores = [await open(), await open()];
    const batchOf = (round: number) =>
      Array.from({ length: 50 }, (_, index) =>
        reading(`c${index % 3}`, `${index}`, {
          status: round % 2 === 0 ? 'running' : 'failed',
          sizeBytes: round,
          observedAt: at(round),
        }),
      );
    const puts = Array.from({ length: 12 }, (_, round) => stores[round % 2]?.putJobs(batchOf(round)));
    await Promise.all(puts);
    const [store] = stores;
    if (store === undefined) throw new Error('A store is needed.');
    const statuses = await readStatuses(store);
    expect([...statuses.values()]).toEqual(Array.from({ length: 50 }, () => 'failed'));
    expect(await replay(store)).toEqual(statuses);
    expect(await store.check()).toEqual([]);
  });

  test('make the tables of a new database at once', async () => {
    const { open } = await newDatabase();
    const stores = await Promise.all([open(), open(), open()]);
    expect(await Promise.all(stores.map(async (store) => (await store.info()).schemaVersion))).toEqual(
      [1, 2, 3].map(() => schemaVersion),
    );
  });
});

describe('a database that fails', () => {
  test('and comes back is used again', async () => {
    const { open, admin } = await newDatabase();
    const store = await open();
    await store.putJobs([reading('c', '1')]);
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()`;
    await admin.query(cut.replace('current_database()', `'test${databases}'`));
    const codes = await Promise.all(
      [1, 2, 3].map((number) =>
        store.putJobs([reading('c', `${number}`)]).then(
          () => 'stored',
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(codes.every((code) => code === 'stored' || code === 'store-unavailable')).toBe(true);
    await store.putJobs([1, 2, 3].map((number) => reading('c', `${number}`)));
    expect((await readStatuses(store)).size).toBe(3);
  });

  test('and breaks off between two statements of a transaction costs that call, and not the process', async () => {
    const { open, admin } = await newDatabase();
    const store = await open();
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = 'test${databases}' and state = 'idle in transaction'`;
    const codes = new Set<string>();
    let cuts = 0;
    for (let round = 0; cuts < 3; round += 1) {
      const put = store.putJobs(Array.from({ length: 20 }, (_, index) => reading('c', `${round}-${index}`))).then(
        () => codes.add('stored'),
        (error: { code: string }) => codes.add(error.code),
      );
      let isOver = false;
      put.finally(() => {
        isOver = true;
      });
      while (!isOver) cuts += (await admin.query(cut)).rowCount ?? 0;
      await put;
    }
    expect([...codes].every((code) => code === 'stored' || code === 'store-unavailable')).toBe(true);
    await store.putJobs([reading('d', '1')]);
    expect(await replay(store)).toEqual(await readStatuses(store));
  });

  test('or cannot be reached says where and what to do, without the password', async () => {
    const wrong = [
      ['store-refused', postgres.url.replace('made-up', 'hush-hush')],
      ['store-refused', postgres.url.replace(/postgres$/, 'nowhere')],
      ['store-unavailable', 'postgres://postgres:hush-hush@127.0.0.1:1/postgres'],
    ] as const;
    for (const [code, url] of wrong) {
      const error: unknown = await openPostgresStore({ url }).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code, message: expect.stringContaining('127.0.0.1') });
      expect(String(error)).not.toContain('hush-hush');
    }
  });

  test('or was made by a newer Crossvault is refused', async () => {
    const { open, client } = await newDatabase();
    await (await open()).close();
    await (await client()).query('update crossvault.store_version set version = 99');
    await expect(open()).rejects.toMatchObject({ code: 'store-newer', message: expect.stringContaining('99') });
  });

  test('or lets us only read says so', async () => {
    const { open, admin } = await newDatabase();
    await (await open()).close();
    await admin.query(`alter database test${databases} set default_transaction_read_only = on`);
    const store = await open();
    await expect(store.putJobs([reading('c', '1')])).rejects.toMatchObject({ code: 'store-read-only' });
  });
});

test('the work of a worker that died is given to another one', async () => {
  const { open, client } = await newDatabase();
  const kind = { name: 'sync-connection', leaseMs: 30_000, attempts: 3, backoffMs: 1 };
  const [dead, alive] = [await (await open()).openQueue(), await (await open()).openQueue()];
  await dead.enqueue(kind, { key: 'a', payload: 7, waitMs: 0 });
  await new Promise<void>((begun) => {
    dead.work(kind, 1, ({ signal }) => {
      begun();
      return new Promise((end) => signal.addEventListener('abort', () => end()));
    });
  });
  // Its heart stops: as if nothing had been heard of it for an hour, and its lease had lapsed.
  const raw = await client();
  await raw.query("update crossvault_queue.job set heartbeat_on = now() - interval '1 hour' where state = 'active'");
  await raw.query('delete from crossvault.leases');
  const work = await new Promise((resolve) => {
    alive.work(kind, 1, async (given) => resolve(given));
  });
  expect(work).toMatchObject({ key: 'a', payload: 7, attempt: 2 });
});
