import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { claimFolder } from './claim-folder.ts';

async function makePath(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'crossvault-claim-'));
  onTestFinished(() => rm(parent, { recursive: true }));
  return join(parent, 'demo');
}

test('what runs at the same time gets a folder of its own, and the first one is free again after it', async () => {
  const path = await makePath();
  const first = await claimFolder(path);
  const second = await claimFolder(path);
  expect([first.path, second.path]).toEqual([path, `${path}-2`]);
  await first.release();
  expect((await claimFolder(path)).path).toBe(path);
});

test.each(['2147480000', 'not a number', ''])(
  'the claim "%s" of a process that does not run is taken over',
  async (text) => {
    const path = await makePath();
    const first = await claimFolder(path);
    await writeFile(join(path, 'running.pid'), text);
    const next = await claimFolder(path);
    expect(next.path).toBe(first.path);
    expect(await readFile(join(path, 'running.pid'), 'utf8')).toBe(`${process.pid}\n`);
  },
);
