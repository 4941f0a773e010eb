import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runOrThrow } from '../run-program.ts';
import { readChangesetsSince, readCheckedIn, reportFolder, writeChanges } from './report-files.ts';

let root = '';

const write = (path: string, text: string) => writeFile(join(root, path), text);
const git = (...args: readonly string[]) =>
  runOrThrow('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.net', ...args], { cwd: root });
const filesSince = async (file: string) => (await readChangesetsSince(file, root)).map((each) => each.file).toSorted();

async function commit(): Promise<void> {
  await git('add', '--all');
  await git('commit', '--quiet', '--message=Change');
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'crossvault-changesets-'));
  await mkdir(join(root, reportFolder), { recursive: true });
  await mkdir(join(root, '.changeset'));
  await git('init', '--quiet');
  await write('.changeset/README.md', 'How to write one.');
  await write('.changeset/earlier.md', 'Earlier.');
  await write(`${reportFolder}/core.api.md`, 'a');
  await commit();
});

afterEach(() => rm(root, { recursive: true, force: true }));

test('changesets that are as old as the report do not count', async () => {
  expect(await filesSince('core.api.md')).toEqual([]);
});

test('changesets that were written or changed since the report count, committed or not', async () => {
  await write('.changeset/committed.md', 'Committed.');
  await write('.changeset/earlier.md', 'More.');
  await commit();
  await write('.changeset/untracked.md', 'Untracked.');
  expect(await filesSince('core.api.md')).toEqual(['committed.md', 'earlier.md', 'untracked.md']);
});

test('for a report that is new, all changesets count', async () => {
  expect(await filesSince('core.model.api.md')).toEqual(['earlier.md']);
});

test('accepted changes are what is checked in', async () => {
  const report = {
    packageName: '@crossvault/core',
    specifier: '@crossvault/core/model',
    file: 'core.model.api.md',
    text: 'b',
  };
  await writeChanges(
    [
      { kind: 'new', report },
      { kind: 'gone', file: 'core.api.md', before: 'a' },
    ],
    root,
  );
  expect([...(await readCheckedIn(root))]).toEqual([['core.model.api.md', 'b']]);
});
