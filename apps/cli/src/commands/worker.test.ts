import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCrossvault } from '../testing/run-crossvault.ts';

/** A folder whose configuration has this store, and one connection that is never asked. */
async function configured(store: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-worker-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const connection = 'connections:\n  - name: one\n    vendor: no-such-vendor\n';
  await writeFile(join(folder, 'crossvault.yaml'), `${connection}store: ${store}\n`);
  return folder;
}

test('on SQLite it says that `serve` syncs, so no worker is needed', async () => {
  const cwd = await configured('{ type: sqlite }');
  const { exitCode, err } = await runCrossvault(['worker'], { cwd });
  expect(exitCode).toBe(7);
  expect(err).toContain('`crossvault serve` syncs: no worker is needed.');
});

test('without a store it says that there is nothing to sync', async () => {
  const cwd = await configured('{ type: none }');
  const { exitCode, err } = await runCrossvault(['worker'], { cwd });
  expect(exitCode).toBe(7);
  expect(err).toContain('nothing is kept, so there is nothing to sync');
});

test('a database that cannot be reached is reported with advice, and without its password', async () => {
  const cwd = await configured('{ type: postgres, url: "${DATABASE_URL}" }');
  const environment = { DATABASE_URL: 'postgres://someone:hush-hush@127.0.0.1:1/crossvault' };
  const { exitCode, err } = await runCrossvault(['worker'], { cwd, environment });
  expect(exitCode).toBe(6);
  expect(err).toContain('127.0.0.1');
  expect(err).not.toContain('hush-hush');
});

test('a password that is written out is refused, and not repeated', async () => {
  const cwd = await configured('{ type: postgres, url: "postgres://someone:hush-hush@127.0.0.1:1/crossvault" }');
  const { exitCode, err } = await runCrossvault(['worker'], { cwd });
  expect(exitCode).toBe(7);
  expect(err).toContain('must not contain a password');
  expect(err).not.toContain('hush-hush');
});

test.each([
  'someone:hush-hush@127.0.0.1:1/crossvault',
  'postgres://someone:x#hush-hush@127.0.0.1:1/crossvault',
  'postgres://someone:x/hush-hush@127.0.0.1:1/crossvault',
  'postgres://someone:x@hush-hush@127.0.0.1:1/crossvault',
  'postgres://someone:%hush-hush@127.0.0.1:1/crossvault',
])('an address that cannot be read is refused by every command, and no part of it is shown (%#)', async (address) => {
  const cwd = await configured('{ type: postgres, url: "${DATABASE_URL}" }');
  for (const command of [['worker'], ['config', 'validate'], ['jobs', 'list', '-o', 'json']]) {
    const { exitCode, out, err } = await runCrossvault(command, { cwd, environment: { DATABASE_URL: address } });
    expect(exitCode).toBe(7);
    expect(err).toContain('store.url');
    expect(out + err).not.toMatch(/hush|someone/);
  }
});

test.each(['0', '65', 'many', '1.5'])('%s connections at once are refused', async (text) => {
  const { exitCode, err } = await runCrossvault(['worker', '--concurrency', text]);
  expect(exitCode).toBe(2);
  expect(err).toContain('whole number from 1 to 64');
});
