import { spawn } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { feedStart } from '@crossvault/core/store';
import { everything, firstRows, reading, readStatuses, replay } from '@crossvault/testkit/store';
import { afterEach, describe, expect, test } from 'vitest';
import { realClock } from '../testing/real-clock.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import { refuseOldSqlite } from './sqlite-version.ts';

const folders: string[] = [];
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'crossvault-store-'));
  chmodSync(folder, 0o777);
  folders.push(folder);
  return join(folder, 'history.db');
}

async function open(path: string) {
  const store = await openSqliteStore({ path, clock: realClock });
  closing.push(() => store.close());
  return store;
}

/** Runs a program of this folder in a process of its own; gives its last words. */
function run(program: string, args: readonly string[], options: { readonly uid?: number } = {}): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../testing', program), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  }
  return new Promise((resolve) => child.on('close', () => resolve(said.trim())));
}

const batchOf = (connection: string, from: number, size = 100) =>
  Array.from({ length: size }, (_, index) => reading(connection, `${from + index}`));

describe('one file and several processes', () => {
  test('a process that writes and one that reads and writes do not disturb each other', async () => {
    const path = newPath();
    const store = await open(path);
    const other = run('write-batches.ts', [path, 'other', '30']);
    let isOver = false;
    const ended = other.finally(() => {
      isOver = true;
    });
    let position = feedStart;
    let last = 0;
    for (let batch = 0; batch < 30 || !isOver; batch += 1) {
      await store.putJobs(batchOf('own', (batch % 30) * 100));
      const { changes, next } = await store.changes({
        after: position,
        limit: 100_000,
        connections: null,
        statuses: null,
      });
      expect(changes.every(({ position }) => position > last)).toBe(true);
      last = changes.at(-1)?.position ?? last;
      position = next;
      await store.listJobs(everything, firstRows);
    }
    expect(await ended).toMatch(/done$/);
    expect((await readStatuses(store)).size).toBe(6000);
    expect(await replay(store)).toEqual(await readStatuses(store));
    expect(await store.check()).toEqual([]);
  });

  test('several processes may make the same new file at once', async () => {
    const path = newPath();
    const names = ['a', 'b', 'c'];
    const said = await Promise.all(names.map((name) => run('write-batches.ts', [path, name, '2'])));
    expect(said.map((words) => words.split('\n').at(-1))).toEqual(['done', 'done', 'done']);
    expect((await readStatuses(await open(path))).size).toBe(600);
  });

  test('what was acknowledged is there after the writer is killed, and nothing is there in part', async () => {
    const path = newPath();
    const program = join(import.meta.dirname, '../testing/write-batches.ts');
    for (const [round, acknowledgements] of [1, 4, 9].entries()) {
      const child = spawn(process.execPath, [program, path, `c${round}`, '1000'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let acknowledged = 0;
      await new Promise<void>((resolve) => {
        child.stdout.on('data', (chunk: Buffer) => {
          acknowledged += chunk
            .toString('utf8')
            .split('\n')
            .filter((line) => line.startsWith('batch')).length;
          if (acknowledged >= acknowledgements) child.kill('SIGKILL');
        });
        child.on('close', () => resolve());
      });
      const store = await open(path);
      const own = [...(await readStatuses(store)).keys()].length;
      expect(own % 100).toBe(0);
      const { jobs } = await store.info();
      expect(jobs).toBe(own);
      const rows = await store.summary({ since: null, startedBefore: null, connections: null });
      const stored = rows.find(({ connection }) => connection === `c${round}`)?.counts.succeeded ?? 0;
      expect(stored).toBeGreaterThanOrEqual(acknowledged * 100);
      expect(await store.check()).toEqual([]);
      expect(await replay(store)).toEqual(await readStatuses(store));
    }
  });
});

describe('a file that cannot be used', () => {
  test('of a newer Crossvault is refused and left as it is', async () => {
    const path = newPath();
    await (await open(path)).close();
    const file = new DatabaseSync(path);
    file.exec('update store_version set version = 99');
    file.close();
    await expect(open(path)).rejects.toMatchObject({ code: 'store-newer', message: expect.stringContaining('99') });
  });

  test('of another program is refused and left as it is', async () => {
    const path = newPath();
    const foreign = new DatabaseSync(path);
    foreign.exec('create table invoices (number)');
    await expect(open(path)).rejects.toMatchObject({
      code: 'store-unsupported',
      message: expect.stringContaining('another program'),
    });
    expect(foreign.prepare('select name from sqlite_master').all()).toEqual([{ name: 'invoices' }]);
    foreign.close();
  });

  test('in a folder that is not there says so', async () => {
    const path = join(newPath(), 'nowhere', 'history.db');
    await expect(open(path)).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringContaining(path),
    });
  });

  test('that is no database, or whose pages were overwritten, says what to do', async () => {
    const path = newPath();
    const store = await open(path);
    for (let batch = 0; batch < 5; batch += 1) await store.putJobs(batchOf('c', batch * 100));
    await store.vacuum();
    await store.close();
    const pages = statSync(path).size / 4096;
    overwrite(path, 4096 * Math.floor(pages / 3), 4096 * Math.floor(pages / 3));
    const use = async () => {
      const damaged = await open(path);
      await damaged.putJobs(batchOf('d', 0));
      await readStatuses(damaged);
    };
    await expect(use()).rejects.toMatchObject({
      code: 'store-corrupt',
      message: expect.stringContaining('restore a backup'),
    });
    for (const close of closing.splice(0)) await close();
    overwrite(path, 0, 4096);
    await expect(open(path)).rejects.toMatchObject({ code: 'store-corrupt' });
  });

  test('for which there is no room left keeps what it has, and continues when there is', async () => {
    const path = newPath();
    const store = await open(path);
    await store.putJobs(batchOf('c', 0));
    await store.close();
    const small = await openSqliteStore({ path, clock: realClock, largestBytes: statSync(path).size + 400_000 });
    closing.push(() => small.close());
    let stored = 1;
    const fill = async () => {
      for (; stored < 1000; stored += 1) await small.putJobs(batchOf('c', stored * 100));
    };
    await expect(fill()).rejects.toMatchObject({ code: 'store-full', message: expect.stringContaining('prune') });
    expect((await readStatuses(small)).size).toBe(stored * 100);
    await small.close();
    const again = await open(path);
    expect(await again.check()).toEqual([]);
    await again.putJobs(batchOf('d', 0));
    expect((await again.info()).jobs).toBe((stored + 1) * 100);
  });

  test('that may only be read says that it cannot be written, and is read all the same', async () => {
    const path = newPath();
    const store = await open(path);
    await store.putJobs(batchOf('c', 0));
    await store.close();
    const isRoot = process.getuid?.() === 0;
    chmodSync(path, 0o444);
    const said = await run('write-batches.ts', [path, 'd', '1'], isRoot ? { uid: 65534 } : {});
    expect(said).toContain('store-read-only');
    expect(said).toContain('read 100');
  });

  test('by an SQLite that can lose commits is refused', () => {
    expect(() => refuseOldSqlite('3.51.2')).toThrow(expect.objectContaining({ code: 'store-unsupported' }));
    expect(() => refuseOldSqlite('3.9.0')).toThrow(/Node 22\.22\.3\+/);
    for (const version of ['3.51.3', '3.52.0', '4.0.0']) expect(() => refuseOldSqlite(version)).not.toThrow();
  });
});

function overwrite(path: string, offset: number, length: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length, 0x5a), 0, length, offset);
  closeSync(file);
}
