import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeReference } from './write-reference.ts';

let root = '';

const write = async (path: string, text: string) => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};
const entry = (key: string, source: string) => ({
  specifier: `@crossvault/acme${key.slice(1)}`,
  key,
  source: `packages/acme/src/${source}`,
  declarations: '',
});
const acme = {
  name: '@crossvault/acme',
  folder: 'packages/acme',
  nodeRange: '>=22.19.0',
  entryPoints: [entry('.', 'index.ts'), entry('./model', 'model.ts'), entry('./internal', 'internal.ts')],
};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'crossvault-acme-'));
  const compilerOptions = {
    strict: true,
    target: 'es2024',
    module: 'nodenext',
    allowImportingTsExtensions: true,
    types: [],
  };
  await write('tsconfig.base.json', JSON.stringify({ compilerOptions }));
  await mkdir(join(root, 'node_modules/@types'), { recursive: true });
  await write('packages/acme/package.json', '{ "name": "@crossvault/acme", "version": "0.1.0", "type": "module" }');
  await write('packages/acme/src/model.ts', 'export type Id = string;\n');
  await write('packages/acme/src/internal.ts', "export type { Hidden } from './job.ts';\n");
  await write(
    'packages/acme/src/job.ts',
    [
      'export const statuses = ["failed"] as const;',
      'export type Status = (typeof statuses)[number];',
      'export interface Hidden { readonly id: string }',
      'export interface Job { readonly status: Status }',
    ].join('\n'),
  );
});

afterAll(() => rm(root, { recursive: true, force: true }));

test('a type that an export names and that only an internal entry point exports is reported', async () => {
  await write(
    'packages/acme/src/index.ts',
    "import type { Hidden } from './job.ts';\nexport const read = (job: Promise<readonly Hidden[]>): unknown => job;\n",
  );
  expect(await writeReference([acme], root)).toEqual({
    modules: 2,
    warnings: 0,
    errors: 0,
    unexported: ['Hidden of @crossvault/acme/src/job.ts is named by @crossvault/acme.read.job and not exported'],
  });
});

test('a constant that an exported type is made of need not be exported', async () => {
  await write('packages/acme/src/index.ts', "export type { Job, Status } from './job.ts';\n");
  expect(await writeReference([acme], root)).toEqual({ modules: 2, warnings: 0, errors: 0, unexported: [] });
});
