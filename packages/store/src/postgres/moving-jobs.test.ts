import { absentAt, asking, at, everything, firstRows, readCounts, reading } from '@crossvault/testkit/store';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { OpenedStore } from '../opened-store.ts';
import { startDatabases, type TestDatabase, untilWaiting } from '../testing/postgres-databases.ts';

const databases = await startDatabases();
const opened: TestDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});
afterAll(() => databases.stop());

async function newDatabase(): Promise<TestDatabase> {
  const database = await databases.newDatabase();
  opened.push(database);
  return database;
}

const everyEnded = { connection: null, before: at(1_000_000), onlyGone: true, limit: 10 };

/** A job that its vendor has forgotten. */
async function putGone(store: OpenedStore, nativeId: string): Promise<void> {
  const { outcomes } = await store.putJobs([
    reading('c', nativeId, { status: 'failed', endedAt: at(2), observedAt: at(3) }),
  ]);
  await store.markGone(
    outcomes.map(({ id }) => id),
    absentAt(60),
  );
}

describe('a job that comes back while old jobs are being deleted', () => {
  test('stays, and the tallies stay right', async () => {
    const database = await newDatabase();
    const store = await database.open();
    await putGone(store, 'back');
    await putGone(store, 'old');
    const sync = await database.client();
    await sync.query('begin');
    await sync.query("select pg_advisory_xact_lock(17239, hashtext('c'))");
    const deletion = store.deleteOlderThan(everyEnded);
    await untilWaiting(await database.client());
    // What the sync writes under the lock that the deletion waits for.
    await sync.query(`update crossvault.jobs set gone_ms = null, ended = 0, ended_ms = null where native_id = 'back'`);
    await sync.query('commit');
    expect(await deletion).toBe(1);
    const rows = await store.listJobs(everything, firstRows);
    expect(rows).toHaveLength(1);
    const { kept, counted } = await readCounts(store);
    expect(kept).toEqual(counted);
  });

  test('does not end a deletion that has more to delete', async () => {
    const database = await newDatabase();
    const store = await database.open();
    for (const nativeId of ['back', 'old', 'older']) await putGone(store, nativeId);
    const sync = await database.client();
    await sync.query('begin');
    await sync.query("select pg_advisory_xact_lock(17239, hashtext('c'))");
    const deletion = store.deleteOlderThan({ ...everyEnded, limit: 2 });
    await untilWaiting(await database.client());
    await sync.query(`update crossvault.jobs set gone_ms = null, ended = 0, ended_ms = null where native_id = 'back'`);
    await sync.query('commit');
    expect(await deletion).toBe(2);
    expect(await store.deleteOlderThan({ ...everyEnded, limit: 2 })).toBe(0);
  });
});

describe('a page whose rows are deleted while it is read', () => {
  /** Begins to read, deletes a job of the page before its document is read, and lets the reading go on. */
  async function deleteWithin<Result>(database: TestDatabase, read: () => Promise<Result>) {
    const pruner = await database.client();
    await pruner.query('begin');
    await pruner.query('lock table crossvault.documents in access exclusive mode');
    const reading = read();
    await untilWaiting(await database.client());
    const old = "(select seq from crossvault.jobs where native_id = '3')";
    await pruner.query(`delete from crossvault.documents where seq in ${old}`);
    await pruner.query("delete from crossvault.jobs where native_id = '3'");
    await pruner.query('commit');
    return reading;
  }

  const batch = Array.from({ length: 700 }, (_, index) => reading('c', `${index}`, { startedAt: at(index) }));

  test('is whole, and an export continues behind it to the end', async () => {
    const database = await newDatabase();
    const store = await database.open();
    await store.putJobs(batch);
    const exported = await deleteWithin(database, async () => {
      const ids: string[] = [];
      for await (const { position } of store.exportJobs(everything, { ...firstRows, sort: 'startedAt' })) {
        ids.push(position.id);
      }
      return new Set(ids).size;
    });
    expect(exported).toBeGreaterThanOrEqual(batch.length - 1);
  });

  test('is whole in a list, so that a short page is the end', async () => {
    const database = await newDatabase();
    const store = await database.open();
    await store.putJobs(batch);
    const page = { ...firstRows, sort: 'startedAt', limit: 50 } as const;
    const rows = await deleteWithin(database, () => store.listJobs(asking({}), page));
    expect(rows).toHaveLength(50);
  });

  test('is whole where open jobs are read', async () => {
    const database = await newDatabase();
    const store = await database.open();
    await store.putJobs([1, 2, 3, 4].map((number) => reading('c', `${number}`, { status: 'running' })));
    expect(await deleteWithin(database, () => store.openJobs('c', null))).toHaveLength(4);
  });
});

test('a recount finds what does not agree with the jobs, and repairs it while others write', async () => {
  const database = await newDatabase();
  const store = await database.open();
  const target = { type: 'vm', id: null, name: 'VM' } as const;
  await store.putJobs([reading('c', '1', { target, endedAt: at(9) }), reading('c', '2', { status: 'failed' })]);
  expect(await store.check()).toEqual([]);
  const client = await database.client();
  await client.query(`update crossvault.tallies set jobs = jobs + 1 where status = 'failed';
    insert into crossvault.tallies values ('c', 'fake', 'running', -1, 0);
    delete from crossvault.sources; delete from crossvault.successes`);
  const faults = await store.check();
  expect(faults).toHaveLength(4);
  const [repaired] = await Promise.all([store.repair(), store.putJobs([reading('d', '3')])]);
  expect(repaired.length).toBeGreaterThanOrEqual(4);
  expect(await store.check()).toEqual([]);
  const { kept, counted } = await readCounts(store);
  expect(kept).toEqual(counted);
  const [c] = await store.summary({ since: null, startedBefore: null, connections: null });
  expect(c).toMatchObject({ lastSuccessAt: at(9), oldestSuccess: { target: 'VM', at: at(9) } });
});
