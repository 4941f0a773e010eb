import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reading, readStatuses } from '@crossvault/testkit/store';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { realClock } from '../testing/real-clock.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

const closing: (() => Promise<void>)[] = [];
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossvault-file-'));
  path = join(folder, 'history.db');
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  rmSync(folder, { recursive: true, force: true });
});

const logged: string[] = [];
const note = (_: object, message: string): void => void logged.push(message);
const logger = { debug: note, info: note, warn: note, error: note };

async function open(at = path, create = true) {
  const store = await openSqliteStore({ path: at, clock: realClock, create, logger });
  closing.push(() => store.close());
  return store;
}

const batch = (first: number) => Array.from({ length: 50 }, (_, index) => reading('c', `${first + index}`));
const unavailable = { code: 'store-unavailable', message: expect.stringContaining('history.db') };
const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

describe('a file that is taken away while it is open', () => {
  test.each(['removed', 'renamed', 'replaced', 'robbed of its log'])(
    '(%s) is used no more, which is logged once',
    async (how) => {
      const store = await open();
      await store.putJobs(batch(0));
      logged.length = 0;
      if (how === 'removed') rmSync(path);
      if (how === 'renamed') renameSync(path, `${path}.old`);
      if (how === 'replaced') {
        copyFileSync(path, `${path}.new`);
        renameSync(`${path}.new`, path);
      }
      if (how === 'robbed of its log') rmSync(`${path}-wal`);
      await expect(store.putJobs(batch(50))).rejects.toMatchObject(unavailable);
      await expect(store.listKeys()).rejects.toMatchObject(unavailable);
      await expect(store.lastChange()).rejects.toMatchObject(unavailable);
      await expect(store.info()).rejects.toMatchObject(unavailable);
      await expect(readStatuses(store)).rejects.toMatchObject(unavailable);
      expect(logged).toEqual([expect.stringContaining('removed or replaced')]);
      expect(existsSync(path)).toBe(how === 'replaced' || how === 'robbed of its log');
    },
  );

  test('is used again when it is back', async () => {
    const store = await open();
    await store.putJobs(batch(0));
    renameSync(path, `${path}.old`);
    await expect(store.lastChange()).rejects.toMatchObject(unavailable);
    renameSync(`${path}.old`, path);
    await store.putJobs(batch(50));
    expect((await readStatuses(store)).size).toBe(100);
  });

  test('is not made again by a writer that begins only then', async () => {
    await (await open()).putJobs(batch(0));
    for (const close of closing.splice(0)) await close();
    const reader = await open();
    rmSync(path);
    await expect(reader.putJobs(batch(50))).rejects.toMatchObject(unavailable);
    expect(existsSync(path)).toBe(false);
  });
});

test('looking makes no file', async () => {
  await expect(open(path, false)).rejects.toMatchObject({
    code: 'store-missing',
    message: expect.stringContaining(path),
  });
  expect(readdirSync(folder)).toEqual([]);
});

describe('a log whose file is missing', () => {
  /** Bytes of everything in the folder, by name. */
  const contents = () =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'hex')]));

  test.each([
    ['was moved away under a process that has it open', ['-wal', '-shm'], true],
    ['was moved away under a process that has it open, for a command that only reads', ['-wal', '-shm'], false],
    ['left its log alone', ['-wal'], true],
    ['left its shared memory alone', ['-shm'], true],
  ])('%s: it is refused, and nothing is touched', async (_, endings, create) => {
    const store = await open();
    await store.putJobs(batch(0));
    renameSync(path, join(folder, 'moved'));
    for (const ending of ['-wal', '-shm']) {
      if (!endings.includes(ending)) renameSync(`${path}${ending}`, join(folder, `moved${ending}`));
    }
    const before = contents();
    const message = expect.stringContaining('put it back');
    await expect(open(path, create)).rejects.toMatchObject({ code: 'store-corrupt', message });
    expect(contents()).toEqual(before);
  });

  test('is whole again when the file is back', async () => {
    const store = await open();
    await store.putJobs(batch(0));
    renameSync(path, join(folder, 'moved'));
    await expect(open()).rejects.toMatchObject({ code: 'store-corrupt' });
    renameSync(join(folder, 'moved'), path);
    await store.putJobs(batch(50));
    const other = await open();
    expect((await readStatuses(other)).size).toBe(100);
    expect(await other.check()).toEqual([]);
  });

  test('is refused beside an empty file, too', async () => {
    await (await open()).putJobs(batch(0));
    renameSync(path, join(folder, 'moved'));
    writeFileSync(path, '');
    const before = contents();
    await expect(open()).rejects.toMatchObject({ code: 'store-corrupt' });
    expect(contents()).toEqual(before);
  });
});

describe('a file beside the log of another one', () => {
  /** What a process leaves that was killed: the file, and the changes that are not yet in it. */
  async function leftBehind(): Promise<{ readonly older: string }> {
    const older = join(folder, 'older.db');
    const first = await open();
    await first.putJobs(batch(0));
    await first.close();
    copyFileSync(path, older);
    const second = await open();
    for (let round = 1; round < 6; round += 1) await second.putJobs(batch(round * 50));
    await second.vacuum();
    await second.putJobs(batch(1000));
    copyFileSync(path, join(folder, 'left.db'));
    copyFileSync(`${path}-wal`, join(folder, 'left.db-wal'));
    await second.close();
    return { older };
  }

  test('is refused before anything is changed, and says what to do', async () => {
    const { older } = await leftBehind();
    copyFileSync(older, path);
    copyFileSync(join(folder, 'left.db-wal'), `${path}-wal`);
    const message = expect.stringContaining(`remove ${path}-wal`);
    await expect(open()).rejects.toMatchObject({ code: 'store-corrupt', message });
    for (const ending of ['-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
    const restored = await open();
    expect((await readStatuses(restored)).size).toBe(50);
    expect(await restored.check()).toEqual([]);
  });

  test('is refused, too, where a link leads to it', async () => {
    const { older } = await leftBehind();
    copyFileSync(older, path);
    copyFileSync(join(folder, 'left.db-wal'), `${path}-wal`);
    symlinkSync(path, join(folder, 'link.db'));
    const message = expect.stringContaining('was replaced');
    await expect(open(join(folder, 'link.db'))).rejects.toMatchObject({ code: 'store-corrupt', message });
  });

  test('is opened where the log is its own: nothing of it is lost', async () => {
    await leftBehind();
    const store = await open(join(folder, 'left.db'));
    expect((await readStatuses(store)).size).toBe(350);
    expect(await store.check()).toEqual([]);
  });

  test('that was backed up while the log was written is restored with or without it', async () => {
    const store = await open();
    await store.putJobs(batch(0));
    await store.backUp(join(folder, 'copy.db'));
    await store.putJobs(batch(50));
    copyFileSync(`${path}-wal`, join(folder, 'copy.db-wal'));
    const withLog = await open(join(folder, 'copy.db'));
    expect(await withLog.check()).toEqual([]);
    expect((await readStatuses(withLog)).size).toBe(100);
  });
});

describe('a backup', () => {
  test('is a store of its own with all that was stored, for its owner alone', async () => {
    const store = await open();
    await store.putJobs(batch(0));
    const target = join(folder, 'backup.db');
    const writing = store.putJobs(batch(50));
    await store.backUp(target);
    await writing;
    expect(modeOf(target)).toBe('600');
    const copy = await open(target, false);
    expect([50, 100]).toContain((await readStatuses(copy)).size);
    expect(await copy.check()).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
  });

  test('overwrites nothing, and leaves nothing where it cannot be written', async () => {
    const store = await open();
    await expect(store.backUp(path)).rejects.toMatchObject({ code: 'invalid-parameter' });
    await expect(store.backUp(join(folder, 'nowhere', 'backup.db'))).rejects.toMatchObject({
      code: 'invalid-parameter',
    });
    expect((await store.info()).jobs).toBe(0);
  });
});

describe('who may read it', () => {
  test('new files are their owner’s alone, whatever the umask', async () => {
    const before = process.umask(0o022);
    try {
      await (await open()).putJobs(batch(0));
    } finally {
      process.umask(before);
    }
    expect(['', '-wal', '-shm'].map((ending) => modeOf(`${path}${ending}`))).toEqual(['600', '600', '600']);
  });

  test('files that every user may read become so, and a group that was let in stays in', async () => {
    await (await open()).putJobs(batch(0));
    for (const close of closing.splice(0)) await close();
    chmodSync(path, 0o644);
    await open();
    expect(modeOf(path)).toBe('600');
    chmodSync(path, 0o660);
    await open();
    expect(modeOf(path)).toBe('660');
  });
});
