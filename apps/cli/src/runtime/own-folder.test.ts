import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOwnFolder } from './own-folder.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'own-folder-'));
});
afterEach(() => rm(cwd, { recursive: true }));

test('a folder is made for this user alone, and taken again', async () => {
  const folder = join(cwd, '.crossvault', 'demo');
  await makeOwnFolder(folder);
  await makeOwnFolder(folder);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test.each(['.crossvault', join('.crossvault', 'demo')])('a link at %s is refused', async (link) => {
  await mkdir(join(cwd, 'elsewhere', 'demo'), { recursive: true });
  if (link !== '.crossvault') await mkdir(join(cwd, '.crossvault'), { mode: 0o700 });
  await symlink(join(cwd, 'elsewhere'), join(cwd, link));
  await expect(makeOwnFolder(join(cwd, '.crossvault', 'demo'))).rejects.toThrow('it is a link');
});

test('a folder that others can change, and a file, are refused with the reason', async () => {
  const folder = join(cwd, '.crossvault', 'demo');
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o777);
  await expect(makeOwnFolder(folder)).rejects.toThrow('other users can change it (mode 777)');
  await rm(folder, { recursive: true });
  await writeFile(folder, '');
  await expect(makeOwnFolder(folder)).rejects.toMatchObject({ code: 'configuration-unreadable' });
});
