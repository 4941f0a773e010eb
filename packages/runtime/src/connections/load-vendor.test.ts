import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { connectionFields, type VendorDefinition } from '@crossvault/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { loadVendors } from './load-vendor.ts';

const builtIn: VendorDefinition = {
  id: 'acme',
  title: 'Acme Backup',
  configSchema: z.strictObject(connectionFields),
  connect: () => {
    throw new Error('not called here');
  },
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossvault-vendor-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

const loadAll = async (...names: readonly unknown[]) =>
  (
    await loadVendors(
      names.map((vendor) => ({ vendor })),
      { vendors: [builtIn], folder },
    )
  ).map(({ loaded }) => loaded);
const load = async (name: unknown) => (await loadAll(name))[0];

const definition = (id: string) =>
  `{ id: '${id}', title: 'Vault of ${id}', configSchema: { safeParse() {} }, connect() {} }`;

test('a vendor that comes with the package is found by its id', async () => {
  expect(await load('acme')).toEqual({ ok: true, definition: builtIn });
});

test('a file beside the configuration is loaded, its default export first', async () => {
  await write(
    'vendors/mine.mjs',
    `export const other = ${definition('other')};\nexport default ${definition('mine')};`,
  );
  expect(await load('./vendors/mine.mjs')).toMatchObject({
    ok: true,
    definition: { id: 'mine', title: 'Vault of mine' },
  });
});

test('without a default export the only vendor that a module exports is taken', async () => {
  await write('mine.mjs', `export const version = 3;\nexport const mine = ${definition('mine')};`);
  expect(await load('./mine.mjs')).toMatchObject({ ok: true, definition: { id: 'mine' } });
});

test('a package is looked up from the folder of the configuration, also one for import alone', async () => {
  const manifest = {
    name: '@firm/vault',
    version: '1.0.0',
    type: 'module',
    exports: { '.': { import: './index.js' } },
  };
  await write('node_modules/@firm/vault/package.json', JSON.stringify(manifest));
  await write('node_modules/@firm/vault/index.js', `export const vault = ${definition('firm-vault')};`);
  expect(await load('@firm/vault')).toMatchObject({ ok: true, definition: { id: 'firm-vault' } });
});

test.each<[string, unknown, RegExp]>([
  ['no vendor', undefined, /^is missing; known: acme$/],
  ['a number', 7, /^is not a text; known: acme$/],
  [
    'a mistyped word',
    'acne',
    /^is acne, which is neither a known vendor nor a package that is installed.*known: acme$/,
  ],
  ['a text of no form', 'no such vendor', /^is no such vendor, which is not a known vendor; known: acme$/],
  ['a file that is not there', './gone.mjs', /^is \.\/gone\.mjs, and there is no such file, seen from /],
  ['a module of Node', 'node:fs', /^is node:fs, which is not a known vendor/],
  ['a folder', './', /^is \.\/, which is a folder: it has to be the file of a module$/],
])('%s is refused with what can be done', async (_what, name, message) => {
  expect(await load(name)).toMatchObject({ ok: false, message: expect.stringMatching(message) });
});

test.each<[string, string, RegExp]>([
  ['that fails to load', 'throw new Error("no licence for canary");', /could not be loaded: no licence for canary$/],
  ['with a fault of syntax', 'export const = 1;', /could not be loaded: /],
  ['whose import is missing', "import 'no-such-package-anywhere';", /could not be loaded with what it imports: /],
  ['that exports no vendor', 'export const id = 1;', /exports no vendor: it has to export an object with id/],
  ['whose id has spaces', `export default ${definition('my vault')};`, /exports no vendor/],
  [
    'that exports two vendors',
    `export const a = ${definition('one')};\nexport const b = ${definition('two')};`,
    /exports several vendors \(one, two\): it has to export one of them as the default$/,
  ],
  [
    'with the id of another vendor',
    `export default ${definition('acme')};`,
    /whose id acme is that of another vendor: every vendor needs an id of its own$/,
  ],
  [
    'whose exports throw when they are read',
    'export default { get id() { throw new Error("no id for canary"); } };',
    /could not be loaded: no id for canary$/,
  ],
  [
    'that throws what cannot be read',
    'throw { get message() { throw 1; } };',
    /could not be loaded: the thrown value has no message$/,
  ],
])('a module %s is refused with the reason', async (_what, text, message) => {
  await write('mine.mjs', text);
  const loaded = await load('./mine.mjs');
  expect(loaded).toMatchObject({ ok: false, message: expect.stringMatching(message) });
});

test.each<[string, string, RegExp]>([
  ['for require alone', '{ "exports": { "require": "./index.cjs" } }', /^is vault, which has no export for import: /],
  [
    'without the file that it names',
    '{ "exports": "./gone.js" }',
    /^is vault, a package whose file .*gone\.js is missing/,
  ],
  ['with a manifest that is no JSON', '{', /^is vault, which cannot be looked up: Invalid package config/],
])('a package %s is refused with the reason', async (_what, manifest, message) => {
  await write('node_modules/vault/package.json', manifest);
  await write('node_modules/vault/index.cjs', '');
  expect(await load('vault')).toMatchObject({ ok: false, message: expect.stringMatching(message) });
});

test('an id belongs to the first of the modules that have it, and a module may serve several connections', async () => {
  await write('one.mjs', `export default ${definition('same')};`);
  await write('two.mjs', `export default ${definition('same')};`);
  expect(await loadAll('./one.mjs', './two.mjs', './one.mjs', 'acme', 'acme')).toMatchObject([
    { ok: true },
    { ok: false, message: 'is ./two.mjs, whose id same is that of ./one.mjs too: every vendor needs an id of its own' },
    { ok: true },
    { ok: true },
    { ok: true },
  ]);
});

test('a module that waits for what never comes is given up, and the others are loaded', async () => {
  await write('waits.mjs', 'await new Promise(() => {});');
  vi.useFakeTimers();
  try {
    const loading = loadAll('./waits.mjs', 'acme');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await loading).toMatchObject([
      { ok: false, message: expect.stringContaining('did not load within 10 seconds') },
      { ok: true },
    ]);
  } finally {
    vi.useRealTimers();
  }
});
