import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { allChanges, reading } from '@crossvault/testkit/store';
import { afterEach, describe, expect, test } from 'vitest';
import { schemaVersion } from '../schema/migrations.ts';
import { killMigration } from '../testing/kill-migration.ts';
import { realClock } from '../testing/real-clock.ts';
import { readContents, readExpected, readFixture } from '../testing/store-contents.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

const folders: string[] = [];
const closing: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The file that an earlier version filled, in a folder of its own. */
function copyFixture(): string {
  const folder = mkdtempSync(join(tmpdir(), 'crossvault-store-'));
  folders.push(folder);
  const path = join(folder, 'history.db');
  writeFileSync(path, readFixture('part4.sqlite.gz'));
  return path;
}

async function open(path: string) {
  const store = await openSqliteStore({ path, clock: realClock });
  closing.push(() => store.close());
  return store;
}

/** The file as another program has it open. */
function openRaw(path: string): DatabaseSync {
  const file = new DatabaseSync(path, { timeout: 10_000 });
  closing.unshift(() => file.close());
  return file;
}

const readVersion = (path: string): unknown => openRaw(path).prepare('select version from store_version').all();

describe('a file that an earlier version filled', () => {
  test('opens with the same jobs, keys, operations, audit entries, positions and states, and a second time', async () => {
    const path = copyFixture();
    for (let opening = 0; opening < 2; opening += 1) {
      const store = await openSqliteStore({ path, clock: realClock });
      expect(await readContents(store)).toEqual(readExpected('part4.sqlite.json'));
      expect(await store.check()).toEqual([]);
      await store.close();
    }
  });

  test('is unharmed by a process that is killed while it brings the tables up to date', async () => {
    const path = copyFixture();
    await killMigration(path);
    expect(readVersion(path)).toEqual([{ version: 3 }]);
    expect(await readContents(await open(path))).toEqual(readExpected('part4.sqlite.json'));
  });

  test('lets a reader of its feed go on from the position that he has', async () => {
    const store = await open(copyFixture());
    const [first, ...others] = (await store.changes(allChanges)).changes;
    const rest = await store.changes({ ...allChanges, after: '1' });
    expect([first?.position, rest.changes]).toEqual([1, others]);
    await store.putJobs([reading('new', '1')]);
    const news = await store.changes({ ...allChanges, after: '426' });
    expect(news.changes.map(({ connection }) => connection)).toEqual(['new']);
    // A bare number was never given for a change that has a mark.
    await expect(store.changes({ ...allChanges, after: '427' })).rejects.toMatchObject({ code: 'cursor-expired' });
  });
});

describe('a file whose tables are changed under a process that has it open', () => {
  test('refuses every write of the older process, with the reason', async () => {
    const path = copyFixture();
    const older = await open(path);
    openRaw(path).exec(`update store_version set version = ${schemaVersion + 1}`);
    const refused = { code: 'store-newer', message: expect.stringContaining(`version ${schemaVersion + 1}`) };
    await expect(older.putJobs([reading('c', '1')])).rejects.toMatchObject(refused);
    await expect(older.acquireLease({ name: 'sync:c', owner: 'o' }, 1000)).rejects.toMatchObject(refused);
    await expect(older.revokeKey('x', 'y')).rejects.toMatchObject(refused);
    expect((await older.changes({ ...allChanges, after: '426' })).changes).toEqual([]);
  });

  test('takes none either where an older backup was restored', async () => {
    const path = copyFixture();
    const store = await open(path);
    openRaw(path).exec('update store_version set version = 3');
    await expect(store.putJobs([reading('c', '1')])).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});

test('a reader of the feed gets an error when an older copy of the file is put back, also when the feed has grown past its position', async () => {
  const path = copyFixture();
  const store = await open(path);
  await store.putJobs([reading('new', '1')]);
  const shared = await store.lastChange();
  await store.putJobs([reading('new', '2'), reading('new', '3')]);
  const ahead = await store.lastChange();
  openRaw(path).exec(`delete from changes where position > 427;
    update sqlite_sequence set seq = 427 where name = 'changes'`);
  const expired = { code: 'cursor-expired', message: expect.stringContaining(shared) };
  await expect(store.changes({ ...allChanges, after: ahead })).rejects.toMatchObject(expired);
  await store.putJobs([4, 5, 6, 7].map((number) => reading('new', `${number}`)));
  await expect(store.changes({ ...allChanges, after: ahead })).rejects.toMatchObject({ code: 'cursor-expired' });
  expect((await store.changes({ ...allChanges, after: shared })).changes).toHaveLength(4);
});
