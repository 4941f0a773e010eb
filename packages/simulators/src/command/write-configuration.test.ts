import { lstat, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeConfiguration } from './write-configuration.ts';

const vendor = {
  connection: {
    name: 'console',
    secrets: { password: 'simulated' },
    settings: () => ({ name: 'console', vendor: 'veeam-spc' }) as const,
  },
};

async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'write-configuration-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('a link that was prepared in the place of a secret is replaced, and what it led to stays as it was', async () => {
  const folder = await openFolder();
  const elsewhere = join(folder, 'elsewhere');
  await writeFile(elsewhere, 'untouched', { mode: 0o644 });
  await mkdir(join(folder, 'secrets'));
  await symlink(elsewhere, join(folder, 'secrets', 'console'));
  await symlink(elsewhere, join(folder, 'crossvault.yaml'));
  await writeConfiguration(folder, [vendor]);
  expect(await readFile(elsewhere, 'utf8')).toBe('untouched');
  expect((await lstat(elsewhere)).mode & 0o777).toBe(0o644);
  expect(await readFile(join(folder, 'secrets', 'console'), 'utf8')).toBe('simulated');
  for (const path of ['crossvault.yaml', join('secrets', 'console')]) {
    const stats = await lstat(join(folder, path));
    expect([stats.isFile(), stats.mode & 0o777]).toEqual([true, 0o600]);
  }
});

test('a folder of secrets that is a link is refused', async () => {
  const folder = await openFolder();
  await mkdir(join(folder, 'other'));
  await symlink(join(folder, 'other'), join(folder, 'secrets'));
  await expect(writeConfiguration(folder, [vendor])).rejects.toThrow('is a link');
});
