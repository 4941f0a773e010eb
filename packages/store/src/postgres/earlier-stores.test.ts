import { allChanges, reading } from '@crossvault/testkit/store';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { schemaVersion } from '../schema/migrations.ts';
import { killMigration } from '../testing/kill-migration.ts';
import { startDatabases, type TestDatabase } from '../testing/postgres-databases.ts';
import { readContents, readExpected, readFixture } from '../testing/store-contents.ts';

const databases = await startDatabases();
const opened: TestDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});
afterAll(() => databases.stop());

/** A database with what an earlier version stored. */
async function restoreFixture(): Promise<TestDatabase> {
  const database = await databases.newDatabase();
  opened.push(database);
  const client = await database.client();
  await client.query(readFixture('part4-postgres.sql.gz').toString('utf8'));
  return database;
}

const newestFixture = 262;

describe('a database that an earlier version filled', () => {
  test('opens with the same jobs, keys, operations, audit entries, positions and states, and a second time', async () => {
    const database = await restoreFixture();
    for (let opening = 0; opening < 2; opening += 1) {
      const store = await database.open();
      expect(await readContents(store)).toEqual(readExpected('part4-postgres.json'));
      expect(await store.check()).toEqual([]);
    }
  });

  test('is unharmed by a process that is killed while it brings the tables up to date', async () => {
    const database = await restoreFixture();
    await killMigration(database.url);
    const { rows } = await (await database.client()).query('select version from crossvault.store_version');
    expect(rows).toEqual([{ version: 3 }]);
    expect(await readContents(await database.open())).toEqual(readExpected('part4-postgres.json'));
  });

  test('lets a reader of its feed go on from the position that he has', async () => {
    const store = await (await restoreFixture()).open();
    await store.putJobs([reading('new', '1')]);
    const news = await store.changes({ ...allChanges, after: String(newestFixture) });
    expect(news.changes.map(({ connection }) => connection)).toEqual(['new']);
    await expect(store.changes({ ...allChanges, after: '9999' })).rejects.toMatchObject({ code: 'cursor-expired' });
  });
});

describe('a database whose tables are changed under a process that has it open', () => {
  test('refuses every write of the older process, with the reason', async () => {
    const database = await restoreFixture();
    const older = await database.open();
    await (await database.client()).query(`update crossvault.store_version set version = ${schemaVersion + 1}`);
    const refused = { code: 'store-newer', message: expect.stringContaining(`version ${schemaVersion + 1}`) };
    await expect(older.putJobs([reading('c', '1')])).rejects.toMatchObject(refused);
    await expect(older.acquireLease({ name: 'sync:c', owner: 'o' }, 1000)).rejects.toMatchObject(refused);
    await expect(older.revokeKey('x', 'y')).rejects.toMatchObject(refused);
  });

  test('makes a migration wait for a write that is under way, and later writes wait for the migration', async () => {
    const database = await restoreFixture();
    const store = await database.open();
    const migration = await database.client();
    await migration.query('begin');
    await migration.query('lock table crossvault.store_version in access exclusive mode');
    const write = store.putJobs([reading('c', '1')]);
    await migration.query(`update crossvault.store_version set version = ${schemaVersion + 1}`);
    await migration.query('commit');
    await expect(write).rejects.toMatchObject({ code: 'store-newer' });
  });
});

test('a reader of the feed gets an error when a dump is restored under a running process, also when the feed has grown past its position', async () => {
  const database = await restoreFixture();
  const store = await database.open();
  await store.putJobs([reading('new', '1')]);
  const shared = await store.lastChange();
  await store.putJobs([reading('new', '2'), reading('new', '3')]);
  const ahead = await store.lastChange();
  const restore = await database.client();
  await restore.query(`delete from crossvault.changes where position > ${newestFixture + 1};
    select setval('crossvault.changes_position_seq', ${newestFixture + 1})`);
  const expired = { code: 'cursor-expired', message: expect.stringContaining(shared) };
  await expect(store.changes({ ...allChanges, after: ahead })).rejects.toMatchObject(expired);
  await store.putJobs([4, 5, 6, 7].map((number) => reading('new', `${number}`)));
  await expect(store.changes({ ...allChanges, after: ahead })).rejects.toMatchObject({ code: 'cursor-expired' });
  expect((await store.changes({ ...allChanges, after: shared })).changes).toHaveLength(4);
});
