import { sql } from 'kysely';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { inWrite } from '../write-transaction.ts';
import { migrate, migrations, readSchemaVersion, refuseNewer, schemaVersion } from './migrations.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

const run = (steps = migrations) => migrate(session.db, session.engine, '/a/history.db', steps);

describe('a migration', () => {
  test('of tables that are up to date changes nothing', async () => {
    await run();
    expect(session.takeStatements().filter(({ sql: text }) => !/^(?:select|begin|commit)/.test(text))).toEqual([]);
    expect(await readSchemaVersion(session.db, session.engine)).toBe(schemaVersion);
  });

  test('runs only the steps that the tables do not have yet', async () => {
    const ran: string[] = [];
    const step = (name: string) => async () => void ran.push(name);
    await run([...migrations, step('one'), step('two')]);
    await run([...migrations, step('one'), step('two'), step('three')]);
    expect(ran).toEqual(['one', 'two', 'three']);
    expect(await readSchemaVersion(session.db, session.engine)).toBe(schemaVersion + 3);
  });

  test('that fails at a later step leaves nothing of the earlier ones', async () => {
    const steps = [
      ...migrations,
      async (db: TestSession['db']) => void (await sql`create table extra (id text)`.execute(db)),
      async () => {
        throw new Error('no room');
      },
    ];
    await expect(run(steps)).rejects.toThrow('no room');
    expect(await session.engine.hasTable(session.db, 'extra')).toBe(false);
    expect(await readSchemaVersion(session.db, session.engine)).toBe(schemaVersion);
  });

  test('refuses tables of a newer version, and leaves them as they are', async () => {
    await expect(run(migrations.slice(0, -1))).rejects.toMatchObject({ code: 'store-newer' });
    expect(await readSchemaVersion(session.db, session.engine)).toBe(schemaVersion);
  });

  test('leaves the indexes that answer the questions to the list, and no others', async () => {
    const { rows } = await sql<{ name: string }>`select name from sqlite_master
      where type = 'index' and tbl_name = 'jobs' order by name`.execute(session.db);
    expect(rows.map(({ name }) => name.replace('jobs_', ''))).toEqual([
      'connection',
      'connection_kind',
      'connection_status',
      'ended',
      'kind',
      'kind_status',
      'mapped',
      'native_id',
      'plan_id',
      'plan_name',
      'problem',
      'started',
      'status',
      'target_id',
      'target_name',
      'tenant',
      'trigger',
      'unfinished',
      'sqlite_autoindex_1',
    ]);
  });
});

test('tables of a newer version are named with their version and what to do', () => {
  expect(() => refuseNewer(schemaVersion, 'x')).not.toThrow();
  expect(() => refuseNewer(9, '/a/history.db', 8)).toThrow(/\/a\/history\.db has tables of version 9.* knows up to 8/);
});

describe('a write', () => {
  const write = () => inWrite(session.db, session.engine, async () => 'written');

  test('goes into tables of the version that this process knows', async () => {
    expect(await write()).toBe('written');
  });

  test.each([
    ['a newer version', schemaVersion + 1, 'store-newer'],
    ['an older version', schemaVersion - 1, 'store-unavailable'],
  ])('into tables of %s is refused before it begins', async (_, version, code) => {
    await session.db.updateTable('store_version').set({ version }).execute();
    await expect(write()).rejects.toMatchObject({ code });
  });
});
