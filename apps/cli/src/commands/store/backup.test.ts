import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCrossvault } from '../../testing/run-crossvault.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'crossvault-backup-'));
  const connection = 'connections:\n  - name: one\n    vendor: no-such-vendor\n';
  await writeFile(join(cwd, 'crossvault.yaml'), `${connection}store: { type: sqlite, url: ./kept.db }\n`);
});
afterEach(() => rm(cwd, { recursive: true }));

test.each([
  ['store', 'info'],
  ['store', 'check'],
  ['store', 'vacuum'],
  ['store', 'prune', '--older-than', '10d'],
  ['store', 'backup', 'copy.db'],
  ['keys', 'list'],
  ['keys', 'revoke', 'unknown'],
  ['jobs', 'list'],
  ['connections', 'list'],
  ['operations', 'list'],
  ['audit'],
  ['summary'],
])('"%s %s" makes no store where there is none', async (...argv) => {
  await runCrossvault(argv, { cwd });
  expect(await readdir(cwd)).toEqual(['crossvault.yaml']);
});

test.each([
  ['store', 'info'],
  ['store', 'check'],
  ['store', 'vacuum'],
  ['store', 'prune', '--older-than', '10d'],
  ['store', 'backup', 'copy.db'],
  ['keys', 'list'],
  ['keys', 'revoke', 'nobody'],
  ['operations', 'list'],
  ['operations', 'get', 'none'],
  ['operations', 'wait', 'none'],
  ['audit'],
  ['summary'],
])('"%s %s" says where the missing store would be and what makes it', async (...argv) => {
  const { exitCode, err } = await runCrossvault(argv, { cwd });
  const words = `There is no store at ${join(cwd, 'kept.db')} yet: "crossvault serve" makes it`;
  expect([exitCode, err]).toEqual([7, expect.stringContaining(words)]);
});

test.each([['audit'], ['summary'], ['store', 'info'], ['jobs', 'watch']])(
  '"%s %s" says so where the configuration keeps no history',
  async (...argv) => {
    const connection = 'connections:\n  - name: one\n    vendor: no-such-vendor\n';
    await writeFile(join(cwd, 'crossvault.yaml'), `${connection}store: { type: none }\n`);
    const { exitCode, err } = await runCrossvault(argv, { cwd });
    expect([exitCode, err]).toEqual([
      7,
      expect.stringContaining('choose sqlite or postgres instead of store: { type: none }'),
    ]);
  },
);

test.each([
  ['keys', 'create', 'grafana', '--scope', 'read'],
  ['jobs', 'list'],
  ['store', 'info'],
])('"%s %s" refuses a store whose file is missing beside its log, and touches nothing', async (...argv) => {
  await writeFile(join(cwd, 'kept.db-wal'), 'changes');
  const { err } = await runCrossvault(argv, { cwd });
  expect(err).toContain('If the file was moved, put it back.');
  expect(await readdir(cwd)).toEqual(['crossvault.yaml', 'kept.db-wal']);
  expect(await readFile(join(cwd, 'kept.db-wal'), 'utf8')).toBe('changes');
});

test('a backup is a store with the keys of the first, and overwrites nothing', async () => {
  await runCrossvault(['keys', 'create', 'grafana', '--scope', 'read'], { cwd });
  const made = await runCrossvault(['store', 'backup', 'copy.db', '-o', 'json'], { cwd });
  const { size } = await stat(join(cwd, 'copy.db'));
  expect([made.exitCode, JSON.parse(made.out)]).toEqual([0, { file: join(cwd, 'copy.db'), sizeBytes: size }]);
  const again = await runCrossvault(['store', 'backup', 'copy.db'], { cwd });
  expect([again.exitCode, again.err]).toEqual([2, expect.stringContaining('a backup overwrites nothing')]);
  const connection = 'connections:\n  - name: one\n    vendor: no-such-vendor\n';
  await writeFile(join(cwd, 'copy.yaml'), `${connection}store: { type: sqlite, url: ./copy.db }\n`);
  const keys = await runCrossvault(['keys', 'list', '--config', 'copy.yaml'], { cwd });
  expect(keys.out).toContain('grafana');
});
