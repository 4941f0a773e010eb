import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareReports } from './compare-reports.ts';
import { extractReports } from './extract-report.ts';
import { showChange } from './show-change.ts';

let root = '';

const write = async (path: string, text: string) => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};
const entry = (specifier: string, key: string, declarations: string) => ({ specifier, key, source: '', declarations });
const acme = {
  name: '@crossvault/acme',
  folder: 'packages/acme',
  nodeRange: '>=22.19.0',
  entryPoints: [
    entry('@crossvault/acme', '.', 'packages/acme/dist/index.d.ts'),
    entry('@crossvault/acme/client', './client', 'packages/acme/dist/client/index.d.ts'),
  ],
};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'crossvault-acme-'));
  await write('packages/acme/package.json', '{ "name": "@crossvault/acme", "version": "0.1.0", "type": "module" }');
  await write('packages/acme/dist/job.d.ts', 'export interface Job {\n  readonly id: string;\n}\n');
  await write(
    'packages/acme/dist/index.d.ts',
    "import type { Job } from './job.ts';\nexport declare function read(): Job;\n",
  );
  await write('packages/acme/dist/client/index.d.ts', 'export declare const url: string;\n');
});

afterAll(() => rm(root, { recursive: true, force: true }));

test('every entry point has a report, and a planted change of one is shown', async () => {
  const before = await extractReports([acme], root);
  expect(before.map(({ file }) => file)).toEqual(['acme.api.md', 'acme.client.api.md']);
  expect(before[0]?.text).toContain('# API of @crossvault/acme\n');
  expect(before[0]?.text).toContain('export function read(): Job;');
  expect(before[0]?.text).toContain('interface Job {');
  expect(before[1]?.text).toContain('const url: string;');

  await write('packages/acme/dist/job.d.ts', 'export interface Job {\n  readonly id: number;\n}\n');
  const checkedIn = new Map(before.map(({ file, text }) => [file, text]));
  const changes = compareReports(await extractReports([acme], root), checkedIn);
  expect(changes.map(({ kind }) => kind)).toEqual(['changed']);
  const [change] = changes;
  const shown = change === undefined ? '' : await showChange(change);
  expect(shown).toContain('acme.api.md differs from what @crossvault/acme exports:');
  expect(shown).toMatch(/^-\s+readonly id: string;$/m);
  expect(shown).toMatch(/^\+\s+readonly id: number;$/m);
});

test('a package that is not built is refused with the command', async () => {
  const entryPoints = [entry('@crossvault/acme/none', './none', 'packages/acme/dist/none.d.ts')];
  await expect(extractReports([{ ...acme, entryPoints }], root)).rejects.toThrow(
    'packages/acme/dist/none.d.ts is missing: run npx -y pnpm@10 build.',
  );
});
