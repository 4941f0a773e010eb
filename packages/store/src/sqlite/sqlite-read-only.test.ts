import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reading } from '@crossvault/testkit/store';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { realClock } from '../testing/real-clock.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

// Programs of their own are started here: how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let ownFolder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossvault-read-only-'));
  chmodSync(folder, 0o755);
  ownFolder = join(folder, 'ownFolder');
  path = join(ownFolder, 'history.db');
  mkdirSync(ownFolder);
});
afterEach(() => {
  chmodSync(ownFolder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

/** Puts a store with two jobs where only reading is allowed, with these of its files. */
async function fill(endings: readonly string[]): Promise<void> {
  const made = join(folder, 'made.db');
  const store = await openSqliteStore({ path: made, clock: realClock });
  await store.putJobs([reading('c', '1'), reading('c', '2')]);
  if (!endings.includes('-wal')) await store.close();
  for (const ending of endings) {
    copyFileSync(`${made}${ending}`, `${path}${ending}`);
    chmodSync(`${path}${ending}`, 0o444);
  }
  await store.close();
}

/** Reads, with `--check` also checks, then writes, in a process that may change nothing there: as another user where the tests run as root. */
function use(...flags: readonly string[]): string {
  chmodSync(ownFolder, flags.includes('--writable-folder') ? 0o777 : 0o555);
  const program = join(import.meta.dirname, '../testing/write-batches.ts');
  const user = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  const { stdout, stderr } = spawnSync(process.execPath, [program, path, 'd', '1', ...flags], {
    encoding: 'utf8',
    ...user,
  });
  return stdout + stderr;
}

describe('a store where only reading is allowed', () => {
  test('is read, and writing says that it cannot be written', async () => {
    await fill(['']);
    expect(use()).toMatch(/^read 2\nstore-read-only: .*It can be read/);
    expect(readdirSync(ownFolder)).toEqual(['history.db']);
  });

  test('is checked, since a check only reads', async () => {
    await fill(['']);
    expect(use('--check')).toMatch(/^read 2\nfaults 0\nstore-read-only: /);
    expect(readdirSync(ownFolder)).toEqual(['history.db']);
  });

  test('is checked where the file alone may not be written', async () => {
    await fill(['']);
    expect(use('--check', '--writable-folder')).toMatch(/^read 2\nfaults 0\nstore-read-only: /);
  });

  test('is refused where its newest changes are beside it: they would be left out', async () => {
    await fill(['', '-wal']);
    expect(use()).toMatch(/^store-read-only: .*Copy both files/);
  });

  test('is not made there', () => {
    expect(use()).toMatch(/^store-unavailable: .*cannot be made/);
    expect(existsSync(path)).toBe(false);
  });
});
