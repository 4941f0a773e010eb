import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUp } from './back-up.ts';

let folder: string;
let source: { readonly file: DatabaseSync; readonly path: string };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossvault-back-up-'));
  const path = join(folder, 'history.db');
  source = { file: new DatabaseSync(path), path };
});
afterEach(() => {
  source.file.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What SQLite leaves and throws when copying fails half-way. */
const failWith = (details: Readonly<Record<string, unknown>>) => async (_: DatabaseSync, target: string) => {
  for (const ending of ['', '-journal', '-wal', '-shm']) writeFileSync(`${target}${ending}`, 'half');
  throw Object.assign(new Error('it failed'), details);
};
const sqlite = (errcode: number) => ({ code: 'ERR_SQLITE_ERROR', errcode });
const system = (code: string) => ({ code, syscall: 'write' });

test.each([
  [
    'a full disk',
    sqlite(13),
    'store-full',
    'copy.db cannot be written (it failed). Make room on the disk of the backup',
  ],
  ['a full disk, in the words of the system', system('ENOSPC'), 'store-full', 'copy.db cannot be written'],
  ['a quota', system('EDQUOT'), 'store-full', 'copy.db cannot be written'],
  ['a disk that fails', sqlite(778), 'store-unavailable', 'copy.db cannot be written'],
  ['a folder that is taken away', system('ENOENT'), 'store-unavailable', 'copy.db cannot be written'],
  ['a folder that becomes read-only', sqlite(8), 'store-read-only', 'copy.db cannot be written'],
  ['a damaged store', sqlite(11), 'store-corrupt', 'history.db cannot be used'],
])('%s: the error names the file that is at fault, and nothing is left', async (_, details, code, message) => {
  const target = join(folder, 'copy.db');
  const failing = backUp(source, target, failWith(details));
  await expect(failing).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  expect(readdirSync(folder)).toEqual(['history.db']);
});
