import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureInstalled, toSizeTable } from './installed-size.ts';

const manifestOf = (name: string, dependencies: Readonly<Record<string, string>> = {}) =>
  JSON.stringify({ name, dependencies });

const first = manifestOf('@crossvault/first', { second: '1.0.0' });
const second = manifestOf('second', { third: '1.0.0' });
const third = manifestOf('third', { second: '1.0.0', absent: '1.0.0' });

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossvault-size-'));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await write('node_modules/@crossvault/first/package.json', first);
  await write('node_modules/@crossvault/first/dist/index.js', 'x'.repeat(100));
  await write('node_modules/.store/node_modules/second/package.json', second);
  await write('node_modules/.store/node_modules/third/package.json', third);
  await symlink(join(folder, 'node_modules/.store/node_modules/second'), join(folder, 'node_modules/second'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('a package counts with everything that it leads to, each once', async () => {
  expect(await measureInstalled({ folder, remove: async () => undefined }, '@crossvault/first')).toEqual({
    name: '@crossvault/first',
    ownBytes: first.length + 100,
    allBytes: first.length + 100 + second.length + third.length,
    packages: 3,
    libraries: ['second'],
  });
});

test('the table is in megabytes, and names the Node', () => {
  const size = { name: 'a', ownBytes: 450_000, allBytes: 12_345_678, packages: 7, libraries: ['b', 'c'] };
  expect(
    toSizeTable([size], () => '22.19+')
      .split('\n')
      .at(-1),
  ).toBe('| `a` | 22.19+ | 0.5 MB | 12.3 MB | 7 | b, c |');
});
